using Exemplar.Documents.Templates.Blanks;

namespace Exemplar.Documents.Templates.Offers;

/// <summary>What a field or column is probably filled with; an empty offer means: by hand.</summary>
public sealed record Suggestion(string Offer, bool IsSure);

/// <summary>Suggests offers from the words of the labels. The same words as a title or synonym are sure; words within words are a guess.</summary>
internal static class Suggestions
{
    private const double Likely = 0.34;

    /// <summary>Asked for by many forms, stored by nobody here.</summary>
    private static readonly HashSet<string> ByHand = ["备注", "联系人", "联系电话", "电话", "手机", "手机号", "手机号码", "联系方式", "办公电话", "传真", "邮箱", "审核人", "审核", "审批人", "签字", "签名", "盖章",
        "审核意见", "领导签字", "领导意见", "主要领导签字", "身份证号", "身份证号码", "联系人及电话", "联系人及联系电话"];

    public static IReadOnlyDictionary<string, Suggestion> For(Shape shape, IReadOnlyList<FormOffer> offers)
    {
        var found = shape.Slots.ToDictionary(s => s.Key, s => Of(s, offers));
        foreach (var twice in shape.Slots.OfType<Column>().GroupBy(c => (c.Table, found[c.Key].Offer)).Where(g => g.Key.Offer.Length > 0 && g.Count() > 1))
            foreach (var guess in twice.Where(c => !found[c.Key].IsSure)) found[guess.Key] = new("", false);   // one value does not stand in two columns by guess
        return found;
    }

    public static Suggestion Of(Slot slot, IReadOnlyList<FormOffer> offers)
    {
        var names = NamesOf(slot.Label);
        if (names.Exists(ByHand.Contains)) return new("", true);
        var inOrder = offers.OrderBy(o => o.IsList != slot is Column).ToList();
        foreach (var name in names)
            if (inOrder.Find(o => Words(o).Contains(name) && !(o.IsList && slot is Field { Gap: not null })) is { } same) return new(same.Key, IsSure: slot is Column == same.IsList);   // no list fits into a line, and one value for all rows is a guess

        var best = (from name in names.Take(2) from offer in inOrder where offer.IsList == slot is Column select (Offer: offer, Score: Score(name, offer))).OrderByDescending(x => x.Score).FirstOrDefault();
        return best.Score >= Likely ? new(best.Offer.Key, false) : new("", false);
    }

    /// <summary>责任／单位 may mean 责任单位, or 单位; of 任务／名称 the last word says little by itself.</summary>
    private static List<string> NamesOf(string label)
    {
        var parts = label.Split('／').Select(Labels.Words).Where(w => w.Length > 0).ToList();
        return parts.Count == 0 ? [""] : parts.Count == 1 ? parts : [string.Concat(parts), parts[^1], string.Concat(parts[^2..])];
    }

    private static IEnumerable<string> Words(FormOffer offer) => offer.Synonyms.Prepend(offer.Title).Select(Labels.Words);

    private static double Score(string name, FormOffer offer) => name.Length < 2 ? 0 : Words(offer).Where(w => w.Length >= 2).Max(word =>
        name.EndsWith(word, StringComparison.Ordinal) ? 0.2 + ((double)word.Length / name.Length)   // the head of a Chinese noun stands last
        : name.Contains(word, StringComparison.Ordinal) ? (double)word.Length / name.Length
        : word.Contains(name, StringComparison.Ordinal) ? 0.8 * name.Length / word.Length : 0);
}
