using Exemplar.Organization;

namespace Exemplar.Tasks.Supervision;

/// <summary>
/// A step of the ladder that a share of a task has reached (督办单). Written once a day by <see cref="SupervisionRound"/>,
/// never changed: when the date moves, the steps begin anew against the new one.
/// </summary>
public sealed class SupervisionSlip : IRecord
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid AssignmentId { get; init; }
    public required Guid UnitId { get; init; }

    /// <summary>1 for the first step of the ladder.</summary>
    public required int Level { get; init; }
    public required Colour Colour { get; init; }
    public required string Name { get; init; }

    /// <summary>The date that it was counted from: the due date, or the day of issue.</summary>
    public required DateOnly AgainstOn { get; init; }
    public required bool FromIssue { get; init; }
    public required DateOnly ReachedOn { get; init; }
    public required bool TellsSuperior { get; init; }
    public required DateTimeOffset At { get; init; }
}

internal sealed class SupervisionSlipTable : IEntityTypeConfiguration<SupervisionSlip>
{
    public void Configure(EntityTypeBuilder<SupervisionSlip> table)
    {
        table.ToTable("SupervisionSlips");
        table.Property(s => s.Name).HasMaxLength(40);
        table.HasOne<Assignment>().WithMany().HasForeignKey(s => s.AssignmentId);
        table.HasOne<Unit>().WithMany().HasForeignKey(s => s.UnitId);
        table.HasIndex(s => new { s.AssignmentId, s.Level, s.AgainstOn }).IsUnique();
        table.HasIndex(s => new { s.UnitId, s.At });
    }
}

public static class SlipQueries
{
    /// <summary>
    /// Of each share that is not reported done the slip that counts: its highest step against the date that is valid now.
    /// Joined once: asked of each pair of slips, the share was looked up for every one again.
    /// </summary>
    public static IQueryable<SupervisionSlip> HighestSlips(this AppDb db) => db.Assignments.Where(a => a.FinishedAt == null)
        .Join(db.SupervisionSlips, a => a.Id, s => s.AssignmentId, (a, s) => new { a, s })
        .Where(x => (x.s.FromIssue || x.s.AgainstOn == x.a.SortsOn)
            && !db.SupervisionSlips.Any(higher => higher.AssignmentId == x.a.Id && higher.Level > x.s.Level && (higher.FromIssue || higher.AgainstOn == x.a.SortsOn)))
        .Select(x => x.s);
}
