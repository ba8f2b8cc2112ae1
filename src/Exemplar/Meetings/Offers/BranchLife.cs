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

    /// <summary>Those due at meetings whose records do not say how many came.</summary>
    public int DueElsewhere { get; init; }

    /// <summary>How many meetings' records do not say how many were due, and how many not even how many came.</summary>
    public int WithoutDue { get; init; }
    public int WithoutPresent { get; init; }

    /// <summary>Unknown where a meeting was held and does not say it: half a sum would be a wrong one. 0 where none was held.</summary>
    public FormValue AllDue => Due + DueElsewhere > 0 && WithoutDue == 0 ? Due + DueElsewhere : Untold;
    public FormValue AllPresent => Due + Others > 0 && WithoutPresent == 0 ? Present + Others : Untold;

    private FormValue Untold => Held + WithoutDue > 0 ? FormValue.Unknown : 0;

    public string Rate => RateOf(Present, Due);

    public static string RateOf(int present, int due) => due == 0 ? "" : $"{(100m * present / due).ToString("0.#", CultureInfo.InvariantCulture)}%";

    public KindLife And(KindLife other) => new(Required is null && other.Required is null ? null : (Required ?? 0) + (other.Required ?? 0),
        Held + other.Held, Missing + other.Missing, Due + other.Due, Present + other.Present)
    { Others = Others + other.Others, DueElsewhere = DueElsewhere + other.DueElsewhere, WithoutDue = WithoutDue + other.WithoutDue, WithoutPresent = WithoutPresent + other.WithoutPresent };
}

/// <summary>A branch in a period as superiors ask for it: who it is, and its meetings by kind with those of its Party groups.</summary>
/// <param name="Elected">The last election on record.</param>
/// <param name="TermEnds">The day by which the next one is due.</param>
public sealed record BranchLife(string Name, string Secretary, int Full, int Probationary, int People, DateOnly? Elected, DateOnly? TermEnds, IReadOnlyDictionary<string, KindLife> Kinds)
{
    /// <summary>It has no Party groups, and the form says how that is written.</summary>
    public bool IsWithoutGroups { get; init; }

    /// <summary>Nothing at all was held in the period that is on record here: who it is. Empty where something was.</summary>
    public string WithoutRecord { get; init; } = "";

    /// <summary>A number of one kind of meeting as the form wants it. What is required is certain, what was held may only not be entered.</summary>
    public FormValue Shown(string kind, string key, Func<KindLife, FormValue> number) =>
        IsWithoutGroups && kind == MeetingKind.Group && Of(kind).Held == 0 ? FormValue.NotApplicable
        : key == LifeWords.Required ? number(Of(kind)) : Told(number(Of(kind)));

    /// <summary>Of what was held.</summary>
    public FormValue Told(FormValue value) => WithoutRecord.Length > 0 ? value.Doubting(WithoutRecord) : value;

    public KindLife Of(string kind) => Kinds.GetValueOrDefault(kind, KindLife.None);

    public KindLife All => Kinds.Values.Aggregate(KindLife.None, (sum, kind) => sum.And(kind));

    /// <summary>Several branches as one: names side by side, numbers added up, and the term that ends first.</summary>
    public static BranchLife Together(IReadOnlyList<BranchLife> branches) => branches is [var only] ? only : new(
        string.Join('、', branches.Select(b => b.Name)), string.Join('、', branches.Select(b => b.Secretary).Where(s => s.Length > 0)),
        branches.Sum(b => b.Full), branches.Sum(b => b.Probationary), branches.Sum(b => b.People), null, branches.Min(b => b.TermEnds),
        branches.SelectMany(b => b.Kinds).GroupBy(k => k.Key).ToDictionary(g => g.Key, g => g.Select(k => k.Value).Aggregate((a, b) => a.And(b))))
    { IsWithoutGroups = branches.All(b => b.IsWithoutGroups), WithoutRecord = string.Join('、', branches.Select(b => b.WithoutRecord).Where(name => name.Length > 0)) };
}
