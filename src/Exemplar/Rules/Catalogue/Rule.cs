namespace Exemplar.Rules.Catalogue;

/// <summary>How sure it is that something stands in the source as it stands here (docs/adr/0013). Only arithmetic and what is confident may block.</summary>
public enum Certainty
{
    [Display(Name = "已核")] Confident,
    [Display(Name = "待核")] ToVerify,
    [Display(Name = "地方口径")] Local,
}

public enum Severity
{
    [Display(Name = "提示")] Info,
    [Display(Name = "提醒")] Warn,
    [Display(Name = "不合规即无效")] Block,
}

/// <summary>Three things can be unsure apart: the number, the article, and how it is read.</summary>
public sealed record Certainties(Certainty Number, Certainty Article, Certainty Reading)
{
    /// <summary>The marks that a reader must see, 数量和解释按地方口径; empty when all is confident.</summary>
    public string InWords => string.Join("，",
        from mark in new (string What, Certainty How)[] { ("数量", Number), ("条款", Article), ("解释", Reading) }
        where mark.How is not Certainty.Confident
        group mark.What by mark.How into marks
        select $"{string.Join('和', marks)}{(marks.Key is Certainty.Local ? "按" : "")}{marks.Key.Name()}");

    /// <summary>What the marks mean to whoever reads them for the first time; empty where there are none.</summary>
    public string Meaning => MeaningOf([Number, Article, Reading]);

    /// <summary>The same of several rules together.</summary>
    public static string MeaningOf(IEnumerable<Certainty> marks)
    {
        var all = marks.ToHashSet();
        return $"{(all.Contains(Certainty.ToVerify) ? "“待核”：这一处还没有对照文件原文核过，只提醒，不据此判不合规。" : "")}{(all.Contains(Certainty.Local) ? "“按地方口径”：文件没有写明，按各地的要求算。" : "")}";
    }
}

/// <summary>Whom a rule is about. With <see cref="Members"/> or <see cref="Posts"/> it is about persons, else about units.</summary>
public sealed record RuleScope
{
    /// <summary>Kinds of units, by the names of UnitKind.</summary>
    public IReadOnlyList<string> Units { get; init; } = [];

    /// <summary>How the branch was formed, by the names of Formation; any where it is empty.</summary>
    public IReadOnlyList<string> Formed { get; init; } = [];

    /// <summary>Standing of members, by the names of MemberStatus.</summary>
    public IReadOnlyList<string> Members { get; init; } = [];

    /// <summary>Posts as <c>Branch/Secretary</c>; <c>Branch/*</c> is any post there.</summary>
    public IReadOnlyList<string> Posts { get; init; } = [];

    /// <summary>Whether it is about retired members as well.</summary>
    public bool Retired { get; init; }

    /// <summary>A rule of a unit's own holds for what stands under this path.</summary>
    public string Under { get; init; } = "/";

    public bool OfPersons => Members.Count + Posts.Count > 0;
}

/// <summary>
/// A duty as data of <c>rules/catalogue/</c>, in one version. One that changes gets a second entry with the same id:
/// a period keeps the version that was in force on its first day.
/// </summary>
public sealed record Rule
{
    public required string Id { get; init; }
    public required string Title { get; init; }
    public required string Source { get; init; }
    public required string Article { get; init; }
    public required Certainties Status { get; init; }
    public DateOnly EffectiveFrom { get; init; } = DateOnly.MinValue;
    public DateOnly EffectiveTo { get; init; } = DateOnly.MaxValue;
    public RuleScope Scope { get; init; } = new();

    /// <summary>Null where it is not counted by calendar periods: terms, spans that begin with a person, and principles.</summary>
    public PeriodKind? Period { get; init; }

    /// <summary>Null for a principle, which is shown and never counted.</summary>
    public Requirement? Require { get; init; }

    /// <summary>Where this is not so, the duty does not arise.</summary>
    public Condition? When { get; init; }
    public Severity Severity { get; init; } = Severity.Warn;

    /// <summary>The year's notice sets the days within which it is done, and it may be done after the year.</summary>
    public bool ByNotice { get; init; }

    /// <summary>Natural days before the last one from which it is at risk; by default about a third of the period.</summary>
    public int? WarnDays { get; init; }

    /// <summary>Read by the person, their branch secretary and the committee's office only.</summary>
    public bool Restricted { get; init; }
    public string Note { get; init; } = "";

    /// <summary>《中国共产党支部工作条例（试行）》第十一条（解释待核）; an article or a mark stands only where it says something.</summary>
    public string SourceInWords => $"{Source}{(Article.Contains("待核", StringComparison.Ordinal) ? "" : Article)}{(Status.InWords is { Length: > 0 } marks ? $"（{marks}）" : "")}";

    /// <summary>2026年四季度; for what belongs to no period, that which ends.</summary>
    public string PeriodOf(DateOnly from) => Period is { } kind ? Kernel.Period.Of(kind, from).Name : Require?.Measure is Measure.Ended ? "任务结束" : "任期届满";

    /// <summary>Whether it asks who belongs to the unit. Of a person it always asks where they belong.</summary>
    public bool LooksAtMembers => Require?.Measure is Measure.Share || Asks(Measure.Full) || Asks(Measure.Members);

    /// <summary>Whether it asks which posts are held, in the unit or by the person.</summary>
    public bool LooksAtPosts => Scope.Posts.Count > 0 || Asks(Measure.Holders) || Asks(Measure.Filled);

    private bool Asks(Measure of) => Require?.Measure == of || When?.Measure == of;

    public bool IsInForce(DateOnly on) => EffectiveFrom <= on && on <= EffectiveTo;
}
