using Exemplar.Tasks;

namespace Exemplar.Meetings;

/// <summary>One matter of a meeting, in its order: what was asked, what was said in substance, what was decided.</summary>
public sealed class AgendaItem : IPartOf
{
    public const int LongestTitle = 200;
    public const int LongestText = 4000;

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid MeetingId { get; init; }

    /// <summary>Its place on the agenda, from 1.</summary>
    public int Number { get; set; }
    public required string Title { get; set; }
    public string Discussion { get; set; } = "";
    public string Decision { get; set; } = "";

    /// <summary>The task that the decision became.</summary>
    public Guid? TaskId { get; set; }

    Guid IPartOf.RecordId => MeetingId;
}

/// <summary>What a later meeting found of an earlier decision: done, or still open. A decision is open until one says that it is done.</summary>
public sealed class DecisionReview : IPartOf
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>The later meeting.</summary>
    public required Guid MeetingId { get; init; }

    /// <summary>The item of the earlier meeting.</summary>
    public required Guid ItemId { get; init; }
    public required bool IsDone { get; set; }

    Guid IPartOf.RecordId => MeetingId;
}

internal sealed class AgendaItemTable : IEntityTypeConfiguration<AgendaItem>
{
    public void Configure(EntityTypeBuilder<AgendaItem> table)
    {
        table.ToTable("MeetingAgenda");
        table.Property(i => i.Title).HasMaxLength(AgendaItem.LongestTitle);
        table.Property(i => i.Discussion).HasMaxLength(AgendaItem.LongestText);
        table.Property(i => i.Decision).HasMaxLength(AgendaItem.LongestText);
        table.HasOne<WorkTask>().WithMany().HasForeignKey(i => i.TaskId);
        table.HasIndex(i => new { i.MeetingId, i.Number });
    }
}

internal sealed class DecisionReviewTable : IEntityTypeConfiguration<DecisionReview>
{
    public void Configure(EntityTypeBuilder<DecisionReview> table)
    {
        table.ToTable("MeetingDecisionReviews");
        table.HasOne<AgendaItem>().WithMany().HasForeignKey(r => r.ItemId);
        table.HasIndex(r => new { r.MeetingId, r.ItemId }).IsUnique();
    }
}
