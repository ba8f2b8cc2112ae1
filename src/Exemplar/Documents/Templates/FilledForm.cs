using Exemplar.Documents.Templates.Blanks;
using Exemplar.Documents.Templates.Offers;

namespace Exemplar.Documents.Templates;

/// <summary>A filled form, and what whoever takes it away should know of it.</summary>
/// <param name="Told">What was filled and what was left open, in sentences.</param>
public sealed record FilledForm(string Name, byte[] Content, IReadOnlyList<string> Told)
{
    private const int MostNamed = 12;

    /// <summary>The blank's name with the period: one that bears that of the last time gets this one, one that bears none gets it behind.</summary>
    /// <param name="days">Where no period of the calendar was chosen; null where the form is of none.</param>
    internal static string NameOf(string blank, Period? period, (DateOnly From, DateOnly To)? days)
    {
        var (bare, extension) = (Path.GetFileNameWithoutExtension(blank), Path.GetExtension(blank));
        var named = period is not { } meant ? days is { } span ? $"{bare} {span.From.Iso()}至{span.To.Iso()}" : bare
            : PeriodTitle.Names(bare, meant) ? bare
            : PeriodTitle.In(bare, meant) is { } old ? old.Corrected(bare) : $"{bare} {meant.Name}";
        return $"{named}（已填）{extension}";
    }

    /// <param name="byHand">Labels of places for which nothing is known.</param>
    internal static IReadOnlyList<string> Tell(string name, BlankFile blank, IReadOnlyDictionary<string, IReadOnlyList<FormValue>> values, TitleOfBlank? title, IReadOnlyList<string> byHand)
    {
        var mapped = blank.Shape.Slots.Where(s => values.ContainsKey(s.Key)).Select(s => (s.Label, Of: values[s.Key])).ToList();
        var filled = mapped.Sum(s => s.Of.Count(v => !v.IsEmpty));
        var open = mapped.Select(s => (s.Label, Open: s.Of.Count == 0 ? 1 : s.Of.Count(v => v.IsEmpty))).Where(s => s.Open > 0).ToList();
        List<string> told = [$"《{name}》填好了，填了 {filled} 处。"];
        if (title is not null) told.Add($"表头原来写着“{title.Period.Was}”，已改成“{title.Period.Now}”。");
        if (open.Count > 0) told.Add($"空着的：{Listed([.. open.Select(o => o.Open > 1 ? $"{o.Label}（{o.Open} 处）" : o.Label)])}。系统里没有记录，或者人数不知道，有合计的也空着。");
        if (byHand.Count > 0) told.Add($"要手填的：{Listed(byHand)}。");
        if (open.Count + byHand.Count == 0) told.Add("没有空着的。");
        return told;

        static string Listed(IReadOnlyList<string> labels) => $"{string.Join('、', labels.Take(MostNamed))}{(labels.Count > MostNamed ? $"等 {labels.Count} 处" : "")}";
    }
}
