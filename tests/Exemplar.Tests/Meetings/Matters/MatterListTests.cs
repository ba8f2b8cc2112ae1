using System.Net;
using Exemplar.Platform.Security;
using Exemplar.Tests.Support;

namespace Exemplar.Tests.Meetings.Matters;

public sealed class MatterListTests : GivenMatter
{
    [Fact]
    public async Task A_matter_shows_its_way_from_consultation_to_the_vote()
    {
        var meeting = await Held(20, 12);
        await Consult();
        await Put(meeting.Agenda[0].Id);
        await Vote(meeting.Id, meeting.Agenda[0].Id, 11, 1);

        var row = (await Secretary.Open("/matters")).QuerySelector("main table tbody tr")!;
        Assert.Contains("大额资金使用：支部议事规则第五条", row.TextContent, StringComparison.Ordinal);
        Assert.Contains("2026-03-02 全体支委和青年党员代表", row.TextContent, StringComparison.Ordinal);
        Assert.Contains("2026年3月6日支部党员大会", row.TextContent, StringComparison.Ordinal);
        Assert.Contains("通过（应到 20，实到 12，赞成 11），主要负责人最后表态", row.TextContent, StringComparison.Ordinal);
        Assert.Null(row.QuerySelector("a[href$=consult]"));
    }

    [Fact]
    public async Task Others_see_their_own_bodies_only()
    {
        Assert.DoesNotContain(Title, await (await As(Role.BranchSecretary, House.SecondBranch)).GetStringAsync("/matters"), StringComparison.Ordinal);
        var member = await (await As(Role.Member, House.FirstBranch)).Open("/matters");
        Assert.Contains(Title, member.Body!.TextContent, StringComparison.Ordinal);
        Assert.Null(member.QuerySelector("a[href$=consult]"));
        Assert.Equal(HttpStatusCode.Forbidden, (await (await As(Role.SuperiorInspector, House.Office)).GetAsync("/matters")).StatusCode);
    }

    [Fact]
    public async Task One_body_can_be_looked_at_alone()
    {
        Assert.Contains(Title, await Committee.GetStringAsync($"/matters?unit={House.FirstBranch.Id}"), StringComparison.Ordinal);
        Assert.Contains("还没有登记重大事项", await Committee.GetStringAsync($"/matters?unit={House.SecondBranch.Id}"), StringComparison.Ordinal);
    }
}
