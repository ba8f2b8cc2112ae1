using Exemplar.Documents.Templates.Offers;
using Exemplar.Organization;

namespace Exemplar.Tasks;

/// <summary>The tasks that the actor may see, one record each, by date; a share that they may not see says nothing.</summary>
public sealed class TaskOffers(AppDb db, Actor actor) : FormSource<TaskRecord>
{
    /// <summary>The question where the tasks came from.</summary>
    public const string Source = "source";
    private const int Most = 2_000;   // no superior reads more

    public override string Name => "任务";
    protected override bool IsList => true;

    protected override IReadOnlyList<Value> Values { get; } =
    [
        new("tasks.title", "任务", t => t.Title, "任务名称", "工作任务", "重点任务", "主要任务", "任务事项", "工作事项", "事项", "事项名称", "督办事项", "重点工作", "工作名称", "项目", "项目名称", "工作项目", "重点工作任务", "任务清单", "目标任务", "名称", "工作内容"),
        new("tasks.text", "任务内容（原文）", t => t.Text, "任务内容", "具体内容", "主要内容", "内容", "任务描述", "工作要求", "具体要求", "具体任务", "任务要求", "工作措施", "主要措施", "具体措施", "工作举措", "具体举措"),
        new("tasks.unit", "牵头单位", t => t.Leads, "责任单位", "责任科室", "责任部门", "承办单位", "承办科室", "承办部门", "牵头科室", "牵头部门", "牵头处室", "责任处室", "承办处室", "责任支部", "承办支部", "牵头支部", "主责处室", "主办单位", "主办科室", "主责单位", "主责科室", "负责单位", "负责科室", "落实单位", "单位", "单位名称", "科室", "科室名称", "部门", "部门名称", "支部", "支部名称", "责任主体"),
        new("tasks.helpers", "配合单位", t => t.Helps, "配合科室", "配合部门", "协办单位", "协办科室", "协办部门", "协办处室", "配合处室", "参与单位", "参与科室", "协同单位", "协助单位"),
        new("tasks.head", "责任人（单位负责人）", t => t.Heads, "责任人", "负责人", "责任领导", "具体责任人", "牵头责任人", "第一责任人", "责任人姓名", "承办人", "牵头人", "任务负责人", "负责同志"),
        new("tasks.due", "完成时限", t => t.Due, "时限", "完成时间", "办结时限", "计划完成时间", "要求完成时间", "时间要求", "时间节点", "截止时间", "截止日期", "完成期限", "期限", "办理时限", "时间安排", "预计完成时间", "拟完成时间", "计划完成时限", "限办日期", "完成日期"),
        new("tasks.progress", "进展情况（最近一次反馈）", t => t.Progress, "进展", "进展情况", "工作进展", "办理情况", "落实情况", "目前进展", "推进情况", "工作进展情况", "任务进展", "最新进展", "办理进展", "工作落实情况", "开展情况", "完成进度", "工作开展情况", "进展说明", "贯彻落实情况", "办理结果"),
        new("tasks.state", "完成情况（状态）", t => t.State, "完成情况", "状态", "办理状态", "任务状态", "完成状态", "进度状态", "办结情况", "当前状态", "工作状态"),
        new("tasks.done", "是否完成（是、否）", t => t.IsDone ? "是" : "否", "是否完成", "是否办结", "是否已完成", "完成与否", "是否销号"),
        new("tasks.done-on", "办结日期", t => t.DoneOn, "办结时间", "实际完成时间", "实际完成日期", "销号时间", "销号日期", "办结日期", "实际办结时间", "验收日期", "验收时间"),
        new("tasks.targets", "目标", t => t.Targets, "任务目标", "工作目标", "目标要求", "量化目标", "预期目标", "目标值", "完成标准", "预期成效", "指标"),
        new("tasks.stage", "阶段", t => t.Stage, "所处阶段", "所属阶段", "工作阶段", "实施阶段", "阶段名称", "当前阶段"),
    ];

    protected override async Task<IReadOnlyList<TaskRecord>> Find(FormScope scope, CancellationToken ct)
    {
        var (units, sources) = (scope.Chosen(UnitQuestion.Name), scope.Chosen(Source));
        var visible = db.VisibleAssignments(actor);
        var tasks = db.Tasks.AsNoTracking().Where(t => visible.Any(a => a.TaskId == t.Id && (units.Count == 0 || units.Contains(a.UnitId))))
            .Where(t => sources.Count == 0 || sources.Contains(t.SourceId));
        if (scope.From is { } from) tasks = tasks.Where(t => t.DueOn >= from);
        if (scope.To is { } to) tasks = tasks.Where(t => t.DueOn <= to);

        var found = await tasks.OrderBy(t => t.DueOn == null).ThenBy(t => t.DueOn).ThenBy(t => t.IssuedAt).ThenBy(t => t.Id).Take(Most).ToListAsync(ct);
        var shares = (await SharesOf(visible.Where(a => tasks.Any(t => t.Id == a.TaskId)), ct)).ToLookup(s => s.TaskId);
        var stages = await db.StageNames(tasks.Select(t => t.StageId), ct);
        return found.ConvertAll(t => TaskRecord.Of(t, [.. shares[t.Id]], units, stages.GetValueOrDefault(t.StageId ?? Guid.Empty, "")));
    }

    private async Task<List<TaskRecord.Share>> SharesOf(IQueryable<Assignment> assignments, CancellationToken ct)
    {
        var shares = await assignments.Join(db.Units, a => a.UnitId, u => u.Id, (a, u) => new { a.Id, a.TaskId, a.UnitId, u.Name, u.Order, a.Leads, a.State, a.DoneAt, a.LastReport }).OrderBy(x => x.Order).ToListAsync(ct);
        var heads = await db.Leaders(db.Units.Where(u => assignments.Any(a => a.UnitId == u.Id)), ct);
        return shares.ConvertAll(x => new TaskRecord.Share(x.TaskId, x.UnitId, x.Name, x.Leads, x.State, x.DoneAt, x.LastReport, string.Join('、', heads[x.UnitId])));
    }
}
