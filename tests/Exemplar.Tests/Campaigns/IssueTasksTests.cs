using System.Net;
using Exemplar.Campaigns;
using Exemplar.Platform.Security;
using Exemplar.Tasks;
using Exemplar.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Exemplar.Tests.Campaigns;

public sealed class IssueTasksTests : IAsyncLifetime
{
    private readonly TestApp app = new();
    private GivenCampaign given = null!;
    private Guid document;

    private string Url => $"{given.Address}/issue";

    [Fact]
    public async Task Accepted_tasks_go_to_their_units_stages_to_the_time_line_and_problems_to_the_ledger()
    {
        await given.Office.Submit($"/plans/{document}/accept-sure");
        var answer = await given.Office.Submit(Url);

        Assert.Equal(given.Address, answer.Headers.Location?.OriginalString);
        var shares = await app.Read(db => db.Assignments.OrderByDescending(a => a.Leads).Select(a => new { a.UnitId, a.Leads, a.DueOn, a.State }).ToListAsync());
        Assert.Equal([(given.House.General.Id, true), (given.House.Secretariat.Id, false)], shares.Select(s => (s.UnitId, s.Leads)));
        Assert.All(shares, s => Assert.Equal((new DateOnly(2026, 6, 30), AssignmentState.Issued), (s.DueOn!.Value, s.State)));

        var page = await given.Office.Open(given.Address);
        Assert.Equal("已下达 1 项任务，共 2 份；2 个问题已列入问题清单。", page.Receipt());
        Assert.Equal(["动员部署阶段", "组织实施阶段"], page.QuerySelectorAll(".stages strong").Select(s => s.TextContent));
        Assert.Contains("文件偏多", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(9, await app.Read(db => db.LogEntries.CountAsync(e => e.Kind == "campaigns.issue")));   // campaign, task, 2 shares, 5 items
    }

    [Fact]
    public async Task What_recurs_is_issued_turn_by_turn_and_not_a_year_at_once()
    {
        const string plan = "工作方案\n一、重点任务\n（一）走访联系户。每月走访一次。责任单位：综合科；完成时限：2026年10月31日前。\n2026年3月1日";
        var other = await given.HandIn(plan);
        await given.Office.Submit($"/plans/{other}/accept-sure");
        await (await given.Office.Submit(Url)).Leads(given.Office, "已下达 1 项任务");

        var made = await app.Read(db => db.Tasks.OrderBy(t => t.TurnOn).Select(t => new { t.Title, t.DueOn }).ToListAsync());
        Assert.Equal([("走访联系户（2026年3月）", new DateOnly(2026, 3, 31)), ("走访联系户（2026年4月）", new(2026, 4, 30))], made.Select(t => (t.Title, t.DueOn!.Value)));
        Assert.Equal(new DateOnly(2026, 10, 31), await app.Read(db => db.TaskSeries.Select(s => s.EndsOn).SingleAsync()));
    }

    [Fact]
    public async Task A_second_issue_gives_out_only_what_is_new()
    {
        await given.Office.Submit($"/plans/{document}/accept-sure");
        await given.Office.Submit(Url);
        var again = await given.Office.Submit(Url);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, again.StatusCode);
        Assert.Contains("没有已采纳而未下达的内容", await again.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(1, await app.Read(db => db.Tasks.CountAsync()));
    }

    [Fact]
    public async Task A_task_that_nobody_owns_blocks_and_is_named()
    {
        var item = await app.Read(db => db.ProposedItems.SingleAsync(i => i.Title == "改进作风"));
        await given.Office.SendForm(await given.Office.Open($"/plans/{document}"), $"/plan-items/{item.Id}/decide", ("Form.Version", "0"), ("Form.Decision", "Accepted"));

        var answer = await given.Office.Submit(Url);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var page = await answer.Read();
        Assert.Contains("有 1 项任务还没有承办单位", page.QuerySelector("[role=alert]:not([hidden])")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector($"a[href='/plan-items/{item.Id}?from=issue']"));
        Assert.Equal(0, await app.Read(db => db.Tasks.CountAsync()));
    }

    [Fact]
    public async Task A_date_that_has_passed_is_issued_only_on_purpose()
    {
        await given.Office.Submit($"/plans/{document}/accept-sure");
        var item = await app.Read(db => db.ProposedItems.SingleAsync(i => i.Title == "压减文件"));
        var back = await given.Office.Submit($"/plan-items/{item.Id}?from=issue", ("Form.DueOn", "2026-03-02"));
        var page = await back.Leads(given.Office, "已采纳：压减文件");
        Assert.Equal(Url, back.Headers.Location!.OriginalString);
        Assert.Contains("1 项任务的时限已过", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);

        await (await given.Office.Submit(Url)).Refuses("PassedToo", "有 1 项任务的时限已经过了");
        Assert.Equal(0, await app.Read(db => db.Tasks.CountAsync()));
        await (await given.Office.Submit(Url, ("Form.PassedToo", "true"))).Leads(given.Office, "已下达 1 项任务");
    }

    [Fact]
    public async Task An_owner_that_was_named_and_not_found_is_named_before_issuing()
    {
        const string plan = "工作方案\n一、重点任务\n（一）压减文件。责任单位：综合科、热线科；完成时限：2026年6月30日前。\n2026年3月1日";
        var other = await given.HandIn(plan);
        var review = await given.Office.Open($"/plans/{other}");
        Assert.Contains("没有找到“热线科”", review.QuerySelector(".doubt")!.TextContent, StringComparison.Ordinal);
        var item = await app.Read(db => db.ProposedItems.SingleAsync(i => i.DocumentId == other));
        await given.Office.SendForm(review, $"/plan-items/{item.Id}/decide", ("Form.Version", "0"), ("Form.Decision", "Accepted"));

        Assert.Contains("热线科：压减文件", (await given.Office.Open(Url)).QuerySelector("main form .notice")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_issue_page_that_is_out_of_date_issues_nothing_twice()
    {
        await given.Office.Submit($"/plans/{document}/accept-sure");
        var page = await given.Office.Open(Url);
        await given.Office.SubmitForm(page, Url, "main form");
        var late = await given.Office.SubmitForm(page, Url, "main form");
        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
        Assert.Equal(1, await app.Read(db => db.Tasks.CountAsync()));
    }

    [Fact]
    public async Task What_was_issued_cannot_be_changed_any_more()
    {
        await given.Office.Submit($"/plans/{document}/accept-sure");
        await given.Office.Submit(Url);
        var item = await app.Read(db => db.ProposedItems.SingleAsync(i => i.Title == "压减文件"));
        var answer = await given.Office.Submit($"/plan-items/{item.Id}", ("Form.Title", "悄悄改名"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("已经下达，不能再改", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_the_leading_groups_office_issues()
    {
        var head = app.As(await given.House.Account("科长", (Role.DepartmentHead, given.House.General)));
        var stranger = app.As(await given.House.Account("外人", (Role.CampaignOffice, given.House.OtherOffice)));
        Assert.Equal(HttpStatusCode.Forbidden, (await head.GetAsync(Url)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await head.SendForm(await head.Open("/campaigns"), Url, ("Form.Version", "0"))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync(Url)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await given.Office.GetAsync($"/campaigns/{Guid.CreateVersion7()}/issue")).StatusCode);
    }

    public async Task InitializeAsync()
    {
        await app.InitializeAsync();
        given = await GivenCampaign.Open(app);
        document = await given.HandIn();
    }

    public Task DisposeAsync() => app.DisposeAsync();
}
