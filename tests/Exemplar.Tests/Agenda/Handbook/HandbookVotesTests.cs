using Exemplar.Tests.Campaigns.Supervision;
using Exemplar.Tests.Meetings.Elections;
using Exemplar.Tests.Support;

namespace Exemplar.Tests.Agenda.Handbook;

/// <summary>Votes and elections are on paper as numbers and results.</summary>
public sealed class HandbookVotesTests : GivenElection
{
    [Fact]
    public async Task Votes_stand_as_totals_and_elections_with_who_was_elected()
    {
        var election = await Prepared();
        await Count(election, 17, 17, [16, 15, 12, 8]);
        await (await Secretary.Submit($"/meetings/{Meeting.Id}/votes/new", ("Form.VotedOn", $"{Meeting.Agenda[0].Id}"), ("Form.Way", "Hands"), ("Form.Yes", "15"), ("Form.No", "1"), ("Form.Abstained", "1")))
            .Leads(Secretary, "表决已记录");

        var text = GivenDocument.TextOf(await Secretary.GetByteArrayAsync($"/units/{House.FirstBranch.Id}/handbook/2026"));
        Assert.Contains("3月6日\n选举支部委员会\n20\n17\n15\n1\n1\n通过", text, StringComparison.Ordinal);
        Assert.Contains("3月6日\n第一党支部委员会委员\n3\n应到 20，实到 17，发出 17，收回 17，有效 17\n选举有效，名额选足\n当选：甲01、甲02、甲03", text, StringComparison.Ordinal);
        Assert.Contains("表决：举手：有表决权的应到 20 人，实到 17 人，赞成 15 票，反对 1 票，弃权 1 票。通过。", text, StringComparison.Ordinal);
        Assert.DoesNotContain("甲04\n8", text, StringComparison.Ordinal);   // who was not elected with how many votes is in the minutes
    }

    [Fact]
    public async Task A_withdrawn_vote_is_not_in_it()
    {
        await Secretary.Submit($"/meetings/{Meeting.Id}/votes/new", ("Form.VotedOn", $"{Meeting.Agenda[0].Id}"), ("Form.Way", "Hands"), ("Form.Yes", "17"));
        var vote = (await App.Read(db => Microsoft.EntityFrameworkCore.EntityFrameworkQueryableExtensions.SingleAsync(db.Votes))).Id;
        await (await Secretary.Submit($"/votes/{vote}/withdraw", ("Form.Reason", "票数填错"))).Leads(Secretary, "表决已撤销");
        var text = GivenDocument.TextOf(await Secretary.GetByteArrayAsync($"/units/{House.FirstBranch.Id}/handbook/2026"));
        Assert.Contains("没有表决和选举记录。", text, StringComparison.Ordinal);
        Assert.DoesNotContain("票数填错", text, StringComparison.Ordinal);
    }
}
