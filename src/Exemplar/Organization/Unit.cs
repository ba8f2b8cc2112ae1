using Exemplar.Rules.Standings;

namespace Exemplar.Organization;

public enum UnitKind
{
    [Display(Name = "机关单位")] Office,
    [Display(Name = "科室")] Department,
    [Display(Name = "领导小组")] LeadingGroup,
    [Display(Name = "领导小组办公室")] LeadingGroupOffice,
    [Display(Name = "党组")] PartyLeadershipGroup,
    [Display(Name = "机关党委")] Committee,
    [Display(Name = "党总支")] GeneralBranch,
    [Display(Name = "党支部")] Branch,
    [Display(Name = "党小组")] PartyGroup,
    [Display(Name = "共建单位")] Partner,
}

/// <summary>A unit of the organization tree. Units are dissolved, never deleted: their records stay.</summary>
public sealed partial class Unit : IRecord, IPlaced, IVersioned, IMovesStandings
{
    private const int Deepest = 10;

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public UnitKind Kind { get; private init; }
    public string Name { get; set; } = "";
    public Guid? ParentId { get; private set; }

    /// <summary>Closed segments from the root, e.g. <c>/1/12/</c>.</summary>
    public string Path { get; private set; } = "";

    /// <summary>Place among the children of the parent: lists stand in organization order.</summary>
    public int Position { get; set; }

    /// <summary>The positions from the root, e.g. <c>00001/00012/</c>: sorting by it gives the whole tree in organization order.</summary>
    public string Order { get; private set; } = "";

    public DateOnly? DissolvedOn { get; set; }

    /// <summary>启用日: the duties of earlier days are not kept here. Null for units without duties, and where they are not kept at all.</summary>
    public DateOnly? DutiesFrom { get; private set; }

    /// <summary>The last election of the committee or the secretary 换届, as somebody entered it.</summary>
    public DateOnly? ElectedOn { get; private set; }

    /// <summary>The day to which the superior put off the election that follows <see cref="ElectedOn"/> (ELE-03); null where it has not.</summary>
    public DateOnly? TermExtendedTo { get; private set; }
    public int Version { get; set; }

    /// <summary>Departments and branches answer tasks; a leading group or an office answers through them.</summary>
    public bool AnswersTasks => Kind is UnitKind.Department or UnitKind.Branch or UnitKind.GeneralBranch or UnitKind.LeadingGroupOffice;

    public bool IsParty => Kind is UnitKind.Committee or UnitKind.GeneralBranch or UnitKind.Branch or UnitKind.PartyGroup;

    /// <summary>Party bodies have duties of their own: meetings, terms, numbers.</summary>
    public bool HasDuties => KindsWithDuties.Contains(Kind);

    public static IReadOnlyList<UnitKind> KindsWithDuties { get; } = [UnitKind.Committee, UnitKind.GeneralBranch, UnitKind.Branch, UnitKind.PartyGroup, UnitKind.PartyLeadershipGroup];

    /// <summary>Party bodies whose leaders are elected for a term.</summary>
    public bool IsElected => Kind is UnitKind.Committee or UnitKind.GeneralBranch or UnitKind.Branch;

    IEnumerable<Guid> IMovesStandings.Touches => [Id];

    /// <summary>Members belong to a branch; a general branch without branches takes them itself.</summary>
    public bool TakesMembers => Kind is UnitKind.Branch or UnitKind.GeneralBranch;

    /// <param name="number">A number no other unit has: it is the unit's segment in <see cref="Path"/>.</param>
    /// <param name="dutiesFrom">The day from which its duties are kept, if it has any; null to begin later.</param>
    public static Result<Unit> Found(Guid id, UnitKind kind, string name, Unit? parent, int number, int position, DateOnly? dutiesFrom = null)
    {
        if (string.IsNullOrWhiteSpace(name)) return new Refusal(nameof(Name), "请填写名称");
        if (parent?.Path.Count(c => c == '/') > Deepest) return new Refusal(nameof(Kind), $"层级太深，最多 {Deepest} 级");
        if (parent is null && kind is not UnitKind.Office) return new Refusal(nameof(Kind), $"{kind.Name()}须有上级");

        var unit = new Unit { Id = id, Kind = kind, Name = name.Trim(), ParentId = parent?.Id, Path = $"{parent?.Path ?? "/"}{number}/" };
        unit.Stand(parent, position);
        if (unit.HasDuties) unit.DutiesFrom = dutiesFrom;
        return unit;
    }

    /// <summary>Takes a place among the children of the parent; the units below must follow.</summary>
    public void Stand(Unit? parent, int position)
    {
        Position = position;
        Order = $"{parent?.Order}{position:D5}/";
    }

    public Refusal? Rename(string name)
    {
        if (string.IsNullOrWhiteSpace(name)) return new Refusal(nameof(Name), "请填写名称");
        Name = name.Trim();
        return null;
    }

