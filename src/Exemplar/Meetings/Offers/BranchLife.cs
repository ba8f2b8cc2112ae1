using System.Globalization;
using Exemplar.Documents.Templates.Offers;

namespace Exemplar.Meetings.Offers;

/// <summary>How often meetings of one kind were due in a period and held, and who of those due came.</summary>
/// <param name="Required">What rules ask of the periods that end in it; null where no duty is kept.</param>
/// <param name="Due">People due, one by one, at those whose records say both who was due and who came; 0 where none does.</param>
/// <param name="Present">How many of those came.</param>
public sealed record KindLife(int? Required, int Held, int Missing, int Due, int Present)
{
    public static readonly KindLife None = new(null, 0, 0, 0, 0);

    /// <summary>Those who came to meetings whose records do not say how many were due.</summary>
    public int Others { get; init; }

    /// <summary>How many meetings' records do not say how many were due, and how many not even how many came.</summary>
    public int WithoutDue { get; init; }
    public int WithoutPresent { get; init; }

    /// <summary>Null where nobody is named, or a meeting does not say it: half a sum would be a wrong one.</summary>
    public int? AllDue => Due > 0 && WithoutDue == 0 ? Due : null;
    public int? AllPresent => Due + Others > 0 && WithoutPresent == 0 ? Present + Others : null;

    public string Rate => RateOf(Present, Due);

    public static string RateOf(int present, int due) => due == 0 ? "" : $"{(100m * present / due).ToString("0.#", CultureInfo.InvariantCulture)}%";

    public KindLife And(KindLife other) => new(Required is null && other.Required is null ? null : (Required ?? 0) + (other.Required ?? 0),
        Held + other.Held, Missing + other.Missing, Due + other.Due, Present + other.Present)
    { Others = Others + other.Others, WithoutDue = WithoutDue + other.WithoutDue, WithoutPresent = WithoutPresent + other.WithoutPresent };
}

/// <summary>A branch in a period as superiors ask for it: who it is, and its meetings by kind with those of its Party groups.</summary>
/// <param name="Elected">The last election on record.</param>
/// <param name="TermEnds">The day by which the next one is due.</param>
public sealed record BranchLife(string Name, string Secretary, int Full, int Probationary, int People, DateOnly? Elected, DateOnly? TermEnds, IReadOnlyDictionary<string, KindLife> Kinds)
{
    /// <summary>It has no Party groups, and the form says how that is written.</summary>
    public bool IsWithoutGroups { get; init; }

    /// <summary>A number of one kind of meeting as the form wants it.</summary>
    public FormValue Shown(string kind, Func<KindLife, FormValue> number) => IsWithoutGroups && kind == MeetingKind.Group && Of(kind).Held == 0 ? FormValue.NotApplicable : number(Of(kind));

    public KindLife Of(string kind) => Kinds.GetValueOrDefault(kind, KindLife.None);

    public KindLife All => Kinds.Values.Aggregate(KindLife.None, (sum, kind) => sum.And(kind));

    /// <summary>Several branches as one: names side by side, numbers added up, and the term that ends first.</summary>
    public static BranchLife Together(IReadOnlyList<BranchLife> branches) => branches is [var only] ? only : new(
        string.Join('、', branches.Select(b => b.Name)), string.Join('、', branches.Select(b => b.Secretary).Where(s => s.Length > 0)),
        branches.Sum(b => b.Full), branches.Sum(b => b.Probationary), branches.Sum(b => b.People), null, branches.Min(b => b.TermEnds),
        branches.SelectMany(b => b.Kinds).GroupBy(k => k.Key).ToDictionary(g => g.Key, g => g.Select(k => k.Value).Aggregate((a, b) => a.And(b))))
    { IsWithoutGroups = branches.All(b => b.IsWithoutGroups) };
}
