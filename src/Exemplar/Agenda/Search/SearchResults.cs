using System.Globalization;
using Exemplar.Platform.Search;

namespace Exemplar.Agenda.Search;

/// <summary>What the reader may see and all words of the query find, newest first, a page at a time.</summary>
public sealed class SearchResults(AppDb db, Actor actor, IEnumerable<SearchArea> areas)
{
    public const int PageSize = 30;
    public const int LongestQuery = 60;

    /// <param name="Area">The key of the one area to search; null for all.</param>
    public sealed record Query(string Text, string? Area = null, string? After = null);

    public sealed record Row(string Area, string Address, IReadOnlyList<ExcerptPiece> Title, string Unit, DateOnly Day, IReadOnlyList<ExcerptPiece> Excerpt);

    /// <param name="Problem">Why nothing was looked for; null when it was.</param>
    public sealed record View(IReadOnlyList<Row> Rows, string? Next, IReadOnlyList<SearchArea> Areas, string? Problem = null);

    private sealed record Hit(SearchArea Area, SearchEntry Entry);

    public async Task<View> Show(Query query, CancellationToken ct)
    {
        var mine = areas.Where(a => actor.May(a.Permission)).ToList();
        var words = SearchWord.Read(query.Text);
        if (Refuse(query.Text, words) is { } problem) return new([], null, mine, problem);

        List<Hit> hits = [];
        foreach (var area in mine.Where(a => string.IsNullOrEmpty(query.Area) || a.Key == query.Area))
            hits.AddRange((await Page(area, words, Cursor.Read(query.After), ct)).Select(entry => new Hit(area, entry)));
        hits = [.. hits.OrderByDescending(h => h.Entry.Day).ThenByDescending(h => h.Entry.RecordId).Take(PageSize + 1)];

        var page = hits.Take(PageSize).ToList();
        return new(await Rows(page, words, ct), hits.Count > PageSize ? new Cursor(page[^1].Entry.Day, "", page[^1].Entry.RecordId).ToString() : null, mine);
    }

    /// <summary>Length is counted in characters as people see them: an emoji is one.</summary>
    private static string? Refuse(string text, IReadOnlyList<SearchWord> words) => new StringInfo(text).LengthInTextElements switch
    {
        > LongestQuery => $"最多 {LongestQuery} 个字，请只写最要紧的几个词",
        _ when words.Count == 0 => "请至少写一个汉字、字母或数字",
        _ => null,
    };

    /// <summary>One more than a page, which tells that there is another.</summary>
    private static Task<List<SearchEntry>> Page(SearchArea area, IReadOnlyList<SearchWord> words, Cursor? after, CancellationToken ct)
    {
        var found = words.Aggregate(area.Listed(), area.With);
        if (after is { Day: var day, Id: var id }) found = found.Where(e => e.Day < day || (e.Day == day && e.RecordId < id));
        return found.AsNoTracking().OrderByDescending(e => e.Day).ThenByDescending(e => e.RecordId).Take(PageSize + 1).ToListAsync(ct);
    }

    private async Task<List<Row>> Rows(List<Hit> hits, IReadOnlyList<SearchWord> words, CancellationToken ct)
    {
        Dictionary<Guid, SearchLine> lines = [];
        foreach (var of in hits.GroupBy(h => h.Area))
            foreach (var line in await of.Key.Lines([.. of.Select(h => h.Entry.RecordId)], ct)) lines[line.RecordId] = line;
        var ids = hits.Select(h => h.Entry.UnitId).Distinct().ToList();
        var units = await db.Units.Where(u => ids.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.Name, ct);
        return [.. from hit in hits
                   let line = lines.GetValueOrDefault(hit.Entry.RecordId)
                   where line is not null   // an entry whose record is gone leads nowhere
                   select new Row(hit.Area.Name, line.Address, Excerpt.Marked(line.Title, words), units[hit.Entry.UnitId], hit.Entry.Day, Excerpt.Of(line.Text, words))];
    }
}
