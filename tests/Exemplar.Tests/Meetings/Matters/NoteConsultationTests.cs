using System.Net;
using Exemplar.Platform.Security;
using Exemplar.Tests.Support;

namespace Exemplar.Tests.Meetings.Matters;

public sealed class NoteConsultationTests : GivenMatter
{
    private string Url => $"/matters/{Matter.Id}/consult";

    [Fact]
    public async Task Day_and_circle_are_kept()
    {
        var page = await (await Consult()).Leads(Secretary, "已登记会前征求意见");

        Assert.Equal(new DateOnly(2026, 3, 2), Assert.Single((await Kept).Consultations).On);
        Assert.Equal(["meetings.matter", "meetings.matter.consult"], await LogOf(Matter.Id));
        Assert.Contains("2026-03-02 全体支委和青年党员代表", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tomorrow_nobody_was_asked_yet()
    {
        await (await Consult(on: "2026-03-11")).Refuses("On", "征求意见的日期不能在今天之后");
        await (await Consult(with: "")).Refuses("With", "请写明征求了哪些人的意见");
        Assert.Empty((await Kept).Consultations);
    }

    [Fact]
    public async Task After_the_vote_it_is_too_late_for_before()
    {
        var meeting = await Held(20, 12);
        await Put(meeting.Agenda[0].Id);
        await Vote(meeting.Id, meeting.Agenda[0].Id, 12, 0);
        await (await Consult()).Refuses("", "这一事项已经表决，不能再补会前征求意见");
    }

    [Fact]
    public async Task Only_who_records_for_the_body_notes_it()
    {
        await (await As(Role.Member, House.FirstBranch)).IsShut(Url, HttpStatusCode.Forbidden);
        await (await As(Role.BranchSecretary, House.SecondBranch)).IsShut(Url, HttpStatusCode.NotFound);
        await Secretary.IsShut($"/matters/{Guid.CreateVersion7()}/consult", HttpStatusCode.NotFound);
    }
}
