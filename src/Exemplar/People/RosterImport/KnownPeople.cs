namespace Exemplar.People.RosterImport;

public enum Sameness
{
    /// <summary>Nobody on the roster can be meant.</summary>
    Nobody,

    /// <summary>Name, birth month and join date agree.</summary>
    Same,

    /// <summary>Somebody of that name could be meant: a key is missing on one side.</summary>
    Unclear,

    /// <summary>There is a namesake with other dates.</summary>
    Namesake,
}

/// <summary>The people on the roster, asked for by name, birth month and join date.</summary>
public sealed class KnownPeople
{
    private const int MostNamesInQuery = 500;

    private readonly ILookup<string, Person> byName;

    private KnownPeople(IEnumerable<Person> people) => byName = people.ToLookup(p => p.Name);

    public static async Task<KnownPeople> Load(AppDb db, Actor actor, IReadOnlyList<RosterLine> lines, CancellationToken ct)
    {
        var people = db.VisiblePeople(actor, PeopleCapability.Import).AsNoTracking();
        var names = lines.Select(l => l.Name).Distinct().ToList();
        if (names.Count <= MostNamesInQuery) people = people.Where(p => names.Contains(p.Name));
        return new(await people.Include(p => p.Memberships).ToListAsync(ct));
    }

    public (Sameness Sameness, Person? Person) Find(RosterLine line)
    {
        var namesakes = byName[line.Name].ToList();
        if (namesakes.Count == 0) return (Sameness.Nobody, null);

        var same = namesakes.Where(p => p.BirthMonth == line.BirthMonth && Same(p.JoinedOn, line.JoinedOn)).ToList();
        if (same.Count == 1 && (line.BirthMonth is not null || namesakes.Count == 1)) return (Sameness.Same, same[0]);
        return namesakes.Find(p => Agrees(p.BirthMonth, line.BirthMonth) && Agrees(p.JoinedOn, line.JoinedOn)) is { } possible
            ? (Sameness.Unclear, possible)
            : (Sameness.Namesake, namesakes[0]);
    }

    public static bool Agrees(DateOnly? one, DateOnly? other) => one is null || other is null || one == other;

    public static bool Agrees(PartialDate? one, PartialDate? other) => one is null || other is null || one.Value.Agrees(other.Value);

    /// <summary>2009年7月 in one place and 2009年7月15日 in another are one date.</summary>
    public static bool Same(PartialDate? one, PartialDate? other) => one is null == other is null && Agrees(one, other);
}
