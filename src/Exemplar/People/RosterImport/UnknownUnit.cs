using System.Text.Json;
using Exemplar.Organization;

namespace Exemplar.People.RosterImport;

/// <summary>A name in the sheet that no unit bears, or that several do: it is founded, or somebody says which unit is meant.</summary>
public sealed class UnknownUnit(RosterColumn column, string name, UnitKind kind, bool mayFound, IReadOnlyList<Unit> offered)
{
    private readonly Lazy<Unit?> nearest = new(() => UnitLikeness.Nearest(name, offered, u => u.Name));   // asked by the page only

    public RosterColumn Column => column;
    public string Name => name;

    /// <summary>The kind that a unit of this name would be.</summary>
    public UnitKind Kind => kind;

    /// <summary>Without a match it is founded; else a match is needed.</summary>
    public bool MayFound => mayFound;

    /// <summary>How many rows name it.</summary>
    public int Rows { get; private set; } = 1;

    /// <summary>The unit that stands for it: matched or founded; a refusal when it may be neither.</summary>
    public Result<Unit> Answer { get; internal set; }

    /// <summary>The existing units that it may mean, in organization order.</summary>
    public IReadOnlyList<Unit> Offered => offered;

    public Unit? Nearest => nearest.Value;

    /// <summary>What a form calls it.</summary>
    public string Key => UnitMatches.KeyOf(column, name);

    /// <summary>The existing unit that somebody matched it with.</summary>
    public Unit? Matched => Answer.Value is { } unit && offered.Contains(unit) ? unit : null;

    internal Result<Unit> Again()
    {
        Rows++;
        return Answer;
    }
}

/// <summary>Which existing units stand for names in a sheet, and who holds a post that two are named for, as somebody said for this import.</summary>
public sealed record UnitMatches(IReadOnlyDictionary<string, Guid> Units)
{
    public static readonly UnitMatches None = new(new Dictionary<string, Guid>());

    /// <summary>By <see cref="PostQuestion.Key"/>, the row of whoever holds the post; 0 leaves it as it is on record.</summary>
    public IReadOnlyDictionary<string, int> Posts { get; init; } = new Dictionary<string, int>();

    /// <summary>Rows with something wrong stay out and stop nobody else: somebody said so.</summary>
    public bool WithoutWrong { get; init; }

    /// <summary>Days of 转入 under 备注 are not used: somebody said so.</summary>
    public bool WithoutTransfers { get; init; }

    /// <summary>By <see cref="SameQuestion.Key"/>, whether two are one person.</summary>
    public IReadOnlyDictionary<string, bool> Same { get; init; } = new Dictionary<string, bool>();

    public Guid? Of(RosterColumn column, string name) => Units.TryGetValue(KeyOf(column, name), out var unit) ? unit : null;

    public string ToJson() => JsonSerializer.Serialize(this);

    public static UnitMatches OfJson(string json) => JsonSerializer.Deserialize<UnitMatches>(json)!;

    internal static string KeyOf(RosterColumn column, string name) => $"{column}:{RosterUnits.Key(name)}";
}
