namespace Exemplar.Meetings;

public enum MeetingStepKind
{
    [Display(Name = "安排")] Planned,
    [Display(Name = "发出通知")] Noticed,
    [Display(Name = "改期")] Moved,
    [Display(Name = "取消")] CalledOff,
    [Display(Name = "记录")] Held,
    [Display(Name = "更正")] Corrected,
    [Display(Name = "主持人签字")] SignedByChair,
    [Display(Name = "记录人签字")] SignedByRecorder,
    [Display(Name = "纸质签字")] SignedOnPaper,
    [Display(Name = "锁定")] Locked,
    [Display(Name = "修订")] Amended,
    [Display(Name = "修改安排")] Edited,
    [Display(Name = "作废")] Voided,
    [Display(Name = "恢复")] Restored,
    [Display(Name = "移交")] HandedOver,

    /// <summary>Somebody who was on the roster twice stood on the roll twice.</summary>
    [Display(Name = "名单上合并重复人员")] PeopleMerged,
}

/// <summary>One thing that happened to a meeting: who, when, and the reason where one is asked for. Rows are added, never changed.</summary>
public sealed class MeetingStep : IPartOf
{
    public const int LongestText = 200;

    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public Guid MeetingId { get; private init; }
    public MeetingStepKind Kind { get; private init; }
    public DateTimeOffset At { get; private init; }
    public Guid? AccountId { get; private init; }
    public Guid? PersonId { get; private init; }
    public string Text { get; private init; } = "";

    /// <summary>The date that it was moved from.</summary>
    public DateOnly? Date { get; private init; }

    Guid IPartOf.RecordId => MeetingId;

    internal static MeetingStep Of(Guid meeting, MeetingStepKind kind, Act by, string text = "", DateOnly? date = null) =>
        new() { MeetingId = meeting, Kind = kind, At = by.At, AccountId = by.Account, PersonId = by.Person, Text = text.Trim(), Date = date };
}

internal sealed class MeetingStepTable : IEntityTypeConfiguration<MeetingStep>
{
    public void Configure(EntityTypeBuilder<MeetingStep> table)
    {
        table.ToTable("MeetingSteps");
        table.Property(s => s.Text).HasMaxLength(MeetingStep.LongestText);
        table.HasIndex(s => new { s.MeetingId, s.Id });
    }
}
