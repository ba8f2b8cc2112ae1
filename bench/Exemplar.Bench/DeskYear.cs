using Exemplar.Campaigns;
using Exemplar.Kernel;
using Exemplar.Organization;
using Exemplar.Platform.Log;
using Exemplar.Tasks;
using Exemplar.Tasks.Supervision;

namespace Exemplar.Bench;

/// <summary>A year of tasks with one share each, through the entities' own rules: most done, some late, submitted or asking for time.</summary>
internal static class DeskYear
{
    public static readonly DateOnly Today = new(2026, 11, 24);
    private static readonly Guid Doer = Guid.CreateVersion7();
    private static readonly Guid Judge = Guid.CreateVersion7();
    private static readonly string[] Matters = ["修订公文运转流程，压减办文环节", "开展机关作风专项检查", "完善联系服务群众制度", "组织党员干部到社区报到", "梳理政务服务事项清单", "推进节约型机关建设", "编制应急值守工作手册"];
    private static readonly (Colour Colour, string Name, int Days)[] Ladder = [(Colour.Blue, "蓝色提示", -3), (Colour.Orange, "橙色警示", 1), (Colour.Red, "红色督办", 8)];

    public static WorkTask Task(int n, Campaign campaign, IReadOnlyList<Unit> units)
    {
        var due = new DateOnly(2026, 1, 1).AddDays(n * 37 % 365);
        var issued = Earlier(due.AddDays(-30), Today.AddDays(-7));
        var task = new WorkTask
        {
            Title = $"{Matters[n % Matters.Length]}（第{n}项）",
            IssuerId = campaign.IssuerId,
            SourceId = campaign.Id,
            StageId = campaign.Stages[n % campaign.Stages.Count].Id,
            DueOn = due,
            Targets = ["政治忠诚", "服务高效"],
            IssuedAt = At(issued),
        };
        Live(task.Assign(units[n % units.Count], leads: n % 4 != 0, new(null, Judge, At(issued))), n * 7919 % 100, issued, due);
        return task;
    }

    /// <summary>Of a share every step that it reached before it was reported done.</summary>
    public static IEnumerable<SupervisionSlip> Slips(Assignment share) => Ladder.Index().Where(s => At(share.SortsOn.AddDays(s.Item.Days)) < (share.FinishedAt ?? At(Today))).Select(s => new SupervisionSlip
    {
        AssignmentId = share.Id,
        UnitId = share.UnitId,
        Level = s.Index + 1,
        Colour = s.Item.Colour,
        Name = s.Item.Name,
        AgainstOn = share.SortsOn,
        FromIssue = false,
        ReachedOn = share.SortsOn.AddDays(s.Item.Days),
        TellsSuperior = s.Item.Colour is Colour.Red,
        At = At(share.SortsOn.AddDays(s.Item.Days)),
    });

    /// <param name="fate">0–99: the lower, the further the share has come.</param>
    private static void Live(Assignment share, int fate, DateOnly issued, DateOnly due)
    {
        var isPast = due < Today;
        var finished = Earlier(due.AddDays(fate < 8 ? 4 : -5), Today.AddDays(-3));
        if (!isPast && fate is >= 50 and < 60) Must(share.AskExtension(new(null, Doer, At(issued)), issued, due.AddDays(30), "需要与其他单位会商，申请延期一个月"));
        if (fate < 94) Must(share.Report(new(null, Doer, At(issued.AddDays(4))), $"已召开专题会议研究部署，明确分工和时间节点，完成前期调研{fate}次，正在起草初稿并征求有关科室意见。", null));
        if (fate < (isPast ? 88 : 40)) Must(share.Finish(new(null, Doer, At(finished)), $"各项措施已经落实，形成制度文件{fate % 5 + 1}件，相关材料已整理归档，现报结，请予验收。", null));
        if (fate < (isPast ? 84 : 20)) Must(share.Accept(new(null, Judge, At(finished.AddDays(2))), "同意办结"));
    }

    private static void Must(Refusal? refusal)
    {
        if (refusal is not null) throw new InvalidOperationException(refusal.Message);
    }

    private static DateOnly Earlier(DateOnly one, DateOnly other) => one < other ? one : other;

    private static DateTimeOffset At(DateOnly day) => new(day.ToDateTime(new(9, 0)), TimeSpan.FromHours(8));
}
