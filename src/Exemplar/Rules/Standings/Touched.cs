namespace Exemplar.Rules.Standings;

/// <summary>A row on which standings rest. Whoever changes one never needs to think of them: the commit brings them up to date.</summary>
public interface IMovesStandings
{
    /// <summary>The units and people whose standings may move.</summary>
    IEnumerable<Guid> Touches { get; }

    /// <summary>Whether everything below the units moves with them.</summary>
    bool MovesBelow => false;
}

/// <summary>What a commit has changed so far that standings rest on.</summary>
public sealed class Touched
{
    /// <summary>Subjects of facts: only the years of those facts move, for rules that read their kinds.</summary>
    public HashSet<Guid> Subjects { get; } = [];
    public HashSet<int> Years { get; } = [];
    public HashSet<string> Kinds { get; } = [];

    /// <summary>Units and people that changed themselves: all their years move.</summary>
    public HashSet<Guid> Whole { get; } = [];
    public HashSet<Guid> Below { get; } = [];

    /// <summary>The facts, where nothing has moved but that they were added.</summary>
    public IReadOnlyList<Fact> OnlyAdded { get; set; } = [];

    public bool IsEmpty => Subjects.Count + Whole.Count == 0;

    public void Add(Fact fact) => Add(fact.PersonId ?? fact.UnitId, fact.CountsOn.Year, fact.Kind);

    public void Add(Guid subject, int year, string kind)
    {
        Subjects.Add(subject);
        Years.Add(year);
        Kinds.Add(kind);
    }

    public void Add(IMovesStandings row)
    {
        Whole.UnionWith(row.Touches);
        if (row.MovesBelow) Below.UnionWith(row.Touches);
    }

    public void Clear()
    {
        foreach (var set in (HashSet<Guid>[])[Subjects, Whole, Below]) set.Clear();
        OnlyAdded = [];
        Years.Clear();
        Kinds.Clear();
    }
}
