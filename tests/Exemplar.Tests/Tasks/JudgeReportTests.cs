using System.Net;
using Exemplar.People;
using Exemplar.Platform.Security;
using Exemplar.Tasks;
using Exemplar.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Exemplar.Tests.Tasks;

public sealed class JudgeReportTests : IAsyncLifetime
{
    private readonly TestApp app = new();
    private readonly Person both = new() { Name = "一人两岗" };
    private House house = null!;
    private Guid assignment;
    private HttpClient office = null!;

    private string Url => $"/assignments/{assignment}/judge";

    private Task<Assignment> Kept => app.Read(db => db.Assignments.Include(a => a.Steps).SingleAsync(a => a.Id == assignment));

    [Fact]
    public async Task The_office_accepts_and_the_task_is_done()
    {
        await Finished(by: "科长");
        var answer = await office.Submit(Url, ("Form.Text", ""), ("Form.Accept", "true"));

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal("已验收：综合科", (await office.Open($"/assignments/{assignment}")).Receipt());
        Assert.Equal((AssignmentState.Done, app.Clock.GetUtcNow()), ((await Kept).State, (await Kept).DoneAt!.Value));
        Assert.Equal("tasks.accept", await app.Read(db => db.LogEntries.Where(e => e.RecordId == assignment).OrderBy(e => e.Id).Select(e => e.Kind).LastAsync()));
    }

    [Fact]
    public async Task A_return_needs_a_reason_and_then_lets_the_unit_report_again()
    {
        await Finished(by: "科长");
        var refused = await office.Submit(Url, ("Form.Text", " "), ("Form.Accept", "false"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.StartsWith("退回要写明理由", (await refused.Read()).ErrorAt("Text"), StringComparison.Ordinal);

        await office.Submit(Url, ("Form.Text", "缺清单"), ("Form.Accept", "false"));
        Assert.Equal(AssignmentState.Returned, (await Kept).State);
        await Finished(by: "科长");
        Assert.Equal(AssignmentState.Submitted, (await Kept).State);
    }

    [Fact]
    public async Task Nobody_accepts_what_they_reported_under_another_account()
    {
        var reporting = app.As(await house.AccountOf(both, "科室账号", (Role.DepartmentHead, house.General)));
        var judging = app.As(await house.AccountOf(both, "办公室账号", (Role.CampaignOffice, house.Office)));
        await reporting.Submit($"/assignments/{assignment}/report", ("Form.Text", "完成"), ("Form.Finish", "true"));

        var answer = await judging.Submit(Url, ("Form.Text", ""), ("Form.Accept", "true"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("须由其他人验收", (await answer.Read()).QuerySelector("[role=alert]:not([hidden])")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(AssignmentState.Submitted, (await Kept).State);
    }

    [Fact]
    public async Task The_unit_itself_may_see_the_task_but_not_judge_it()
    {
        await Finished(by: "科长");
        var head = app.As(await house.Account("副科长", (Role.DepartmentHead, house.General)));
        var stranger = app.As(await house.Account("外人", (Role.CampaignOffice, house.OtherOffice)));

        Assert.Equal(HttpStatusCode.Forbidden, (await head.GetAsync(Url)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync(Url)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await office.GetAsync($"/assignments/{Guid.CreateVersion7()}/judge")).StatusCode);
        Assert.Equal(AssignmentState.Submitted, (await Kept).State);
    }

    [Fact]
    public async Task A_refused_return_still_shows_the_task_and_the_report()
    {
        await Finished(by: "科长");
        var page = await (await office.Submit(Url, ("Form.Text", " "), ("Form.Accept", "false"))).Read();
        Assert.Contains("报结", page.QuerySelector(".history")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("2026年3月31日", page.QuerySelector(".facts")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_one_is_accepted_the_next_is_offered()
    {
        await Finished(by: "科长");
        var other = (await GivenTask.Issued(app, house, "另一件", null, house.Secretariat)).Assignments[0].Id;
        var head = app.As(await house.Account("秘书科长", (Role.DepartmentHead, house.Secretariat)));
        await head.Submit($"/assignments/{other}/report", ("Form.Text", "完成"), ("Form.Finish", "true"));

        var page = await (await office.Submit(Url, ("Form.Text", ""), ("Form.Accept", "true"))).Leads(office, "已验收：综合科");
        Assert.Equal($"/assignments/{other}", page.QuerySelector(".call a")!.GetAttribute("href"));
        Assert.Null((await head.Open($"/assignments/{other}")).QuerySelector(".call"));
    }

    private async Task Finished(string by)
    {
        var head = app.As(await house.Account(by, (Role.DepartmentHead, house.General)));
        await head.Submit($"/assignments/{assignment}/report", ("Form.Text", "完成"), ("Form.Finish", "true"));
    }

    public async Task InitializeAsync()
    {
        await app.InitializeAsync();
        house = await House.Build(app);
        assignment = (await GivenTask.Issued(app, house, "梳理服务事项", new(2026, 3, 31), house.General)).Assignments[0].Id;
        office = app.As(await house.Account("办公室", (Role.CampaignOffice, house.Office)));
    }

    public Task DisposeAsync() => app.DisposeAsync();
}
