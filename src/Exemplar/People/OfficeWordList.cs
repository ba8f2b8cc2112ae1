using Exemplar.Organization;
using Exemplar.People.RosterImport;
using Exemplar.People.TermImport;

namespace Exemplar.People;

/// <summary>What the imports of an office have learned of its sheets, and taking some of it back: the next sheet asks again.</summary>
public sealed class OfficeWordList(AppDb db, Actor actor, IEnumerable<WordMeaning> meanings)
{
    public sealed class Form
    {
        /// <summary>The word that shall not be known any more.</summary>
        public Guid? Forget { get; set; }
    }

    public sealed record Row(Guid Id, WordSort Sort, string Word, string Means, DateOnly UsedOn);

    /// <summary>By sort, each in the order in which it was learned. Answers to single rows are no words: nobody could read them.</summary>
    public async Task<IReadOnlyList<Row>> Show(CancellationToken ct)
    {
        var words = (await db.WordsOf(await Offices(ct), ct)).FindAll(w => w.Sort is not WordSort.RegisterRow);
        var ids = words.Select(w => w.UnitId).OfType<Guid>().ToList();
        var units = await db.Units.Where(u => ids.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.Name, ct);
        return [.. words.OrderBy(w => w.Sort).Select(w => new Row(w.Id, w.Sort, w.Word, w.UnitId is { } unit ? units[unit] : NameOf(w), w.UsedOn))];
    }

    /// <returns>The word that went.</returns>
    public Task<Result<string>> Handle(Guid? id, CancellationToken ct) => db.Commit<string>(async (db, ct) =>
    {
        if (id is null) return new Refusal("请选要忘掉的一项");
        var offices = await Offices(ct);
        var word = await db.OfficeWords.SingleOrDefaultAsync(w => w.Id == id && db.Units.Any(u => u.Id == w.OfficeId && offices.Contains(u.Path)), ct) ?? throw new NotFound(nameof(OfficeWord));
        db.Remove(word);
        db.Log(actor.Act(), PeopleCapability.Import, word);
        return word.Word;
    }, ct);

    /// <summary>The places of those in which the actor imports.</summary>
    private async Task<List<string>> Offices(CancellationToken ct)
    {
        actor.Demand(PeopleCapability.Import);
        return [.. (await db.Units.Where(actor, PeopleCapability.Import).Select(u => u.Path).ToListAsync(ct)).Select(OfficeWords.OfficeOf).Distinct()];
    }

    private string NameOf(OfficeWord word) => word.Sort switch
    {
        WordSort.RosterColumn when Enum.TryParse<RosterColumn>(word.Meaning, out var column) => column.Name(),
        WordSort.TermColumn when Enum.TryParse<TermColumn>(word.Meaning, out var column) => column.Name(),
        _ => meanings.Where(m => m.Sort == word.Sort).Select(m => m.NameOf(word.Meaning)).FirstOrDefault(name => name is not null) ?? word.Meaning,
    };
}
