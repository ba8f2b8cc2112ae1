using System.Net;
using Exemplar.Platform.Security;
using Exemplar.Tasks;
using Exemplar.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Exemplar.Tests.Campaigns.Supervision;

public sealed class JudgeManyTests : IAsyncLifetime
{
    private readonly TestApp app = new();
    private GivenDesk given = null!;

    private string Url => $"/supervision/judge?ids={string.Join("&ids=", given.Shares)}";

    private Task<List<AssignmentState>> States => app.Read(async db => (await db.Assignments.ToListAsync()).OrderBy(a => given.Shares.ToList().IndexOf(a.Id)).Select(a => a.State).ToList());

    [Fact]
    public async Task Reports_are_accepted_and_time_is_granted_in_one_go_and_the_rest_stays()
    {
        var secretary = app.As(await given.Campaign.House.Account("书记", (Role.BranchSecretary, given.Campaign.House.FirstBranch)));
        await secretary.Submit($"/assignments/{given.Shares[2]}/extension/ask", ("Form.DueOn", "2026-07-31"), ("Form.Reason", "等数据"));

        var page = await given.Desk.Open(Url);
        Assert.Equal(2, page.QuerySelectorAll("input[name='Form.Picked']").Length);   // what waits for nobody's word is not offered
        Assert.Contains("=清单已公开", page.QuerySelector(".source")!.TextContent, StringComparison.Ordinal);
        await (await given.Desk.SubmitForm(page, Url, "main form")).Leads(given.Desk, "已验收 1 份，已同意延期 1 份");

        Assert.Equal([AssignmentState.Issued, AssignmentState.Done, AssignmentState.Issued], await States);
        Assert.Equal(new DateOnly(2026, 7, 31), await app.Read(db => db.Assignments.Where(a => a.Id == given.Shares[2]).Select(a => a.DueOn).SingleAsync()));
        Assert.Equal(1, await app.Read(db => db.LogEntries.CountAsync(e => e.Kind == "tasks.accept")));
    }

    [Fact]
    public async Task What_moved_meanwhile_is_named_and_left_as_it_is()
    {
        var page = await given.Desk.Open(Url);
        await given.Campaign.Office.Submit($"/assignments/{given.Shares[1]}/judge", ("Form.Text", "缺清单"), ("Form.Accept", "false"));
        var answer = await given.Desk.SubmitForm(page, Url, "main form");
        Assert.Contains("秘书科“压减文件”：刚被他人更改", (await answer.Read()).QuerySelector("[role=alert]:not([hidden])")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(AssignmentState.Returned, (await States)[1]);
    }

    [Fact]
    public async Task Nothing_ticked_is_refused_and_a_share_of_another_office_is_not_found()
    {
        var page = await given.Desk.Open(Url);
        await (await given.Desk.SendForm(page, Url)).Refuses("Picked", "请至少勾选一份");
        var stranger = app.As(await given.Campaign.House.Account("外人", (Role.SupervisionDesk, given.Campaign.House.OtherOffice)));
        Assert.Contains("没有等待验收", await stranger.GetStringAsync(Url), StringComparison.Ordinal);
        var forged = await stranger.SendForm(await stranger.Open("/password"), "/supervision/judge", ("Form.Picked", $"{given.Shares[1]}:1"));
        Assert.Equal(HttpStatusCode.NotFound, forged.StatusCode);
        await given.Head.IsShut("/supervision/judge", HttpStatusCode.Forbidden);
        Assert.Equal(AssignmentState.Submitted, (await States)[1]);
    }

    [Fact]
    public async Task A_leader_grants_time_but_does_not_accept_reports()
    {
        var leader = app.As(await given.Campaign.House.Account("副组长", (Role.LeadingGroupMember, given.Campaign.House.Office)));
        var page = await leader.Open(Url);
        Assert.Empty(page.QuerySelectorAll("input[name='Form.Picked']"));
        var answer = await leader.SendForm(page, "/supervision/judge", ("Form.Picked", $"{given.Shares[1]}:{await app.Read(db => db.Assignments.Where(a => a.Id == given.Shares[1]).Select(a => a.Version).SingleAsync())}"));
        Assert.Contains("您不验收任务", (await answer.Read()).QuerySelector("[role=alert]:not([hidden])")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(AssignmentState.Submitted, (await States)[1]);
    }

    public async Task InitializeAsync()
    {
        await app.InitializeAsync();
        given = await GivenDesk.Open(app);
    }

    public Task DisposeAsync() => app.DisposeAsync();
}