    /// <summary>Corrects the day from which duties are kept, and the last election.</summary>
    public Refusal? KeepDuties(DateOnly? from, DateOnly? electedOn, DateOnly today)
    {
        if (from > today.AddYears(1)) return new Refusal(nameof(DutiesFrom), "启用日最多定到一年以后，请核对");
        if (electedOn > today) return new Refusal(nameof(ElectedOn), "换届日期不能在今天之后");
        if (electedOn is not null && !IsElected) return new Refusal(nameof(ElectedOn), $"{Kind.Name()}不换届");
        if (HasDuties) DutiesFrom = from;
        if (ElectedOn != electedOn) TermExtendedTo = null;   // it was of the term before
        ElectedOn = electedOn;
        return null;
    }

    /// <summary>延期换届: the term that lasts ends later, as the superior approved; null takes that back.</summary>
    public Refusal? ExtendTerm(DateOnly? to)
    {
        if (to is not null && ElectedOn is null) return new Refusal(nameof(TermExtendedTo), "请先填上次换届日期");
        if (to <= ElectedOn) return new Refusal(nameof(TermExtendedTo), "延期到的日期要在上次换届之后");
        TermExtendedTo = to;
        return null;
    }

    /// <summary>调整上级: stands under another unit from now on, with all that it has been and done. The units below must follow (<see cref="Follow"/>).</summary>
    /// <param name="levelsBelow">How many levels of units stand below it.</param>
    public Refusal? MoveUnder(Unit parent, int position, int levelsBelow)
    {
        if (DissolvedOn is not null) return new Refusal("已撤销的单位不再移动");
        if (ParentId is null) return new Refusal("最上级单位不能移到别处");
        if (parent.DissolvedOn is not null) return new Refusal("Parent", "这个单位已撤销");
        if (parent.Path.StartsWith(Path, StringComparison.Ordinal)) return new Refusal("Parent", "不能移到自己或自己的下级下面");
        if (parent.Id == ParentId) return new Refusal("Parent", $"现在就在“{parent.Name}”下面");
        if (!parent.KindsBelow.Contains(Kind)) return new Refusal("Parent", $"{parent.Kind.Name()}下不设{Kind.Name()}");
        if (parent.Path.Count(c => c == '/') + levelsBelow > Deepest) return new Refusal("Parent", $"层级太深，最多 {Deepest} 级");
        var number = Path.TrimEnd('/')[(Path.TrimEnd('/').LastIndexOf('/') + 1)..];
        (ParentId, Path) = (parent.Id, $"{parent.Path}{number}/");
        Stand(parent, position);
        return null;
    }

    /// <summary>A unit above it has moved from one place to another.</summary>
    public void Follow(string from, string to, string orderFrom, string orderTo) => (Path, Order) = (to + Path[from.Length..], orderTo + Order[orderFrom.Length..]);

    /// <summary>What stands in the way of dissolving it is named, so that it can be cleared away first.</summary>
    public Refusal? Dissolve(DateOnly on, DateOnly today, int unitsBelow, int people, int posts, int openTasks)
    {
        if (DissolvedOn is { } already) return new Refusal($"已于 {already.Iso()} 撤销");
        if (ParentId is null) return new Refusal("最上级单位不能撤销");
        if (unitsBelow > 0) return new Refusal($"下面还有 {unitsBelow} 个单位，请先撤销它们");
        if (people > 0) return new Refusal($"还有 {people} 人编在这里，请先调整他们的科室或支部");
        if (posts > 0) return new Refusal($"还有 {posts} 个现任职务，请先登记离任");
        if (openTasks > 0) return new Refusal($"还有 {openTasks} 项任务没有办结，请先办结");
        if (on > today) return new Refusal("On", "撤销日期不能在今天之后");
        DissolvedOn = on;
        return null;
    }

    /// <summary>The kinds of units that may stand directly below this one.</summary>
    public IReadOnlyList<UnitKind> KindsBelow => KindsUnder(Kind);

    public static bool MayStandUnder(UnitKind parent, UnitKind kind) => KindsUnder(parent).Contains(kind);

    private static IReadOnlyList<UnitKind> KindsUnder(UnitKind kind) => kind switch
    {
        UnitKind.Office => [UnitKind.Department, UnitKind.Committee, UnitKind.GeneralBranch, UnitKind.Branch, UnitKind.PartyLeadershipGroup, UnitKind.LeadingGroup, UnitKind.Office, UnitKind.Partner],
        UnitKind.Department => [UnitKind.Department],
        UnitKind.LeadingGroup => [UnitKind.LeadingGroupOffice],
        UnitKind.Committee => [UnitKind.GeneralBranch, UnitKind.Branch],
        UnitKind.GeneralBranch => [UnitKind.Branch],
        UnitKind.Branch => [UnitKind.PartyGroup, UnitKind.Partner],
        _ => [],
    };
}

internal sealed class UnitTable : IEntityTypeConfiguration<Unit>
{
    public void Configure(EntityTypeBuilder<Unit> table)
    {
        table.Property(u => u.Name).HasMaxLength(60);
        table.Property(u => u.Path).HasMaxLength(200);
        table.Property(u => u.Order).HasMaxLength(200);
        table.Ignore(u => u.KindsBelow);
        table.HasOne<Unit>().WithMany().HasForeignKey(u => u.ParentId);
        table.HasIndex(u => u.Path).IsUnique();
        table.HasIndex(u => u.Order);
    }
}
