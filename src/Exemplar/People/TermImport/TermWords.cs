using Exemplar.Organization;
using Exemplar.People.RosterImport;

namespace Exemplar.People.TermImport;

/// <summary>What words in the sheets of an office mean, as somebody said of this sheet, an earlier one or a register of meetings.</summary>
/// <param name="Columns">By <see cref="TermHeading.Key"/>.</param>
/// <param name="Units">By <see cref="OfficeWords.KeyOfUnit"/>.</param>
internal sealed record TermWords(IReadOnlyDictionary<string, TermColumn> Columns, IReadOnlyDictionary<string, Guid> Units)
{
    public static async Task<TermWords> Load(AppDb db, Actor actor, TermAnswers said, CancellationToken ct)
    {
        var offices = (await db.Units.Where(actor, PeopleCapability.Appoint).Select(u => u.Path).ToListAsync(ct)).Select(OfficeWords.OfficeOf).Distinct().ToList();
        var words = await db.WordsOf(offices, ct);
        var (columns, units) = (words.Columns<TermColumn>(WordSort.TermColumn), words.Units());
        foreach (var (word, column) in said.Columns) columns[word] = column;
        foreach (var (word, unit) in said.Units) units[OfficeWords.KeyOfUnit(word)] = unit;
        return new(columns, units);
    }

    /// <summary>Inside a commit: what was said is remembered, and so is a column that was taken by its contents and confirmed.</summary>
    /// <param name="unit">Any of the office.</param>
    /// <param name="named">The units as the sheet names them.</param>
    public static Task Keep(AppDb db, Act act, Unit unit, TermAnswers said, IReadOnlyList<TermHeading> columns, IEnumerable<string> named, CancellationToken ct) =>
        db.Remember(act, PeopleCapability.Appoint, unit.Path,
        [
            .. columns.Where(c => c.IsByContents).Select(c => new SaidWord(WordSort.TermColumn, c.Key, $"{c.Is}")),
            .. said.Columns.Select(c => new SaidWord(WordSort.TermColumn, c.Key, $"{c.Value}")),
            .. said.Units.Select(u => new SaidWord(WordSort.Unit, OfficeWords.KeyOfUnit(u.Key), UnitId: u.Value)),
        ], [.. columns.Select(c => (WordSort.TermColumn, c.Key)), .. named.Select(name => (WordSort.Unit, OfficeWords.KeyOfUnit(name)))], ct);
}
