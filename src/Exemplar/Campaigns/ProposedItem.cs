using System.Linq.Expressions;
using Exemplar.Campaigns.Reading;

namespace Exemplar.Campaigns;

public enum ItemDecision
{
    [Display(Name = "待定")] Pending,
    [Display(Name = "已采纳")] Accepted,
    [Display(Name = "不采纳")] Dropped,
    [Display(Name = "已下达")] Issued,
    [Display(Name = "已并入前一条")] Merged,
}

/// <summary>What the reader proposes and a person decides: a problem, stage, measure or task with its place in the source.</summary>
public sealed partial class ProposedItem : IRecord, IVersioned
{
    public const int LongestTitle = 200;
    public const int LongestRecurrence = 20;

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid CampaignId { get; private init; }
    public Guid DocumentId { get; private init; }
    public PlanItemKind Kind { get; private set; }
    public string Title { get; private set; } = "";
    public string Text { get; private set; } = "";

    /// <summary>Section numbers, outermost first.</summary>
    public List<string> Path { get; private init; } = [];

    /// <summary>Owners in the document's words, and the units that they were taken for or that a person chose.</summary>
    public List<string> NamedOwners { get; private set; } = [];
    public List<string> NamedCoOwners { get; private set; } = [];

    /// <summary>Those of the named that no unit was found for: nothing goes to them until a person chooses.</summary>
    public List<string> MissedOwners { get; private set; } = [];
    public List<Guid> OwnerIds { get; private set; } = [];
    public List<Guid> CoOwnerIds { get; private set; } = [];

    public DateOnly? DueOn { get; private set; }
    public DateOnly? StartsOn { get; private set; }
    public DateOnly? EndsOn { get; private set; }
    public string? Recurrence { get; private set; }
    public List<string> Targets { get; private set; } = [];

    /// <summary>The stage-kind item of the same campaign that this one belongs to.</summary>
    public Guid? StageId { get; private set; }

    /// <summary>1-based; 0 for an item that a person added.</summary>
    public int Line { get; private set; }
    public int Start { get; private set; }
    public int End { get; private set; }
    public List<string> Unsure { get; private set; } = [];
    public ItemDecision Decision { get; private set; }
    public int Version { get; set; }

    public bool WasAdded => Line == 0;
    public bool NeedsOwner => Kind is PlanItemKind.Task or PlanItemKind.Measure;
    public bool IsSure => Unsure.Count == 0 && MissedOwners.Count == 0 && (!NeedsOwner || OwnerIds.Count > 0);

    /// <summary><see cref="IsSure"/> of what still waits, for the database.</summary>
    internal static Expression<Func<ProposedItem, bool>> IsSureAndPending => i => i.Decision == ItemDecision.Pending && i.Unsure.Count == 0 && i.MissedOwners.Count == 0
        && ((i.Kind != PlanItemKind.Task && i.Kind != PlanItemKind.Measure) || i.OwnerIds.Count > 0);

    public static ProposedItem Of(PlanDocument document, PlanItem read, OwnerMatch owners) => new()
    {
        CampaignId = document.CampaignId,
        DocumentId = document.Id,
        Kind = read.Kind,
        Title = PlanDocument.Shorten(read.Title, LongestTitle),
        Text = read.Text,
        Path = [.. read.Path],
        NamedOwners = [.. read.Owners],
        NamedCoOwners = [.. read.CoOwners],
        OwnerIds = owners.Find(read.Owners),
        CoOwnerIds = [.. owners.Find(read.CoOwners).Except(owners.Find(read.Owners))],
        DueOn = Sane(read.Due ?? read.Ends),
        StartsOn = Sane(read.Starts),
        EndsOn = Sane(read.Ends),
        Recurrence = read.Recurrence,
        Targets = [.. read.Targets],
        Line = read.Line,
        Start = read.Start,
        End = read.End,
        MissedOwners = owners.Missed([.. read.Owners, .. read.CoOwners]),
        Unsure = [.. read.Unsure],
    };

    /// <summary>What the document says and the reader missed, or what was agreed besides; it stands after what was read.</summary>
    public static Result<ProposedItem> Add(Guid id, PlanDocument document, ProposalFields fields)
    {
        var item = new ProposedItem { Id = id, CampaignId = document.CampaignId, DocumentId = document.Id, Start = document.Text.Length, End = document.Text.Length };
        return item.Adjust(fields) is { } refusal ? refusal : item;
    }

    /// <summary>A person's reading replaces the proposal and accepts it; what they have looked at is no longer unsure.</summary>
    public Refusal? Adjust(ProposalFields fields)
    {
        if (Closed is { } closed) return closed;
        if (!IsSane(fields.DueOn)) return new Refusal(nameof(DueOn), "请核对年份");
        if (!IsSane(fields.StartsOn)) return new Refusal(nameof(StartsOn), "请核对年份");
        if (!IsSane(fields.EndsOn)) return new Refusal(nameof(EndsOn), "请核对年份");
        if (fields.EndsOn < fields.StartsOn) return new Refusal(nameof(EndsOn), "结束不能早于开始");

        (Kind, Title, DueOn, StartsOn, EndsOn) = (fields.Kind!.Value, fields.Title.Trim(), fields.DueOn, fields.StartsOn, fields.EndsOn);
        StageId = Kind is PlanItemKind.Stage ? null : fields.Stage;
        Recurrence = string.IsNullOrWhiteSpace(fields.Recurrence) ? null : fields.Recurrence.Trim();
        Targets = [.. (fields.Targets ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];
        OwnerIds = [.. fields.Owners.Distinct()];
        CoOwnerIds = [.. fields.CoOwners.Distinct().Except(OwnerIds)];
        (Unsure, MissedOwners) = ([], []);
        return Decide(ItemDecision.Accepted);
    }

    /// <summary>A slip of the year would count working days for ages.</summary>
    private static bool IsSane(DateOnly? day) => day is null or { Year: >= 2000 and <= 2100 };

    private static DateOnly? Sane(DateOnly? day) => IsSane(day) ? day : null;

    public Refusal? Decide(ItemDecision decision)
    {
        if (Closed is { } closed) return closed;
        if (decision is ItemDecision.Merged) return new Refusal("合并用“并入上一条”办理");
        if (decision is ItemDecision.Issued) return new Refusal("下达在“下达任务”页办理");
        Decision = decision;
        return null;
    }

    internal void BelongTo(ProposedItem stage) => StageId = stage.Id;

    internal void MarkIssued() => Decision = ItemDecision.Issued;
}

internal sealed class ProposedItemTable : IEntityTypeConfiguration<ProposedItem>
{
    public void Configure(EntityTypeBuilder<ProposedItem> table)
    {
        table.ToTable("ProposedItems");
        table.Property(i => i.Title).HasMaxLength(ProposedItem.LongestTitle);
        table.Property(i => i.Recurrence).HasMaxLength(ProposedItem.LongestRecurrence);
        table.HasOne<PlanDocument>().WithMany().HasForeignKey(i => i.DocumentId);
        table.HasIndex(i => new { i.DocumentId, i.Start });
        table.HasIndex(i => new { i.CampaignId, i.Decision });
    }
}
