using Exemplar.Organization;
using Exemplar.Platform.Search;

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
public sealed class Assignment : IVersioned, ISearched
{
    public const string SearchKind = "shares";
    private const int LongestExtension = 366;

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid TaskId { get; private init; }
    public Guid UnitId { get; private set; }

    /// <summary>Leads (牵头) or helps (配合).</summary>
    public bool Leads { get; private init; }

    /// <summary>The date that is valid now. The one given at issue stays with the task: punctuality is shown against both.</summary>
    public DateOnly? DueOn { get; private set; }

    /// <summary><see cref="DueOn"/>, or the last of all days without one: what lists are ordered and paged by.</summary>
    public DateOnly SortsOn { get; private set; }

    /// <summary>The date asked for, while nobody has decided on it.</summary>
    public DateOnly? AskedDueOn { get; private set; }
    public AssignmentState State { get; private set; }

    /// <summary>When the unit reported it done, unless it was sent back: the unit's punctuality does not hang on how fast the other side looks.</summary>
    public DateTimeOffset? FinishedAt { get; private set; }
    public DateTimeOffset? DoneAt { get; private set; }

    /// <summary>最近一次反馈: text of the last report, kept beside its step so that lists need not look through the steps of each share.</summary>
    public string LastReport { get; private set; } = "";
    public int Version { get; set; }
    public List<AssignmentStep> Steps { get; private init; } = [];

    /// <summary>What was said in its course: by the day of the last word, and nothing as long as nobody has said anything.</summary>
    SearchText? ISearched.Searched => Steps.Where(s => s.Text.Length > 0).OrderBy(s => s.At).ThenBy(s => s.Id).ToList() is [.., var last] said
        ? new(SearchKind, UnitId, DateOnly.FromDateTime(last.At.InOffice().Date), string.Join('\n', said.Select(s => s.Text)))
        : null;

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
        if (refusal is not null) return refusal;
        FinishedAt = by.At;
        if (by.Day <= DueOn) AskedDueOn = null;   // done in time after all: nobody needs to decide
        return null;
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
        if (AskedDueOn is not null) return new Refusal("有延期申请等待审批，请先审批延期");
        var refusal = RefuseOwnWork(by) ?? Move(StepKind.Accepted, AssignmentState.Done, by, text, null, AssignmentState.Submitted);
        if (refusal is null) DoneAt = by.At;
        return refusal;
    }

    /// <summary>办结后重新办理: what turned out not to be done goes back to the unit, with the reason. The record of its acceptance stays.</summary>
    /// <param name="until">The new date, needed once the old one has passed; the original stays.</param>
    public Refusal? Reopen(Act by, DateOnly today, DateOnly? until, string reason)
    {
        if (by.Person is null) return new Refusal("重新办理须由本人账号办理，此账号不属于任何人");
        if (State is AssignmentState.Done && DueOn < today && until is null) return new Refusal(nameof(DueOn), $"原来的时限 {DueOn.Value.InWords()} 已过，请定一个新的时限");
        if (until <= today) return new Refusal(nameof(DueOn), "新的时限须在今天之后");
        if (until?.DayNumber - today.DayNumber > LongestExtension) return new Refusal(nameof(DueOn), "新的时限最多定到一年以后，请核对日期");
        if (Move(StepKind.Reopened, AssignmentState.Returned, by, reason, null, until, [AssignmentState.Done]) is { } refusal) return refusal;
        if (until is { } day) (DueOn, SortsOn) = (day, day);
        (FinishedAt, DoneAt) = (null, null);
        return null;
    }

    /// <summary>申请延期: only before the date has passed (督查办法; local practice), and one application at a time.</summary>
    public Refusal? AskExtension(Act by, DateOnly today, DateOnly until, string reason)
    {
        if (RefuseNobody(by) is { } nobody) return nobody;
        if (DueOn is not { } due) return new Refusal("这项任务没有时限，不用申请延期");
        if (State is AssignmentState.Submitted or AssignmentState.Done) return new Refusal($"任务现在是“{State.Name()}”，不用申请延期");
        if (today > due) return new Refusal($"时限 {due.InWords()} 已过，延期须在到期前申请；请尽快办理，并在反馈里说明原因");
        if (AskedDueOn is { } asked) return new Refusal($"已申请延到 {asked.InWords()}，等待审批");
        if (until <= due) return new Refusal(nameof(DueOn), $"须晚于现在的时限 {due.InWords()}");
        if (until.DayNumber - due.DayNumber > LongestExtension) return new Refusal(nameof(DueOn), "一次最多延一年，请核对日期");
        AskedDueOn = until;
        Steps.Add(AssignmentStep.Of(this, StepKind.ExtensionAsked, by, reason, null, until));
        return null;
    }

    /// <summary>审批延期, by another person than who asked. Asked in time, it may be decided after the date.</summary>
    public Refusal? DecideExtension(Act by, bool grant, string text)
    {
        if (AskedDueOn is not { } until) return new Refusal("没有等待审批的延期申请");
        if (by.Person is null) return new Refusal("审批须由本人账号办理，此账号不属于任何人");
        if (Steps.Where(s => s.Kind is StepKind.ExtensionAsked).MaxBy(s => s.At)!.PersonId == by.Person) return new Refusal("这是您自己申请的，须由其他人审批");
        if (grant) (DueOn, SortsOn) = (until, until);
        AskedDueOn = null;
        Steps.Add(AssignmentStep.Of(this, grant ? StepKind.ExtensionGranted : StepKind.ExtensionRefused, by, text, null, until));
        return null;
    }

    /// <summary>移交: the unit was merged into another, which answers for it from now on.</summary>
    public void HandOver(Unit from, Unit to, Act by)
    {
        UnitId = to.Id;
        Steps.Add(AssignmentStep.Of(this, StepKind.HandedOver, by, $"“{from.Name}”并入“{to.Name}”", null));
    }

    /// <summary>调整时限: by the side that issued, when the plan it came from was changed. The date given at issue stays with the task.</summary>
    public Refusal? Reschedule(Act by, DateOnly until, string reason)
    {
        if (State is AssignmentState.Done) return new Refusal("已经办结，不用调整时限");
        if (until.Year is < 2000 or > 2100) return new Refusal(nameof(DueOn), "请核对年份");
        (DueOn, SortsOn, AskedDueOn) = (until, until, null);   // what was asked for is answered by it
        Steps.Add(AssignmentStep.Of(this, StepKind.Rescheduled, by, reason, null, until));
        return null;
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

    private Refusal? Move(StepKind kind, AssignmentState to, Act by, string text, Guid? file, params ReadOnlySpan<AssignmentState> from) => Move(kind, to, by, text, file, null, from);

    private Refusal? Move(StepKind kind, AssignmentState to, Act by, string text, Guid? file, DateOnly? date, ReadOnlySpan<AssignmentState> from)
    {
        if (!from.Contains(State)) return new Refusal($"任务现在是“{State.Name()}”，不能{kind.Name()}");
        State = to;
        if (kind is StepKind.Reported or StepKind.Finished) LastReport = text;
        Steps.Add(AssignmentStep.Of(this, kind, by, text, file, date));
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
        table.HasIndex(a => a.AskedDueOn);
    }
}
