using Exemplar.Rules.Standings;

namespace Exemplar.People.Statuses;

public enum StatusChangeKind
{
    [Display(Name = "接收为预备党员")] Admitted,
    [Display(Name = "转为正式党员")] Confirmed,
    [Display(Name = "给予留党察看处分")] PutOnProbation,
    [Display(Name = "恢复党员权利")] Restored,
    [Display(Name = "不再是党员")] LeftParty,
    [Display(Name = "离退休")] Retired,
}

/// <summary>
/// A day from which somebody is something else. It keeps what they were until then; what they became is what the next change
/// found, or what the person is now, so nothing is kept twice (docs/adr/0023).
/// </summary>
public sealed class StatusChange : IPartOf, IMovesStandings
{
    public const int LongestReason = 60;

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid PersonId { get; init; }
    public required StatusChangeKind Kind { get; init; }

    /// <summary>The first day of what they became.</summary>
    public required DateOnly On { get; init; }

    public required MemberStatus? Was { get; init; }
    public required bool WasRetired { get; init; }

    /// <summary>The branch that was entered or left with it.</summary>
    public Guid? UnitId { get; init; }

    /// <summary>The number of the document behind it, or a few words.</summary>
    public string Reason { get; init; } = "";

    Guid IPartOf.RecordId => PersonId;
    IEnumerable<Guid> IMovesStandings.Touches => UnitId is { } unit ? [PersonId, unit] : [PersonId];

    /// <summary>What can happen to somebody who is this now.</summary>
    public static IReadOnlyList<StatusChangeKind> KindsFor(MemberStatus? status, bool retired) =>
    [
        .. status switch
        {
            null => (StatusChangeKind[])[StatusChangeKind.Admitted],
            MemberStatus.Probationary => [StatusChangeKind.Confirmed, StatusChangeKind.LeftParty],
            MemberStatus.Full => [StatusChangeKind.PutOnProbation, StatusChangeKind.LeftParty],
            _ => [StatusChangeKind.Restored, StatusChangeKind.LeftParty],
        },
        .. retired ? Array.Empty<StatusChangeKind>() : [StatusChangeKind.Retired],
    ];

    /// <summary>What somebody becomes by it.</summary>
    public static MemberStatus? StatusAfter(StatusChangeKind kind, MemberStatus? before) => kind switch
    {
        StatusChangeKind.Admitted => MemberStatus.Probationary,
        StatusChangeKind.Confirmed or StatusChangeKind.Restored => MemberStatus.Full,
        StatusChangeKind.PutOnProbation => MemberStatus.OnProbationInParty,
        StatusChangeKind.LeftParty => null,
        _ => before,
    };
}

internal sealed class StatusChangeTable : IEntityTypeConfiguration<StatusChange>
{
    public void Configure(EntityTypeBuilder<StatusChange> table)
    {
        table.ToTable("StatusChanges");
        table.Property(c => c.Reason).HasMaxLength(StatusChange.LongestReason);
        table.HasOne<Organization.Unit>().WithMany().HasForeignKey(c => c.UnitId);
        table.HasIndex(c => new { c.PersonId, c.On }).IsUnique();
    }
}
