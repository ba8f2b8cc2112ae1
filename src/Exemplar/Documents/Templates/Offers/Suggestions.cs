using System.Text.RegularExpressions;
using Exemplar.Documents.Templates.Blanks;

namespace Exemplar.Documents.Templates.Offers;

/// <summary>What a field or column is probably filled with; an empty offer means: by hand.</summary>
/// <param name="IsLearned">Somebody of the office has pointed the same words at it before.</param>
public sealed record Suggestion(string Offer, bool IsSure, bool IsLearned = false);

/// <summary>
/// Suggests offers from the words of the labels. What the office pointed at before and the same words as a title or synonym
/// are sure; words within words are a guess. A table is one list of records: the list that knows most of its columns has all of them.
/// </summary>
internal static partial class Suggestions
{
    private const double Likely = 0.34;
    private const double WorthOfGuess = 0.4;

    /// <summary>Asked for by many forms, stored by nobody here.</summary>
    private static readonly HashSet<string> ByHand = ["备注", "联系人", "联系电话", "电话", "手机", "手机号", "手机号码", "联系方式", "办公电话", "传真", "邮箱", "审核人", "审核", "审批人", "签字", "签名", "盖章",
        "审核意见", "领导签字", "领导意见", "主要领导签字", "身份证号", "身份证号码", "联系人及电话", "联系人及联系电话"];

    /// <summary>Whoever asks why, or for an opinion, wants no value that merely has a word in common.</summary>
    private static readonly string[] OpenEnds = ["原因", "问题", "建议", "打算", "意见", "说明", "签字", "签名"];

    public static IReadOnlyDictionary<string, Suggestion> For(Shape shape, IReadOnlyList<IFormSource> sources, LearnedWords learned)
    {
        IReadOnlyList<FormOffer> all = [.. sources.SelectMany(s => s.Offers)];
        var found = shape.Slots.OfType<Field>().ToDictionary(s => s.Key, s => Of(s, all, learned));
        foreach (var table in shape.Tables)
            foreach (var (column, suggestion) in OfTable(table, sources, learned)) found[column] = suggestion;
        return found;
    }

    /// <summary>By key of the column.</summary>
    private static Dictionary<string, Suggestion> OfTable(FormTable table, IReadOnlyList<IFormSource> sources, LearnedWords learned)
    {
        List<FormOffer> singles = [.. sources.SelectMany(s => s.Offers).Where(o => !o.IsList)];
        var lists = sources.Select(s => s.Offers.Where(o => o.IsList).ToList()).Where(list => list.Count > 0).DefaultIfEmpty([]);
        var (_, found) = lists.Select(list => (List: list, Found: table.Columns.ToDictionary(c => c.Key, c => Of(c, [.. list, .. singles], learned)))).MaxBy(x => Worth(x.List, x.Found));
        foreach (var twice in found.GroupBy(f => f.Value.Offer).Where(g => g.Key.Length > 0 && g.Count() > 1).ToList())
            foreach (var (guess, suggestion) in twice)
                if (!suggestion.IsSure) found[guess] = new("", false);   // one value does not stand in two columns by guess
        return found;
    }

    /// <summary>How much of a table the list itself knows; single values fit beside any list.</summary>
    private static double Worth(List<FormOffer> list, Dictionary<string, Suggestion> found) => found.Values.Where(s => list.Exists(o => o.Key == s.Offer)).Sum(s => s.IsSure ? 1 : WorthOfGuess);

    public static Suggestion Of(Slot slot, IReadOnlyList<FormOffer> offers, LearnedWords learned)
    {
        if (learned.Find(slot).FirstOrDefault(key => offers.Any(o => o.Key == key)) is { } before) return new(before, true, IsLearned: true);
        var parts = PartsOf(slot.Label);
        var names = NamesOf(parts);
        if (names.Exists(ByHand.Contains)) return new("", true);
        var inOrder = offers.OrderBy(o => o.IsList != slot is Column).ToList();
        foreach (var name in names)
            if (inOrder.Find(o => Words(o).Contains(name) && !(o.IsList && slot is Field { Gap: not null })) is { } same) return new(same.Key, IsSure: slot is Column == same.IsList && !NamesPeriod(slot.Label));   // no list fits into a line; one value for all rows, or of another period, is a guess

        if (OpenEnds.Any(end => parts.Count > 0 && parts[^1].EndsWith(end, StringComparison.Ordinal))) return new("", false);

        string[] whole = parts.Count > 1 ? [names[0], parts[^1]] : [names[0]];
        var best = (from name in whole from offer in inOrder where offer.IsList == slot is Column select (Offer: offer, Score: Score(name, offer))).OrderByDescending(x => x.Score).FirstOrDefault();
        return best.Score >= Likely ? new(best.Offer.Key, false) : new("", false);
    }

    /// <summary>The words of the whole label, by which it is remembered.</summary>
    public static string WordsOf(string label) => string.Concat(label.Split('／').Select(Labels.Words));

    /// <summary>Without the period: 一季度主题党日 is 主题党日, of the period that the form is filled for or of another.</summary>
    private static List<string> PartsOf(string label) => [.. label.Split('／').Select(part => Labels.Words(WithoutPeriod(part))).Where(w => w.Length > 0)];

    private static bool NamesPeriod(string label) => label.Split('／').Any(part => WithoutPeriod(part) != part);

    private static string WithoutPeriod(string part) => OfPeriod().Replace(part, "") is { Length: > 1 } rest ? rest : part;

    /// <summary>责任／单位 may mean 责任单位, or 单位; of 任务／名称 the last word says little by itself, of 开展情况／党员大会／应开 the first.</summary>
    private static List<string> NamesOf(List<string> parts) => parts.Count switch
    {
        0 => [""],
        1 => parts,
        _ => [string.Concat(parts), string.Concat(parts[^2..]), parts[0] + parts[^1], parts[^1]],
    };

    private static IEnumerable<string> Words(FormOffer offer) => offer.Synonyms.Prepend(offer.Title).Select(Labels.Words);

    private static double Score(string name, FormOffer offer) => name.Length < 2 ? 0 : Words(offer).Where(w => w.Length >= 2).Max(word =>
        name.EndsWith(word, StringComparison.Ordinal) ? 0.2 + ((double)word.Length / name.Length)   // the head of a Chinese noun stands last
        : name.Contains(word, StringComparison.Ordinal) ? (double)word.Length / name.Length
        : word.Contains(name, StringComparison.Ordinal) ? 0.8 * name.Length / word.Length : 0);

    [GeneratedRegex(@"^(?:20\d\d年度?)?(?:第?[一二三四1-4]季度|[上下]半年|(?:\d{1,2}[-—~至])?\d{1,2}月份?)|^20\d\d年度?|^(?:本年度?|本季度|本月|当年|当季|当月|全年)")]
    private static partial Regex OfPeriod();
}
