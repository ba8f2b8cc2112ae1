using Exemplar.Platform.Files;

namespace Exemplar.Tasks;

public enum StepKind
{
    [Display(Name = "下达")] Issued,
    [Display(Name = "签收")] Received,
    [Display(Name = "反馈")] Reported,
    [Display(Name = "报结")] Finished,
    [Display(Name = "退回")] Returned,
    [Display(Name = "验收")] Accepted,
    [Display(Name = "申请延期")] ExtensionAsked,
    [Display(Name = "同意延期")] ExtensionGranted,
    [Display(Name = "不同意延期")] ExtensionRefused,
    [Display(Name = "重新办理")] Reopened,
    [Display(Name = "移交")] HandedOver,
    [Display(Name = "调整时限")] Rescheduled,
}

/// <summary>One thing that happened to an assignment: who, when, and in which words. Rows are added, never changed.</summary>
public sealed class AssignmentStep : IPartOf
{
    public const int LongestText = 2000;

    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public Guid AssignmentId { get; private init; }
    public StepKind Kind { get; private init; }
    public DateTimeOffset At { get; private init; }
    public Guid? AccountId { get; private init; }
    public Guid? PersonId { get; private init; }
    public string Text { get; private init; } = "";
    public Guid? FileId { get; private init; }

    /// <summary>The date that an extension asks for, grants or refuses.</summary>
    public DateOnly? Date { get; private init; }

    Guid IPartOf.RecordId => AssignmentId;

    internal static AssignmentStep Of(Assignment assignment, StepKind kind, Act by, string text, Guid? file, DateOnly? date = null) =>
        new() { AssignmentId = assignment.Id, Kind = kind, At = by.At, AccountId = by.Account, PersonId = by.Person, Text = text.Trim(), FileId = file, Date = date };
}

internal sealed class AssignmentStepTable : IEntityTypeConfiguration<AssignmentStep>
{
    public void Configure(EntityTypeBuilder<AssignmentStep> table)
    {
        table.ToTable("AssignmentSteps");
        table.Property(s => s.Text).HasMaxLength(AssignmentStep.LongestText);
        table.HasOne<StoredFile>().WithMany().HasForeignKey(s => s.FileId);
        table.HasIndex(s => new { s.AssignmentId, s.Id });
        table.HasIndex(s => s.At);
    }
}
