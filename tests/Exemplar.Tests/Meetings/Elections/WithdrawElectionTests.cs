using System.Net;
using Exemplar.Meetings.Elections;
using Exemplar.Platform.Security;
using Exemplar.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Exemplar.Tests.Meetings.Elections;

public sealed class WithdrawElectionTests : GivenElection
{
    private static string Url(Election election) => $"/elections/{election.Id}/withdraw";

    [Fact]
    public async Task It_stays_with_the_reason_and_no_longer_speaks_to_the_rules()
    {
        var election = await Prepared();
        await Count(election, 17, 17, [16, 15, 12, 8]);
        var page = await (await Secretary.Submit(Url(election), ("Form.Reason", "票数抄错"))).Leads(Secretary, "选举记录已撤销");

        Assert.Equal("票数抄错", (await Kept).WithdrawnFor);
        Assert.Equal(["meetings.election.prepare", "meetings.election.count", "meetings.election.withdraw"], await LogOf(election.Id));
        Assert.Equal(0, await App.Read(db => db.Facts.CountAsync(f => !f.Voided)));
        Assert.Contains("已撤销：票数抄错", page.Body!.TextContent, StringComparison.Ordinal);
        await (await Secretary.Submit(Url(election), ("Form.Reason", "再撤"))).Refuses("", "已经撤销");
    }

    [Fact]
    public async Task A_reason_is_needed()
    {
        var election = await Prepared();
        await (await Secretary.Submit(Url(election))).Refuses("Reason", "请写明原因");
        Assert.Null((await Kept).WithdrawnAt);
    }

    [Fact]
    public async Task Only_who_records_for_the_branch_withdraws()
    {
        var election = await Prepared();
        await (await As(Role.Member, House.FirstBranch)).IsShut(Url(election), HttpStatusCode.Forbidden);
        await (await As(Role.BranchSecretary, House.SecondBranch)).IsShut(Url(election), HttpStatusCode.NotFound);
        await Secretary.IsShut($"/elections/{Guid.CreateVersion7()}/withdraw", HttpStatusCode.NotFound);
    }
}
