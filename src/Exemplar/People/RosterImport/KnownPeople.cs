namespace Exemplar.People.RosterImport;

public enum Sameness
{
    /// <summary>Nobody on the roster can be meant.</summary>
    Nobody,

    /// <summary>Name, birth month and join date agree.</summary>
    Same,

    /// <summary>Somebody of that name could be meant: a key is missing on one side.</summary>
    Unclear,

    /// <summary>Somebody whose name is only written in another way, and whose dates do not contradict.</summary>
    Alike,

    /// <summary>There is a namesake with other dates.</summary>
    Namesake,
}

/// <summary>The people on the roster, asked for by name, birth month and join date.</summary>
public sealed class KnownPeople
{
    private const int MostNamesInQuery = 500;

    private readonly ILookup<string, Person> byKey;
    private readonly Dictionary<Guid, Person> byId;

    private readonly Dictionary<Guid, Guid> merged;

    private KnownPeople(IReadOnlyList<Person> people, Dictionary<Guid, Guid> merged) =>
        (byKey, byId, this.merged) = (people.ToLookup(p => NameLikeness.KeyOf(p.Name)), people.ToDictionary(p => p.Id), merged);

    public IReadOnlyCollection<Person> All => byId.Values;

    public Person? Of(Guid id) => byId.GetValueOrDefault(id);

    /// <summary>Whose record it went into, of somebody who stands on a sheet that came back; null when it was not merged.</summary>
    public Guid? MergedInto(Guid id) => merged.TryGetValue(id, out var kept) ? kept : null;

    /// <summary>Whoever bears a name of the reading; of a sheet that came back, also whom it went out with and who is in its unit now.</summary>
    public static async Task<KnownPeople> Load(AppDb db, Actor actor, RosterReading reading, CancellationToken ct)
    {
        var people = db.VisiblePeople(actor, PeopleCapability.Import).AsNoTracking();
        var keys = reading.Lines.Select(l => NameLikeness.KeyOf(l.Name)).ToHashSet();
        var names = (await people.Select(p => p.Name).Distinct().ToListAsync(ct)).FindAll(n => keys.Contains(NameLikeness.KeyOf(n)));
        var (unit, issued) = (reading.Sheet?.UnitId, reading.Sheet?.Issued.Select(p => p.Id).ToList() ?? []);
        var merged = issued.Count == 0 ? [] : await db.PersonMerges.Where(m => issued.Contains(m.MergedId)).ToDictionaryAsync(m => m.MergedId, m => m.KeptId, ct);
        issued.AddRange(merged.Values);
        if (names.Count <= MostNamesInQuery) people = people.Where(p => names.Contains(p.Name) || issued.Contains(p.Id) || (unit != null && p.Memberships.Any(m => m.To == null && m.UnitId == unit)));
        return new(await people.Include(p => p.Memberships).ToListAsync(ct), merged);
    }

    public (Sameness Sameness, Person? Person) Find(RosterLine line)
    {
        var alike = byKey[NameLikeness.KeyOf(line.Name)].ToList();
        var namesakes = alike.FindAll(p => p.Name == line.Name);
        var same = namesakes.FindAll(p => p.BirthMonth == line.BirthMonth && Same(p.JoinedOn, line.JoinedOn));
        if (same.Count == 1 && (line.BirthMonth is not null || namesakes.Count == 1)) return (Sameness.Same, same[0]);
        if (namesakes.Find(p => Agrees(p.BirthMonth, line.BirthMonth) && Agrees(p.JoinedOn, line.JoinedOn)) is { } possible) return (Sameness.Unclear, possible);
        if (alike.Find(p => p.Name != line.Name && IsLikely(p.BirthMonth, p.JoinedOn, line)) is { } other) return (Sameness.Alike, other);
        return namesakes.Count > 0 ? (Sameness.Namesake, namesakes.Find(p => MayBeSlip(p, line)) ?? namesakes[0]) : (Sameness.Nobody, null);
    }

    /// <summary>A namesake of whom one date is known to agree: the other may be a slip of the pen.</summary>
    public static bool MayBeSlip(Person person, RosterLine line) =>
        (line.BirthMonth is not null && person.BirthMonth == line.BirthMonth) || (line.JoinedOn is { } said && person.JoinedOn is { } known && said.Agrees(known));

    /// <summary>No date contradicts, and one of them agrees: the name alone, written in another way, says too little.</summary>
    public static bool IsLikely(DateOnly? born, PartialDate? joined, RosterLine line) =>
        Agrees(born, line.BirthMonth) && Agrees(joined, line.JoinedOn) && ((born is not null && line.BirthMonth is not null) || (joined is not null && line.JoinedOn is not null));

    public static bool Agrees(DateOnly? one, DateOnly? other) => one is null || other is null || one == other;

    public static bool Agrees(PartialDate? one, PartialDate? other) => one is null || other is null || one.Value.Agrees(other.Value);

    /// <summary>2009年7月 in one place and 2009年7月15日 in another are one date.</summary>
    public static bool Same(PartialDate? one, PartialDate? other) => one is null == other is null && Agrees(one, other);
}
