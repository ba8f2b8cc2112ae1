using Exemplar.People;

namespace Exemplar.Meetings;

public enum Attendance
{
    [Display(Name = "出席")] Present,
    [Display(Name = "请假")] Excused,
    [Display(Name = "缺席")] Absent,

    /// <summary>Not there, and handed in a written opinion: it counts where a vote allows it.</summary>
    [Display(Name = "请假，交了书面意见")] WrittenOpinion,
}

/// <summary>Who belongs on the roll of a day, before anybody says who came.</summary>
/// <param name="Votes">Full members vote. Probationary members and those on probation in the Party attend and do not.</param>
public sealed record RollPlace(Guid PersonId, string Name, MemberStatus? Status, bool Votes);

/// <summary>Somebody who was due, as they stood on that day: the roll is frozen, whatever changes in the roster later.</summary>
public sealed class RollEntry : IPartOf
{
    public const int LongestReason = 60;

    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public Guid MeetingId { get; private init; }
    public Guid PersonId { get; private init; }
    public string Name { get; private init; } = "";

    /// <summary>Place on the roll: posts first, then by name.</summary>
    public int Position { get; private init; }
    public MemberStatus? Status { get; private init; }
    public bool Votes { get; private init; }
    public Attendance Attendance { get; private set; }
    public string Reason { get; private set; } = "";

    Guid IPartOf.RecordId => MeetingId;

    internal static RollEntry Of(Guid meeting, RollPlace place, int position) =>
        new() { MeetingId = meeting, PersonId = place.PersonId, Name = place.Name, Position = position, Status = place.Status, Votes = place.Votes };

    internal void Mark(Attendance attendance, string reason) => (Attendance, Reason) = (attendance, attendance is Attendance.Present ? "" : reason.Trim());
}

internal sealed class RollEntryTable : IEntityTypeConfiguration<RollEntry>
{
    public void Configure(EntityTypeBuilder<RollEntry> table)
    {
        table.ToTable("MeetingRoll");
        table.Property(r => r.Name).HasMaxLength(40);
        table.Property(r => r.Reason).HasMaxLength(RollEntry.LongestReason);
        table.HasIndex(r => new { r.MeetingId, r.PersonId }).IsUnique();
        table.HasIndex(r => r.PersonId);
    }
}
