
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
public sealed class Unit : IRecord, IPlaced, IVersioned
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public UnitKind Kind { get; private init; }
    public string Name { get; set; } = "";
    public Guid? ParentId { get; private init; }

    /// <summary>Closed segments from the root, e.g. <c>/1/12/</c>.</summary>
    public string Path { get; private init; } = "";

    /// <summary>Place among the children of the parent: lists stand in organization order.</summary>
    public int Position { get; set; }

    public DateOnly? DissolvedOn { get; set; }
    public int Version { get; set; }

    /// <summary>Departments and branches answer tasks; a leading group or an office answers through them.</summary>
    public bool AnswersTasks => Kind is UnitKind.Department or UnitKind.Branch or UnitKind.GeneralBranch or UnitKind.LeadingGroupOffice;

    public bool IsParty => Kind is UnitKind.Committee or UnitKind.GeneralBranch or UnitKind.Branch or UnitKind.PartyGroup;

    /// <param name="number">A number no other unit has: it is the unit's segment in <see cref="Path"/>.</param>
    public static Result<Unit> Found(Guid id, UnitKind kind, string name, Unit? parent, int number, int position)
    {
        if (string.IsNullOrWhiteSpace(name)) return new Refusal(nameof(Name), "请填写名称");
        if (parent is null && kind is not UnitKind.Office) return new Refusal(nameof(Kind), $"{kind.Name()}须有上级");

        return new Unit { Id = id, Kind = kind, Name = name.Trim(), ParentId = parent?.Id, Path = $"{parent?.Path ?? "/"}{number}/", Position = position };
    }
}

internal sealed class UnitTable : IEntityTypeConfiguration<Unit>
{
    public void Configure(EntityTypeBuilder<Unit> table)
    {
        table.Property(u => u.Name).HasMaxLength(60);
        table.Property(u => u.Path).HasMaxLength(200);
        table.HasOne<Unit>().WithMany().HasForeignKey(u => u.ParentId);
        table.HasIndex(u => u.Path).IsUnique();
    }
}
