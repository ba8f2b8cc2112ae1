using System.Net;
using Exemplar.People;
using Exemplar.Platform.Security;
using Exemplar.Tasks;
using Exemplar.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Exemplar.Tests.Tasks.Extensions;

public sealed class DecideExtensionTests : HouseTests
{
    private readonly Person both = new() { Name = "一人两岗" };
    private Guid share;
    private HttpClient asking = null!;
    private HttpClient desk = null!;

    private string Url => $"/assignments/{share}/extension";

    private Task<Assignment> Kept => App.Read(db => db.Assignments.Include(a => a.Steps).SingleAsync(a => a.Id == share));

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        share = (await GivenTask.Issued(App, House, "梳理服务事项", new(2026, 3, 31), House.General)).Assignments[0].Id;
        asking = App.As(await House.AccountOf(both, "科室账号", (Role.DepartmentHead, House.General)));
        desk = await As(Role.SupervisionDesk, House.Office);
        await asking.Submit($"{Url}/ask", ("Form.DueOn", "2026-04-20"), ("Form.Reason", "外单位数据未到"));
    }

    [Fact]
    public async Task Granted_the_new_date_counts_and_the_original_stays_beside_it()
    {
        await (await desk.Submit(Url, ("Form.Grant", "true"))).Leads(desk, "已同意综合科延到 2026年4月20日");

        var kept = await Kept;
        Assert.Equal((new DateOnly(2026, 4, 20), null), (kept.DueOn, kept.AskedDueOn));
        Assert.Equal(new DateOnly(2026, 4, 20), kept.SortsOn);

        App.Clock.SetUtcNow(new(2026, 4, 10, 2, 0, 0, TimeSpan.Zero));
        await asking.Submit($"/assignments/{share}/report", ("Form.Text", "办好了"), ("Form.Finish", "true"));
        var facts = (await asking.Open($"/assignments/{share}")).QuerySelector(".facts")!.TextContent;
        Assert.Contains("2026年4月20日 按期报结", facts, StringComparison.Ordinal);
        Assert.Contains("2026年3月31日 逾期 7 个工作日报结", facts, StringComparison.Ordinal);   // 6 April is a holiday in lieu
    }

    [Fact]
    public async Task Refused_with_a_reason_the_date_stays()
    {
        await (await desk.Submit(Url, ("Form.Text", " "), ("Form.Grant", "false"))).Refuses("Text", "不同意要写明理由");
        await (await desk.Submit(Url, ("Form.Text", "本月必须完成"), ("Form.Grant", "false"))).Leads(desk, "没有同意综合科延期");
        Assert.Equal((new DateOnly(2026, 3, 31), null), ((await Kept).DueOn, (await Kept).AskedDueOn));
        await (await desk.Submit(Url, ("Form.Grant", "true"))).Refuses("", "没有等待审批的延期申请");
    }

    [Fact]
    public async Task Nobody_grants_their_own_request_under_another_account()
    {
        var judging = App.As(await House.AccountOf(both, "督查账号", (Role.SupervisionDesk, House.Office)));
        await (await judging.Submit(Url, ("Form.Grant", "true"))).Refuses("", "这是您自己申请的");
        Assert.Equal(new DateOnly(2026, 3, 31), (await Kept).DueOn);
    }

    [Fact]
    public async Task Asked_in_time_it_may_be_decided_after_the_date()
    {
        App.Clock.SetUtcNow(new(2026, 4, 8, 2, 0, 0, TimeSpan.Zero));
        await (await desk.Submit(Url, ("Form.Grant", "true"))).Leads(desk, "已同意");
    }

    [Fact]
    public async Task Done_in_time_after_all_the_question_is_off_the_table()
    {
        await asking.Submit($"/assignments/{share}/report", ("Form.Text", "办好了"), ("Form.Finish", "true"));
        Assert.Null((await Kept).AskedDueOn);
        await (await desk.Submit($"/assignments/{share}/judge", ("Form.Text", ""), ("Form.Accept", "true"))).Leads(desk, "已验收");
    }

    [Fact]
    public async Task Done_late_the_question_is_decided_before_the_report_is_accepted()
    {
        App.Clock.SetUtcNow(new(2026, 4, 8, 2, 0, 0, TimeSpan.Zero));
        await asking.Submit($"/assignments/{share}/report", ("Form.Text", "办好了"), ("Form.Finish", "true"));
        await (await desk.Submit($"/assignments/{share}/judge", ("Form.Text", ""), ("Form.Accept", "true"))).Refuses("", "有延期申请等待审批");
        await desk.Submit(Url, ("Form.Grant", "true"));
        await (await desk.Submit($"/assignments/{share}/judge", ("Form.Text", ""), ("Form.Accept", "true"))).Leads(desk, "已验收");
    }

    [Fact]
    public async Task It_waits_on_the_workbench_of_whoever_decides()
    {
        var leader = await As(Role.LeadingGroupMember, House.Office);
        foreach (var browser in (HttpClient[])[desk, leader])
            Assert.Contains("等我审批延期", (await browser.Open("/")).QuerySelectorAll("h2").Select(h => h.TextContent.Trim().Split(' ')[0]));
        Assert.DoesNotContain("等我审批延期", await asking.GetStringAsync("/"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_member_of_the_leading_group_decides_and_the_unit_itself_does_not()
    {
        var leader = await As(Role.LeadingGroupMember, House.Office);
        await (await leader.Submit(Url, ("Form.Grant", "true"))).Leads(leader, "已同意综合科延到");
        await asking.IsShut(Url, HttpStatusCode.Forbidden);
        await (await As(Role.SupervisionDesk, House.OtherOffice)).IsShut(Url, HttpStatusCode.NotFound);
        await desk.IsShut($"/assignments/{Guid.CreateVersion7()}/extension", HttpStatusCode.NotFound);
    }
}
