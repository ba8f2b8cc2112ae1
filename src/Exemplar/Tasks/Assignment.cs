using Exemplar.Organization;

namespace Exemplar.Tasks;

public enum AssignmentState
{
    [Display(Name = "待签收")] Issued,
    [Display(Name = "办理中")] InProgress,
    [Display(Name = "待验收")] Submitted,
    [Display(Name = "已退回")] Returned,
    [Display(Name = "已办结")] Done,
}

/// <summary>One unit's share of a task, and its answer. What happened to it stands in <see cref="Steps"/>; the state is where they lead.</summary>
public sealed class Assignment : IRecord, IVersioned
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid TaskId { get; private init; }
    public Guid UnitId { get; private init; }

    /// <summary>Leads (牵头) or helps (配合).</summary>
    public bool Leads { get; private init; }
    public DateOnly? DueOn { get; private init; }

    /// <summary>The date, or the last of all days without one: what lists are ordered and paged by.</summary>
    public DateOnly SortsOn { get; private init; }
    public AssignmentState State { get; private set; }

    /// <summary>When the unit reported it done, unless it was sent back: the unit's punctuality does not hang on how fast the other side looks.</summary>
    public DateTimeOffset? FinishedAt { get; private set; }
    public DateTimeOffset? DoneAt { get; private set; }
    public int Version { get; set; }
    public List<AssignmentStep> Steps { get; private init; } = [];

    public bool IsOpen => State is not AssignmentState.Done;

    public static Assignment Issue(WorkTask task, Unit unit, bool leads, Act by)
    {
        var assignment = new Assignment { TaskId = task.Id, UnitId = unit.Id, Leads = leads, DueOn = task.DueOn, SortsOn = task.DueOn ?? DateOnly.MaxValue };
        assignment.Steps.Add(AssignmentStep.Of(assignment, StepKind.Issued, by, "", null));
        return assignment;
    }

    /// <summary>签收</summary>
    public Refusal? Receive(Act by) => Move(StepKind.Received, AssignmentState.InProgress, by, "", null, AssignmentState.Issued);

    /// <summary>反馈进展. Reporting on a task that was not received yet receives it.</summary>
    public Refusal? Report(Act by, string text, Guid? file) => RefuseNobody(by) ??
        Move(StepKind.Reported, AssignmentState.InProgress, by, text, file, AssignmentState.Issued, AssignmentState.InProgress, AssignmentState.Returned);

    /// <summary>报结: done on the unit's side, to be accepted by the other.</summary>
    public Refusal? Finish(Act by, string text, Guid? file)
    {
        var refusal = RefuseNobody(by) ?? Move(StepKind.Finished, AssignmentState.Submitted, by, text, file, AssignmentState.Issued, AssignmentState.InProgress, AssignmentState.Returned);
        if (refusal is null) FinishedAt = by.At;
        return refusal;
    }

    /// <summary>退回</summary>
    public Refusal? Return(Act by, string reason)
    {
        var refusal = RefuseOwnWork(by) ?? Move(StepKind.Returned, AssignmentState.Returned, by, reason, null, AssignmentState.Submitted);
        if (refusal is null) FinishedAt = null;
        return refusal;
    }

    /// <summary>验收</summary>
    public Refusal? Accept(Act by, string text)
    {
        var refusal = RefuseOwnWork(by) ?? Move(StepKind.Accepted, AssignmentState.Done, by, text, null, AssignmentState.Submitted);
        if (refusal is null) DoneAt = by.At;
        return refusal;
    }

    /// <summary>Four eyes: persons are compared, not accounts. An account that belongs to nobody accepts nothing.</summary>
    private Refusal? RefuseOwnWork(Act by)
    {
        if (by.Person is null) return new Refusal("验收须由本人账号办理，此账号不属于任何人");
        return Steps.Any(s => s.Kind is StepKind.Reported or StepKind.Finished && s.PersonId == by.Person)
            ? new Refusal("您参与了这项任务的反馈，须由其他人验收")
            : null;
    }

    /// <summary>Four eyes need two persons: an account that belongs to nobody reports nothing either.</summary>
    private static Refusal? RefuseNobody(Act by) => by.Person is null ? new Refusal("反馈须由本人账号办理，此账号不属于任何人") : null;

    private Refusal? Move(StepKind kind, AssignmentState to, Act by, string text, Guid? file, params ReadOnlySpan<AssignmentState> from)
    {
        if (!from.Contains(State)) return new Refusal($"任务现在是“{State.Name()}”，不能{kind.Name()}");
        State = to;
        Steps.Add(AssignmentStep.Of(this, kind, by, text, file));
        return null;
    }
}

internal sealed class AssignmentTable : IEntityTypeConfiguration<Assignment>
{
    public void Configure(EntityTypeBuilder<Assignment> table)
    {
        table.ToTable("Assignments");
        table.HasOne<Unit>().WithMany().HasForeignKey(a => a.UnitId);
        table.HasMany(a => a.Steps).WithOne().HasForeignKey(s => s.AssignmentId);
        table.HasIndex(a => new { a.UnitId, a.State, a.SortsOn });
        table.HasIndex(a => new { a.SortsOn, a.Id });
        table.HasIndex(a => a.TaskId);
    }
}
