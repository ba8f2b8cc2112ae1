namespace Exemplar.Meetings;

/// <summary>Somebody there who was not due, by name: a colleague who is no member, a visitor, an observer from above.</summary>
public sealed class MeetingGuest : IPartOf
{
    public const int LongestName = 60;

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid MeetingId { get; init; }
    public required string Name { get; init; }

    Guid IPartOf.RecordId => MeetingId;
}

/// <summary>A step that belongs to a kind of meeting, such as "seek opinions", and the day on which it was done.</summary>
public sealed class GuidedStep : IPartOf
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid MeetingId { get; init; }

    /// <summary>Its place in the kind's list, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>What the kind called it on that day.</summary>
    public required string Title { get; init; }
    public DateOnly DoneOn { get; set; }

    Guid IPartOf.RecordId => MeetingId;
}

internal sealed class MeetingGuestTable : IEntityTypeConfiguration<MeetingGuest>
{
    public void Configure(EntityTypeBuilder<MeetingGuest> table)
    {
        table.ToTable("MeetingGuests");
        table.Property(g => g.Name).HasMaxLength(MeetingGuest.LongestName);
    }
}

internal sealed class GuidedStepTable : IEntityTypeConfiguration<GuidedStep>
{
    public void Configure(EntityTypeBuilder<GuidedStep> table)
    {
        table.ToTable("MeetingGuidedSteps");
        table.Property(s => s.Title).HasMaxLength(100);
        table.HasIndex(s => new { s.MeetingId, s.Number }).IsUnique();
    }
}
