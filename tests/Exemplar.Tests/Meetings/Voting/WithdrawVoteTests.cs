using System.Net;
using Exemplar.Meetings;
using Exemplar.Meetings.Voting;
using Exemplar.Platform.Security;
using Exemplar.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Exemplar.Tests.Meetings.Voting;

public sealed class WithdrawVoteTests : GivenVoting
{
    private Meeting meeting = null!;
    private Vote vote = null!;

    private string Url => $"/votes/{vote.Id}/withdraw";

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        meeting = await Held(20, 9);
        await Secretary.Submit($"/meetings/{meeting.Id}/votes/new", ("Form.VotedOn", $"{meeting.Agenda[0].Id}"), ("Form.Way", "Hands"), ("Form.Yes", "9"));
        vote = await App.Read(db => db.Votes.SingleAsync());
    }

    [Fact]
    public async Task A_wrong_vote_stays_with_the_reason_and_no_longer_speaks_to_the_rules()
    {
        Assert.Equal(1, await App.Read(db => db.Facts.CountAsync(f => !f.Voided)));
        var page = await (await Secretary.Submit(Url, ("Form.Reason", "票数抄错"))).Leads(Secretary, "表决已撤销");

        Assert.Equal("票数抄错", (await App.Read(db => db.Votes.SingleAsync())).WithdrawnFor);
        Assert.Equal(["meetings.vote", "meetings.vote.withdraw"], await LogOf(vote.Id));
        Assert.Equal(0, await App.Read(db => db.Facts.CountAsync(f => !f.Voided)));
        Assert.Contains("已撤销：票数抄错", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Twice_is_refused()
    {
        await Secretary.Submit(Url, ("Form.Reason", "票数抄错"));
        await (await Secretary.Submit(Url, ("Form.Reason", "再撤"))).Refuses("", "已经撤销");
    }

    [Fact]
    public async Task A_reason_is_needed()
    {
        await (await Secretary.Submit(Url)).Refuses("Reason", "请写明原因");
        Assert.Null((await App.Read(db => db.Votes.SingleAsync())).WithdrawnAt);
    }

    [Fact]
    public async Task Only_who_records_for_the_branch_withdraws()
    {
        await (await As(Role.Member, House.FirstBranch)).IsShut(Url, HttpStatusCode.Forbidden);
        await (await As(Role.BranchSecretary, House.SecondBranch)).IsShut(Url, HttpStatusCode.NotFound);
        await Secretary.IsShut($"/votes/{Guid.CreateVersion7()}/withdraw", HttpStatusCode.NotFound);
    }
}
