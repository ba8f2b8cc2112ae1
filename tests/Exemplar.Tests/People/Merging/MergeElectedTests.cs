using Exemplar.Tests.Meetings.Elections;
using Exemplar.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Exemplar.Tests.People.Merging;

/// <summary>甲01 to 甲04 stand for election in the first branch, 甲11 counts.</summary>
public sealed class MergeElectedTests : GivenElection
{
    [Fact]
    public async Task Two_candidates_of_one_election_are_two_people()
    {
        await Prepared();
        var page = await Committee.Open($"/people/{People[0].Id}/merge/{People[1].Id}");
        Assert.Contains("还不能合并：两份在同一次选举里都是候选人，不会是同一人", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("main form[method=post] button.primary"));
        Assert.Contains("监票人", (await Committee.Open($"/people/{People[5].Id}/merge/{People[10].Id}")).QuerySelector("#moves")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_candidate_goes_over_with_the_votes_and_the_page_says_that_the_roll_has_moved()
    {
        var election = await Prepared();
        await Count(election, 17, 17, [16, 15, 12, 8]);
        var url = $"/people/{People[15].Id}/merge/{People[0].Id}";
        Assert.Contains("其中 1 次有表决或选举，票数不动", (await Committee.Open(url)).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        await (await Committee.Submit(url)).Leads(Committee, "已合并");

        var kept = await App.Read(db => db.Elections.Include(e => e.Candidates).SingleAsync());
        Assert.Equal(16, kept.Candidates.Single(c => c.PersonId == People[15].Id).Votes);
        Assert.Contains("计票时应到 20 人、实到 17 人", (await Secretary.Open($"/meetings/{Meeting.Id}")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }
}
