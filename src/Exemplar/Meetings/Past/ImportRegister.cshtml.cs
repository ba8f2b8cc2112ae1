using Exemplar.Platform.Jobs;
using Exemplar.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Exemplar.Meetings.Past;

[Needs(MeetingsCapability.Record)]
public sealed class ImportRegisterPage(ImportRegister import, MeetingKinds kinds, LongWorks works) : RegisterPage(kinds)
{
    [FromRoute] public Guid FileId { get; set; }
    public ImportRegister.View Shown { get; private set; } = null!;
    public PastPlan Plan => Shown.Plan!;
    public override IEnumerable<(Guid Id, string FileName, PastPlan Plan)> Files => [(FileId, Shown.FileName, Plan)];

    /// <summary>Another window is taking this file over just now.</summary>
    public bool IsUnderWay => works.Find(FileId) is not null;

    /// <summary>By unit in organization order; those of no known unit last.</summary>
    public IEnumerable<IGrouping<Guid?, PlannedMeeting>> ByUnit => Plan.Meetings.Where(m => m.State is PastState.Ready or PastState.Known).OrderBy(m => m.Unit!.Order, StringComparer.Ordinal).ThenBy(m => m.Days!.Value.First).GroupBy(m => m.Unit?.Id);

    /// <summary>What was handed in together with this file and waits for its turn.</summary>
    public IReadOnlyList<ImportRegister.Waiting> Next { get; private set; } = [];

    /// <summary>To those that were handed in together with this one.</summary>
    private IActionResult GoOn(string otherwise, string receipt) =>
        Next is [var one] ? Saved($"/meetings/past/{one.Id}", $"{receipt}。接着核对《{one.FileName}》") : Next.Count > 1 ? Saved("/meetings/past/together", $"{receipt}。接着核对其余 {Next.Count} 份") : Saved(otherwise, receipt);

    protected override Task Open(CancellationToken ct) => import.Open(FileId, ct);

    /// <summary>What was chosen on the page beside it is kept.</summary>
    private async Task<IActionResult> SetUp(SetUpGroups groups, CancellationToken ct)
    {
        var answer = await import.Say(FileId, Form.Answers, Form.UnitOf(FileId), ct) is { Refusal: { } refusal }
            ? await Save(() => Task.FromResult<Result<int>>(refusal), _ => Page())
            : await Save(() => groups.Handle(FileId, Form.GroupsOf, ct), founded => Saved($"/meetings/past/{FileId}", founded.Count > 0 ? $"已设立：{string.Join('、', founded)}" : "已经设立了"));
        if (answer is PageResult) await Show(ct);
        return answer;
    }

    private async Task Show(CancellationToken ct)
    {
        Shown = await import.Preview(FileId, ct);
        Look(Shown.Plan is { } plan ? [plan] : []);
    }

    public async Task OnGet(CancellationToken ct)
    {
        await Show(ct);
        Next = await import.After(FileId, ct);
    }

    private async Task<IActionResult> Confirm(CancellationToken ct)
    {
        var behind = "";
        return await Save(async () =>
        {
            var done = await import.Confirm(FileId, Form, ct);
            if (done.Value is not null && Next.Count == 0) behind = await import.StillUnsettled(FileId, ct);   // after it: this file may settle an earlier one
            return done;
        }, done => GoOn("/meetings", $"已导入：{done.InWords}{behind}"));
    }

    public async Task<IActionResult> OnPost([FromServices] SetUpGroups groups, CancellationToken ct)
    {
        Next = await import.After(FileId, ct);
        if (Form.Choice is ImportRegister.Choice.Groups) return await SetUp(groups, ct);
        if (Form.Choice is ImportRegister.Choice.GiveUp)
            return await Save(() => import.GiveUp(FileId, ct), _ => GoOn("/meetings/past", "已取消，这份文件的内容没有保留"));
        var answer = Form.Choice is ImportRegister.Choice.Recheck || await import.SaysMore(FileId, Form, ct)
            ? await Save(() => import.Say(FileId, Form.Answers, Form.UnitOf(FileId), ct), _ => Saved($"/meetings/past/{FileId}", "已按您选的重新核对，看过再确认"))   // what was said changes the plan: it is shown before it is carried out
            : await Confirm(ct);
        if (answer is PageResult) await Show(ct);   // refused: what it is now
        return answer;
    }
}
