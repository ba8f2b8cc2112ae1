using Exemplar.Organization;
using Exemplar.Tasks.Supervision;

namespace Exemplar.Campaigns;

public enum ApprovalBasis
{
    [Display(Name = "单位内部工作安排")] Internal,
    [Display(Name = "经批准的创建示范活动")] Approved,
}

/// <summary>
/// A creation campaign of one office. It carries its approval basis: an activity that evaluates and names needs a
/// superior's approval (《创建示范活动管理办法（试行）》2022), internal work does not.
/// </summary>
public sealed class Campaign : IRecord, IVersioned
{
    public Guid Id { get; init; }
    public string Title { get; private init; } = "";

    /// <summary>The office that holds it: the place that its gates ask for.</summary>
    public Guid HostId { get; private init; }
    public Guid LeadingGroupId { get; private init; }

    /// <summary>The leading group's office: issues tasks and accepts what is reported.</summary>
    public Guid IssuerId { get; private init; }
    public ApprovalBasis Basis { get; private init; }
    public string? ApprovalNumber { get; private init; }
    public DateOnly? ApprovedUntil { get; private init; }

    /// <summary>Key of a set in <c>rules/dimensions/</c>.</summary>
    public string DimensionSet { get; private init; } = "";

    /// <summary>Key of a ladder in <c>rules/ladders/</c>: how its tasks are urged.</summary>
    public string Ladder { get; private init; } = "";
    public DateTimeOffset OpenedAt { get; private init; }
    public DateTimeOffset? IssuedAt { get; private set; }
    public int Version { get; set; }
    public List<Stage> Stages { get; private init; } = [];

    public static Result<Campaign> Open(Guid id, string title, Unit host, Unit leadingGroup, Unit issuer, ApprovalBasis basis,
        string? approvalNumber, DateOnly? approvedUntil, string dimensionSet, Act by, string ladder = Ladders.Usual)
    {
        var approved = basis is ApprovalBasis.Approved;
        if (approved && string.IsNullOrWhiteSpace(approvalNumber)) return new Refusal(nameof(ApprovalNumber), "经批准的创建示范活动须写明批准文号或保留目录编号");
        if (approved && approvedUntil is null) return new Refusal(nameof(ApprovedUntil), "请写明批准的期限");
        if (approvedUntil < DateOnly.FromDateTime(by.At.InOffice().Date)) return new Refusal(nameof(ApprovedUntil), "批准已经到期，不能再开展");

        return new Campaign
        {
            Id = id,
            Title = title.Trim(),
            HostId = host.Id,
            LeadingGroupId = leadingGroup.Id,
            IssuerId = issuer.Id,
            Basis = basis,
            ApprovalNumber = approved ? approvalNumber!.Trim() : null,
            ApprovedUntil = approved ? approvedUntil : null,
            DimensionSet = dimensionSet,
            Ladder = ladder,
            OpenedAt = by.At,
        };
    }

    /// <summary>Tasks go out. A campaign can issue again when more was accepted.</summary>
    public void Issue(IEnumerable<Stage> stages, Act by)
    {
        IssuedAt ??= by.At;
        Stages.AddRange(stages);
    }
}

/// <summary>A stretch of a campaign, as its plan names it.</summary>
public sealed class Stage : IPartOf
{
    public Guid Id { get; init; }
    public Guid CampaignId { get; init; }
    public required string Name { get; init; }
    public DateOnly? StartsOn { get; init; }
    public DateOnly? EndsOn { get; init; }
    public int Position { get; init; }

    Guid IPartOf.RecordId => CampaignId;
}

internal sealed class CampaignTable : IEntityTypeConfiguration<Campaign>
{
    public void Configure(EntityTypeBuilder<Campaign> table)
    {
        table.ToTable("Campaigns");
        table.Property(c => c.Title).HasMaxLength(100);
        table.Property(c => c.ApprovalNumber).HasMaxLength(60);
        table.Property(c => c.DimensionSet).HasMaxLength(40);
        table.Property(c => c.Ladder).HasMaxLength(40);
        table.HasOne<Unit>().WithMany().HasForeignKey(c => c.HostId);
        table.HasOne<Unit>().WithMany().HasForeignKey(c => c.LeadingGroupId);
        table.HasOne<Unit>().WithMany().HasForeignKey(c => c.IssuerId);
        table.HasMany(c => c.Stages).WithOne().HasForeignKey(s => s.CampaignId);
    }
}

internal sealed class StageTable : IEntityTypeConfiguration<Stage>
{
    public void Configure(EntityTypeBuilder<Stage> table)
    {
        table.ToTable("Stages");
        table.Property(s => s.Name).HasMaxLength(200);
    }
}
