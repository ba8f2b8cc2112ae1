using System.Net;
using Exemplar.Platform.Security;
using Exemplar.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Exemplar.Tests.Meetings.Elections;

public sealed class PrepareElectionTests : GivenElection
{
    private string Url => $"/meetings/{Meeting.Id}/elections/new";

    [Fact]
    public async Task Seats_candidates_and_tellers_are_kept_and_the_count_comes_next()
    {
        var page = await (await Prepare([0, 1, 2, 3], [10])).Leads(Secretary, "选举已准备：第一党支部委员会委员，应选 3 名，候选人 4 名");

        var election = await Kept;
        Assert.Equal(["甲01", "甲02", "甲03", "甲04"], election.Candidates.OrderBy(c => c.Position).Select(c => c.Name));
        Assert.Equal(["甲11"], election.Tellers.Select(t => t.Name));
        Assert.Equal(["meetings.election.prepare"], await LogOf(election.Id));
        Assert.NotNull(page.QuerySelector($"input[name='Form.Votes[{People[3].Id}]']"));
    }

    [Fact]
    public async Task Candidates_cannot_be_tellers()
    {
        await (await Prepare([0, 1, 2, 3], [3, 10])).Refuses("Tellers", "候选人不得担任监票人：甲04");
        await (await Prepare([0, 1, 2, 3], [])).Refuses("Tellers", "请选择监票人");
        await (await Prepare([], [10])).Refuses("Candidates", "请选择候选人");
        await (await Prepare([0, 1], [10], seats: "0")).Refuses("Seats", "应选名额在 1 到 50 之间");
        Assert.Equal(0, await App.Read(db => db.Elections.CountAsync()));
    }

    [Fact]
    public async Task Only_full_members_of_the_branch_stand()
    {
        var page = await Secretary.Open(Url);
        Assert.DoesNotContain("预备党员", page.QuerySelector("#Form_Candidates .choices")!.TextContent, StringComparison.Ordinal);
        var stranger = await House.Somebody("外支部", House.SecondBranch);
        var forged = await Secretary.SendForm(page, Url, ("Form.Kind", "Committee"), ("Form.Round", "First"), ("Form.Post", "委员"), ("Form.Seats", "1"), ("Form.Candidates", $"{stranger.Id}"), ("Form.Tellers", $"{People[0].Id}"));
        await forged.Refuses("Candidates", "请从列表中选择候选人");
    }

    [Fact]
    public async Task Only_who_records_for_the_branch_prepares()
    {
        await (await As(Role.Member, House.FirstBranch)).IsShut(Url, HttpStatusCode.Forbidden);
        await (await As(Role.BranchSecretary, House.SecondBranch)).IsShut(Url, HttpStatusCode.NotFound);
        await Secretary.IsShut($"/meetings/{Guid.CreateVersion7()}/elections/new", HttpStatusCode.NotFound);
    }
}
