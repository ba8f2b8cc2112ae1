using Exemplar.Documents.Templates.Blanks;

namespace Exemplar.Documents.Templates.Offers;

/// <summary>Everything that is offered by whatever capabilities there are, and what is asked before filling.</summary>
public sealed class OfferBook(IEnumerable<IFormSource> sources, IEnumerable<IFormQuestion> questions)
{
    /// <summary>Lists first: most of a form are the columns of its table.</summary>
    public IReadOnlyList<IFormSource> Sources { get; } = [.. sources.OrderByDescending(s => s.Offers.Any(o => o.IsList))];
    public IReadOnlyList<IFormQuestion> Questions { get; } = [.. questions];

    public FormOffer? Find(string key) => Sources.SelectMany(s => s.Offers).FirstOrDefault(o => o.Key == key);

    /// <summary>Whether what is mapped is of a period, which must then be chosen.</summary>
    public bool AsksPeriod(IReadOnlyCollection<string> mapped) => Sources.Any(s => s.IsOfPeriod && s.Offers.Any(o => mapped.Contains(o.Key)));

    public IEnumerable<string> RemarksOn(IReadOnlyCollection<string> mapped) => Sources.Where(s => s.Offers.Any(o => mapped.Contains(o.Key))).Select(s => s.RemarkOn(mapped)).Where(r => r.Length > 0).Distinct();

    public async Task<IReadOnlyList<string>> WarningsOn(IReadOnlyCollection<string> mapped, CancellationToken ct)
    {
        List<string> warnings = [];
        foreach (var source in Sources.Where(s => s.Offers.Any(o => mapped.Contains(o.Key))))
            if (await source.Warn(ct) is { Length: > 0 } warning && !warnings.Contains(warning)) warnings.Add(warning);
        return warnings;
    }

    public IReadOnlyDictionary<string, Suggestion> Suggest(Shape shape, LearnedWords learned) => Suggestions.For(shape, Sources, learned);

    /// <summary>A table has one kind of records: its columns cannot be taken from two lists.</summary>
    public Refusal? RefuseMixed(Shape shape, IReadOnlyDictionary<string, string> mapping)
    {
        foreach (var table in shape.Tables)
        {
            var lists = table.Columns.Where(c => mapping.ContainsKey(c.Key)).Select(c => Sources.FirstOrDefault(s => s.Offers.Any(o => o.IsList && o.Key == mapping[c.Key]))).OfType<IFormSource>().Distinct().ToList();
            if (lists.Count > 1) return new Refusal($"有“{table.Columns[0].Label}”的那张表，各列须取自同一类内容，现在有{string.Join("、", lists.Select(l => $"“{l.Name}”"))}");
        }
        return null;
    }

    /// <summary>The values for each slot: a column of a list gets all records; a field gets a single value, or all of a list line by line.</summary>
    public async Task<IReadOnlyDictionary<string, IReadOnlyList<FormValue>>> Read(Shape shape, IReadOnlyDictionary<string, string> mapping, FormScope scope, CancellationToken ct)
    {
        Dictionary<string, IReadOnlyList<FormValue>> offered = [];
        foreach (var source in Sources.Where(s => s.Offers.Any(o => mapping.Values.Contains(o.Key))))
        {
            var records = await source.Read(scope, ct);
            foreach (var offer in source.Offers) offered[offer.Key] = [.. records.Select(r => r[offer.Key])];
        }

        Dictionary<string, IReadOnlyList<FormValue>> values = [];
        foreach (var slot in shape.Slots)
            if (mapping.TryGetValue(slot.Key, out var key) && offered.TryGetValue(key, out var given) && Find(key) is { } offer)
                values[slot.Key] = offer.IsList ? slot is Field ? [InLines(given, slot.Label)] : given : slot is Column column ? Repeated(given, shape.Tables[column.Table]) : given;
        return values;

        // The same in every row that the table's list fills; without a list, in the first.
        IReadOnlyList<FormValue> Repeated(IReadOnlyList<FormValue> single, FormTable table)
        {
            var rows = table.Columns.Where(c => mapping.TryGetValue(c.Key, out var k) && Find(k) is { IsList: true }).Select(c => offered[mapping[c.Key]].Count).DefaultIfEmpty(1).Max();
            return single.Count == 0 ? [] : [.. Enumerable.Repeat(single[0], rows)];
        }
    }

    private static FormValue InLines(IReadOnlyList<FormValue> values, string label)
    {
        var given = values.Where(v => !v.IsEmpty).ToList();
        return given.Count == 1 ? given[0] : string.Join('\n', given.Select((v, i) => $"{i + 1}．{v.In(label)}"));
    }
}
