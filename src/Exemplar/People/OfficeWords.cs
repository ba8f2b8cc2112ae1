using Exemplar.People.RosterImport;

namespace Exemplar.People;

/// <summary>What somebody says of a word, to be remembered.</summary>
internal sealed record SaidWord(WordSort Sort, string Word, string Meaning = "", Guid? UnitId = null)
{
    /// <summary>Said of a word that names none of the units: true of these files alone, and not remembered.</summary>
    public static readonly Guid NoUnit = Guid.Empty;
}

internal static class OfficeWords
{
    /// <summary>Without spaces and what stands in brackets.</summary>
    public static string KeyOf(string words) => Cut(RosterHeadings.Plain(words));

    public static string KeyOfUnit(string words) => Cut(RosterUnits.Key(words));

    /// <summary>The place of the office that a unit belongs to: the top of its tree.</summary>
    public static string OfficeOf(string path) => path[..(path.IndexOf('/', 1) + 1)];

    /// <param name="offices">Their places.</param>
    public static Task<List<OfficeWord>> WordsOf(this AppDb db, IReadOnlyCollection<string> offices, CancellationToken ct) =>
        db.OfficeWords.AsNoTracking().Where(w => db.Units.Any(u => u.Id == w.OfficeId && offices.Contains(u.Path))).OrderBy(w => w.Id).ToListAsync(ct);

    public static Dictionary<string, string> Meanings(this IEnumerable<OfficeWord> words, WordSort sort) =>
        words.Where(w => w.Sort == sort).GroupBy(w => w.Word).ToDictionary(g => g.Key, g => g.Last().Meaning);

    /// <summary>The columns that headings stand for; one that this version does not know any more is asked about again.</summary>
    public static Dictionary<string, T> Columns<T>(this IEnumerable<OfficeWord> words, WordSort sort) where T : struct, Enum =>
        words.Meanings(sort).Where(w => Enum.TryParse<T>(w.Value, out _)).ToDictionary(w => w.Key, w => Enum.Parse<T>(w.Value));

    public static Dictionary<string, Guid> Units(this IEnumerable<OfficeWord> words) =>
        words.Where(w => w is { Sort: WordSort.Unit, UnitId: not null }).GroupBy(w => w.Word).ToDictionary(g => g.Key, g => g.Last().UnitId!.Value);

    /// <summary>Inside a commit.</summary>
    /// <param name="place">Of any unit of the office.</param>
    /// <param name="read">What else stood in the sheet: the words of it that the office knows were of use today.</param>
    public static async Task Remember(this AppDb db, Act act, string permission, string place, IEnumerable<SaidWord> said, IEnumerable<(WordSort Sort, string Word)> read, CancellationToken ct)
    {
        var words = said.Where(s => s.Word.Length > 0 && s.UnitId != SaidWord.NoUnit).ToList();
        var (used, today) = (read.ToHashSet(), DateOnly.FromDateTime(act.At.InOffice().DateTime));
        if (words.Count + used.Count == 0) return;
        var path = OfficeOf(place);
        var office = await db.Units.Where(u => u.Path == path).Select(u => u.Id).SingleAsync(ct);
        var known = await db.OfficeWords.Where(w => w.OfficeId == office).ToListAsync(ct);
        foreach (var (sort, word, meaning, unit) in words)
        {
            var kept = known.Find(w => w.Sort == sort && w.Word == word);
            if (kept is not null && (kept.Meaning, kept.UnitId, kept.UsedOn) == (meaning, unit, today)) continue;
            if (kept is null)
            {
                known.Add(kept = new() { OfficeId = office, Sort = sort, Word = word });
                db.Add(kept);
            }
            (kept.Meaning, kept.UnitId, kept.UsedOn) = (meaning, unit, today);
            db.Log(act, permission, kept);
        }
        foreach (var word in known.Where(w => w.UsedOn != today && used.Contains((w.Sort, w.Word))))
        {
            word.UsedOn = today;
            db.Log(act, permission, word);
        }
    }

    /// <summary>Inside a commit: what meant units that go.</summary>
    public static async Task ForgetWordsFor(this AppDb db, Act act, IReadOnlyCollection<Guid> units, CancellationToken ct)
    {
        foreach (var word in await db.OfficeWords.Where(w => w.UnitId != null && units.Contains(w.UnitId.Value)).ToListAsync(ct))
        {
            db.Remove(word);
            db.Log(act, PeopleCapability.Import, word);
        }
    }

    private static string Cut(string key) => key.Length <= OfficeWord.LongestWord ? key : key[..OfficeWord.LongestWord];
}
