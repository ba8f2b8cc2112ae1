namespace Exemplar.Rules.Catalogue;

public enum Measure
{
    /// <summary>How many facts of the kinds.</summary>
    Count,

    /// <summary>Their quantities added up.</summary>
    Sum,

    /// <summary>Per cent of the roll whose quantities reach <see cref="Requirement.Each"/>.</summary>
    Share,

    /// <summary>Full members on the roll.</summary>
    Full,

    /// <summary>Members on the roll, probationary ones included.</summary>
    Members,

    /// <summary>People who hold one of the posts in <see cref="Requirement.Of"/>.</summary>
    Holders,

    /// <summary>How many of the posts in <see cref="Requirement.Of"/> are filled.</summary>
    Filled,

    /// <summary>Units that a joint branch covers.</summary>
    Covered,

    /// <summary>Dissolved when the task ends for which it was formed.</summary>
    Ended,

    /// <summary>Again within so many years after each fact of the kinds.</summary>
    Term,

    /// <summary>Facts of the kinds within so many months after something in the person's life.</summary>
    Since,
}

public enum Beginning
{
    [Display(Name = "任职")] Appointed,
    [Display(Name = "入党")] Joined,
    [Display(Name = "转正")] Confirmed,
}

/// <summary>What must be reached. Numbers are whole; hours are counted in tenths (<see cref="Scale"/> 10).</summary>
public sealed record Requirement
{
    public required Measure Measure { get; init; }

    /// <summary>Kinds of facts (<c>attended.*</c> is all that begin so), or names of posts.</summary>
    public IReadOnlyList<string> Of { get; init; } = [];
    public int? AtLeast { get; init; }
    public int? AtMost { get; init; }
    public int Each { get; init; } = 1;
    public int Years { get; init; }
    public int Months { get; init; }
    public Beginning From { get; init; }
    public string Unit { get; init; } = "次";
    public int Scale { get; init; } = 1;

    public bool IsMet(int actual) => actual >= (AtLeast ?? int.MinValue) && actual <= (AtMost ?? int.MaxValue);

    /// <summary>The number that the reader compares with.</summary>
    public int Required => AtLeast ?? AtMost ?? 1;

    public bool Reads(string kind) => Of.Any(of => of == kind || (of.EndsWith(".*", StringComparison.Ordinal) && kind.StartsWith(of[..^1], StringComparison.Ordinal)));

    /// <summary>About how the roll stands now, not about what is done in a period.</summary>
    public bool IsOfRoll => Measure is Measure.Full or Measure.Members or Measure.Holders or Measure.Filled or Measure.Covered;

    /// <summary>Done by one day, which belongs to no period: the end of a term or of a task.</summary>
    public bool HasItsDay => Measure is Measure.Term or Measure.Ended;

    /// <summary>不少于 1 次, 不多于 50 人, 3 至 7 人</summary>
    public string InWords => (AtLeast, AtMost) switch
    {
        (_, null) => $"不少于 {Shown(Required)} {Unit}",
        (null, _) => $"不多于 {Shown(Required)} {Unit}",
        var (least, most) => $"{Shown(least.Value)} 至 {Shown(most.Value)} {Unit}",
    };

    public string Shown(int quantity) => Scale == 1 ? $"{quantity}" : $"{(decimal)quantity / Scale:0.#}";
}

/// <summary>A duty arises only while the roll stands so, e.g. a committee with seven full members.</summary>
public sealed record Condition
{
    public required Measure Measure { get; init; }
    public IReadOnlyList<string> Of { get; init; } = [];
    public int? AtLeast { get; init; }
    public int? AtMost { get; init; }

    /// <summary>Said where the duty does not arise.</summary>
    public required string Else { get; init; }

    public Requirement AsRequirement => new() { Measure = Measure, Of = Of, AtLeast = AtLeast, AtMost = AtMost };
}
