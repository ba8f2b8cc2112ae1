using System.Net;
using Exemplar.Platform.Security;
using Exemplar.Tasks;
using Exemplar.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Exemplar.Tests.Tasks;

public sealed class ReopenTaskTests : HouseTests
{
    private Guid share;
    private HttpClient head = null!;
    private HttpClient office = null!;

    private string Url => $"/assignments/{share}/reopen";

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        share = (await GivenTask.Issued(App, House, "梳理服务事项", new(2026, 3, 31), House.General)).Assignments[0].Id;
        head = await As(Role.DepartmentHead, House.General);
        office = await As(Role.CampaignOffice, House.Office);
        await head.Submit($"/assignments/{share}/report", ("Form.Text", "完成"), ("Form.Finish", "true"));
    }

    [Fact]
    public async Task What_was_not_really_done_goes_back_and_its_acceptance_stays_on_record()
    {
        await office.Submit($"/assignments/{share}/judge", ("Form.Text", ""), ("Form.Accept", "true"));
        await (await office.Submit(Url, ("Form.Reason", "抽查发现清单没有公开"))).Leads(office, "已退回综合科重新办理");

        var kept = await App.Read(db => db.Assignments.Include(a => a.Steps).SingleAsync(a => a.Id == share));
        Assert.Equal((AssignmentState.Returned, null, null), (kept.State, kept.FinishedAt, kept.DoneAt));
        Assert.Contains(kept.Steps, s => s.Kind == StepKind.Accepted);
        Assert.Equal("tasks.reopen", (await LogOf(share))[^1]);
        Assert.NotNull((await head.Open($"/assignments/{share}")).QuerySelector("form[action$='/report']"));
    }

    [Fact]
    public async Task After_its_date_it_gets_a_new_one_and_the_original_stays()
    {
        await office.Submit($"/assignments/{share}/judge", ("Form.Text", ""), ("Form.Accept", "true"));
        App.Clock.SetUtcNow(new(2026, 4, 8, 2, 0, 0, TimeSpan.Zero));
        await (await office.Submit(Url, ("Form.Reason", "没有公开"))).Refuses("DueOn", "原来的时限 2026年3月31日 已过");
        await (await office.Submit(Url, ("Form.Reason", "没有公开"), ("Form.DueOn", "2026-04-08"))).Refuses("DueOn", "新的时限须在今天之后");
        await (await office.Submit(Url, ("Form.Reason", "没有公开"), ("Form.DueOn", "9999-12-31"))).Refuses("DueOn", "新的时限最多定到一年以后");
        await (await office.Submit(Url, ("Form.Reason", "没有公开"), ("Form.DueOn", "2026-04-20"))).Leads(office, "已退回综合科重新办理");
        var kept = await App.Read(db => db.Assignments.SingleAsync(a => a.Id == share));
        Assert.Equal((new DateOnly(2026, 4, 20), new DateOnly(2026, 4, 20)), (kept.DueOn, kept.SortsOn));
        Assert.Contains("原时限2026年3月31日", (await office.Open($"/assignments/{share}")).QuerySelector(".facts")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_not_done_cannot_be_reopened_and_a_reason_is_asked()
    {
        await (await office.Submit(Url, ("Form.Reason", "再看看"))).Refuses("", "任务现在是“待验收”，不能重新办理");
        await (await office.Submit(Url, ("Form.Reason", ""))).Refuses("Reason", "请填写理由");
    }

    [Fact]
    public async Task Only_the_side_that_accepts_reopens()
    {
        await head.IsShut(Url, HttpStatusCode.Forbidden);
        await (await As(Role.CampaignOffice, House.OtherOffice)).IsShut(Url, HttpStatusCode.NotFound);
        await office.IsShut($"/assignments/{Guid.CreateVersion7()}/reopen", HttpStatusCode.NotFound);
    }
}
