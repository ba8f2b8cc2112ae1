using System.Net;
using Exemplar.Meetings;
using Exemplar.Platform.Security;
using Exemplar.Tests.Support;

namespace Exemplar.Tests.Meetings.Matters;

public sealed class PutOnAgendaTests : GivenMatter
{
    private string Url => $"/matters/{Matter.Id}/agenda";

    [Fact]
    public async Task It_takes_an_item_for_itself_and_a_missing_consultation_is_said()
    {
        var meeting = await Planned(agenda: ["通报情况", "经费方案"]);
        await (await Put(meeting.Agenda[1].Id)).Leads(Secretary, $"已列入议程：{Title}。还没有登记会前征求意见");

        var kept = await Kept;
        Assert.Equal((meeting.Id, meeting.Agenda[1].Id), (kept.MeetingId, kept.ItemId));
        Assert.Equal(["meetings.matter", "meetings.matter.put"], await LogOf(Matter.Id));
    }

    [Fact]
    public async Task One_matter_one_vote()
    {
        var meeting = await Held(20, 12, agenda: ["经费方案", "经费方案（再议）"]);
        await Put(meeting.Agenda[0].Id);
        Assert.Contains("重大事项，还没有登记会前征求意见", await Secretary.GetStringAsync($"/meetings/{meeting.Id}/votes/new"), StringComparison.Ordinal);
        await (await Vote(meeting.Id, meeting.Agenda[0].Id, 12, 0)).Leads(Secretary, "表决已记录：通过");
        await (await Vote(meeting.Id, meeting.Agenda[0].Id, 12, 0)).Refuses("VotedOn", "这一重大事项已经表决过，一事一表决");
        await (await Put(meeting.Agenda[1].Id)).Refuses("", "这一事项已经表决，不能再改议程");
    }

    [Fact]
    public async Task Too_few_present_is_no_decision_and_it_may_be_put_again()
    {
        var first = await Held(20, 9);
        await Put(first.Agenda[0].Id);
        await (await Vote(first.Id, first.Agenda[0].Id, 9, 0)).Leads(Secretary, "表决已记录：到会人数不足");
        var second = await Held(20, 12);
        await (await Put(second.Agenda[0].Id)).Leads(Secretary, "已列入议程");
        await (await Vote(second.Id, second.Agenda[0].Id, 12, 0)).Leads(Secretary, "表决已记录：通过");
    }

    [Fact]
    public async Task An_item_is_one_matter()
    {
        var meeting = await Planned();
        await Put(meeting.Agenda[0].Id);
        await Secretary.Submit($"/units/{House.FirstBranch.Id}/matters/new", ("Form.Title", "另一件"), ("Form.Kind", "Other"), ("Form.Basis", "第六条"));
        var other = await App.Read(db => Task.FromResult(db.MajorMatters.Single(m => m.Title == "另一件").Id));
        await (await Secretary.Submit($"/matters/{other}/agenda", ("Form.Item", $"{meeting.Agenda[0].Id}"))).Refuses("Item", "这一议题已经对应另一件重大事项");
        await (await Secretary.Submit($"/matters/{other}/agenda", ("Form.Item", ""))).Refuses("Item", "请选择议题");
    }

    [Fact]
    public async Task Other_bodies_meetings_are_not_offered()
    {
        await Planned();
        var stranger = await Planned(MeetingKind.Members, House.SecondBranch);
        await (await Put(stranger.Agenda[0].Id)).Refuses("Item", "请从列表中选择议题");
        Assert.Null((await Kept).MeetingId);
    }

    [Fact]
    public async Task Only_who_records_for_the_body_puts_it()
    {
        await (await As(Role.Member, House.FirstBranch)).IsShut(Url, HttpStatusCode.Forbidden);
        await (await As(Role.BranchSecretary, House.SecondBranch)).IsShut(Url, HttpStatusCode.NotFound);
        await Secretary.IsShut($"/matters/{Guid.CreateVersion7()}/agenda", HttpStatusCode.NotFound);
    }
}
