using Exemplar.Organization;
using Exemplar.People.RosterImport;

namespace Exemplar.People.TermImport;

/// <summary>What words in the sheets of an office mean, as somebody said of this sheet, an earlier one or a register of meetings.</summary>
/// <param name="Columns">By <see cref="TermHeading.Key"/>.</param>
/// <param name="Units">By <see cref="RegisterWord.KeyOfUnit"/>.</param>
internal sealed record TermWords(IReadOnlyDictionary<string, TermColumn> Columns, IReadOnlyDictionary<string, Guid> Units)
{
    public static async Task<TermWords> Load(AppDb db, Actor actor, TermAnswers said, CancellationToken ct)
    {
        var offices = (await db.Units.Where(actor, PeopleCapability.Appoint).Select(u => u.Path).ToListAsync(ct)).Select(RegisterWord.OfficeOf).Distinct().ToList();
        var words = await db.RegisterWords.AsNoTracking().Where(w => db.Units.Any(u => u.Id == w.OfficeId && offices.Contains(u.Path))).OrderBy(w => w.Id).ToListAsync(ct);
        var columns = words.Where(w => w.Column is not null).GroupBy(w => w.Word).ToDictionary(g => g.Key, g => g.Last().Column!.Value);
        foreach (var (word, column) in said.Columns) columns[word] = column;
        var units = words.Where(w => w.UnitId is not null).GroupBy(w => w.Word).ToDictionary(g => g.Key, g => g.Last().UnitId!.Value);
        foreach (var (word, unit) in said.Units) units[RegisterWord.KeyOfUnit(word)] = unit;
        return new(columns, units);
    }

    /// <summary>Inside a commit: what was said is remembered, and so is a column that was taken by its contents and confirmed.</summary>
    /// <param name="unit">Any of the office.</param>
    public static async Task Keep(AppDb db, Act act, Unit unit, TermAnswers said, IEnumerable<TermHeading> columns, CancellationToken ct)
    {
        var path = RegisterWord.OfficeOf(unit.Path);
        var office = await db.Units.Where(u => u.Path == path).Select(u => u.Id).SingleAsync(ct);
        var known = await db.RegisterWords.Where(w => w.OfficeId == office).ToListAsync(ct);
        foreach (var (key, column) in columns.Where(c => c.IsByContents).Select(c => KeyValuePair.Create(c.Key, c.Is!.Value)).Concat(said.Columns)) Mean(key, w => w.Column is not null, w => w.Column == column, w => w.Column = column);
        foreach (var (word, id) in said.Units) Mean(RegisterWord.KeyOfUnit(word), w => w.UnitId is not null, w => w.UnitId == id, w => w.UnitId = id);

        void Mean(string key, Func<RegisterWord, bool> ofSort, Func<RegisterWord, bool> isSame, Action<RegisterWord> mean)
        {
            if (key.Length == 0) return;
            var kept = known.Find(w => w.Word == key && ofSort(w));
            if (kept is not null && isSame(kept)) return;
            if (kept is null)
            {
                known.Add(kept = new() { OfficeId = office, Word = key });
                db.Add(kept);
            }
            mean(kept);
            db.Log(act, PeopleCapability.Appoint, kept);
        }
    }
}
