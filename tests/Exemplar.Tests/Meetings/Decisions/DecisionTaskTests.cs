using System.Net;
using Exemplar.Platform.Security;
using Exemplar.Tasks;
using Exemplar.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Exemplar.Tests.Meetings.Decisions;

public sealed class DecisionTaskTests : MeetingHouse
{
    private Guid meeting;

    private string Url => $"/meetings/{meeting}/decisions/1/task";

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        meeting = await Held(answers: [("Form.Agenda[0].Title", "学习计划"), ("Form.Agenda[0].Decision", "由综合科拟定全年学习计划")]);
    }

    [Fact]
    public async Task A_decision_becomes_a_task_of_a_unit_that_the_branch_itself_follows_up()
    {
        var page = await (await Secretary.Submit(Url, ("Form.Unit", House.General.Id.ToString()), ("Form.DueOn", "2026-03-31"))).Leads(Secretary, "已转成任务：由综合科拟定全年学习计划，由综合科在 2026年3月31日 前办理");
        Assert.Null(page.QuerySelector("a[href$='/task']"));
        Assert.Contains("已转任务：综合科", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);

        var task = await App.Read(db => db.Tasks.Include(t => t.Assignments).SingleAsync());
        Assert.Equal(("由综合科拟定全年学习计划", "由综合科拟定全年学习计划", House.FirstBranch.Id, meeting), (task.Title, task.Text, task.IssuerId, task.SourceId));
        Assert.Equal(task.Id, (await Kept(meeting)).Agenda.Single().TaskId);
        Assert.Equal(["meetings.issue"], await LogOf(task.Id));
        Assert.Equal("meetings.issue", (await LogOf(meeting))[^1]);
    }

    [Fact]
    public async Task A_branch_gives_out_to_itself_and_to_the_departments_of_its_people_and_to_nobody_else()
    {
        var offered = (await Secretary.Open(Url)).QuerySelectorAll("[name='Form.Unit'] option").Select(o => o.TextContent).ToList();
        Assert.Equal(House.FirstBranch.Name, offered.First(o => o.Length > 0 && !o.Contains('选')));
        Assert.Contains("综合科", offered);
        Assert.DoesNotContain(House.GroupOffice.Name, offered);
        await (await Secretary.Submit(Url, ("Form.Unit", House.GroupOffice.Id.ToString()), ("Form.DueOn", "2026-03-31"))).Refuses("Unit", "请从列表中选择承办单位");
    }

    [Fact]
    public async Task Once_accepted_by_the_secretary_it_does_not_come_up_again()
    {
        await Secretary.Submit(Url, ("Form.Unit", House.General.Id.ToString()), ("Form.DueOn", "2026-03-31"));
        var share = (await App.Read(db => db.Assignments.SingleAsync())).Id;
        var next = await Planned(on: new(2026, 3, 9));
        Assert.NotNull((await Recorder.Open($"/meetings/{next}/record")).QuerySelector("[name='Form.Done']"));

        var head = App.As(await House.Account("科长", (Role.DepartmentHead, House.General)));
        await head.Submit($"/assignments/{share}/report", ("Form.Text", "拟好了"), ("Form.Finish", "true"));
        await (await Secretary.Submit($"/assignments/{share}/judge", ("Form.Accept", "true"))).Leads(Secretary, "已验收");
        Assert.Equal(AssignmentState.Done, (await App.Read(db => db.Assignments.SingleAsync())).State);
        Assert.Null((await Recorder.Open($"/meetings/{next}/record")).QuerySelector("[name='Form.Done']"));
    }

    [Fact]
    public async Task What_cannot_be_is_refused_at_its_field_and_nothing_is_issued()
    {
        await (await Secretary.Submit(Url, ("Form.Unit", House.OtherOffice.Id.ToString()), ("Form.DueOn", "2026-03-31"))).Refuses("Unit", "请从列表中选择承办单位");
        await (await Secretary.Submit(Url, ("Form.Unit", House.General.Id.ToString()), ("Form.DueOn", "2026-03-10"))).Refuses("DueOn", "时限须在今天之后");
        await (await Secretary.Submit(Url, ("Form.Unit", ""), ("Form.DueOn", "2026-03-31"))).Refuses("Unit", "请选择承办单位");
        Assert.Equal(0, await App.Read(db => db.Tasks.CountAsync()));
    }

    [Fact]
    public async Task Sent_twice_it_is_issued_once_and_a_second_task_is_refused()
    {
        var (page, rival) = (await Secretary.Open(Url), await Recorder.Open(Url));
        for (var n = 0; n < 2; n++) await (await Secretary.SubmitForm(page, Url, "main form", ("Form.Unit", House.General.Id.ToString()), ("Form.DueOn", "2026-03-31"))).Leads(Secretary, "已转成任务");
        Assert.Equal(HttpStatusCode.Conflict, (await Recorder.SubmitForm(rival, Url, "main form", ("Form.Unit", House.General.Id.ToString()), ("Form.DueOn", "2026-03-31"))).StatusCode);
        await (await Recorder.Submit(Url, ("Form.Unit", House.General.Id.ToString()), ("Form.DueOn", "2026-03-31"))).Refuses("", "这项议定事项已经转成任务了");
        Assert.Equal(1, await App.Read(db => db.Tasks.CountAsync()));
    }

    [Fact]
    public async Task An_item_that_became_a_task_is_not_dropped_from_the_agenda()
    {
        await Secretary.Submit(Url, ("Form.Unit", House.General.Id.ToString()), ("Form.DueOn", "2026-03-31"));
        await (await Recorder.Submit($"/meetings/{meeting}/record", ("Form.Agenda[0].Title", ""), ("Form.Agenda[0].Decision", ""))).Refuses("", "“学习计划”已经转成任务");
        Assert.Single((await Kept(meeting)).Agenda);
    }

    [Fact]
    public async Task It_is_shut_to_others_and_to_what_was_not_decided()
    {
        await Member.IsShut(Url, HttpStatusCode.Forbidden);
        await Neighbour.IsShut(Url, HttpStatusCode.NotFound);
        await Secretary.IsShut($"/meetings/{meeting}/decisions/2/task", HttpStatusCode.NotFound);
        await Secretary.IsShut($"/meetings/{Guid.CreateVersion7()}/decisions/1/task", HttpStatusCode.NotFound);
    }
}
