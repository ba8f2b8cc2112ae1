using Exemplar.Meetings.Voting;
using Exemplar.Platform.Security;
using Exemplar.Tests.Support;

namespace Exemplar.Tests.Meetings.Elections;

/// <summary>Fifteen of twenty are too few; with the organization's consent two of the absent are not counted as due, and four fifths of eighteen are there.</summary>
public sealed class NotCountedTests : GivenElection
{
    protected override int Present => 15;

    private (string, string) NotCounted(int n, string reason = "Abroad") => ($"Form.NotCounted[{People[n].Id}]", reason);

    [Fact]
    public async Task Everybody_counted_there_are_too_few()
    {
        await (await Count(await Prepared(), 15, 15, [15, 14, 13, 1])).Leads(Secretary, "到会人数不足，不能选举");
        Assert.Equal(["void.ELE-07"], await App.Read(db => Task.FromResult(db.Facts.Where(f => !f.Voided).Select(f => f.Kind).ToList())));
    }

    [Fact]
    public async Task Whoever_is_not_counted_stands_there_with_the_reason_and_the_day_of_consent()
    {
        var page = await (await Count(await Prepared(), 15, 15, [15, 14, 13, 1], NotCounted(18), NotCounted(19, "Sick"), ("Form.ConsentedOn", "2026-03-02"))).Leads(Secretary, "选举有效，名额选足");

        var election = await Kept;
        Assert.Equal((18, ElectionResult.Complete), (election.Due, election.Outcome!.Result));
        Assert.Contains("不计入应到人数：甲19（出国（境）半年以上）、甲20（长期患病不能到会），党组织同意日期 2026-03-02", page.Body!.TextContent, StringComparison.Ordinal);
        var member = await (await As(Role.Member, House.FirstBranch)).GetStringAsync($"/meetings/{Meeting.Id}");
        Assert.Contains("不计入应到人数：2 人", member, StringComparison.Ordinal);
        Assert.DoesNotContain("患病", member, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_the_day_of_consent_nobody_is_left_out()
    {
        await (await Count(await Prepared(), 15, 15, [15, 14, 13, 1], NotCounted(19))).Refuses("ConsentedOn", "有人不计入应到人数，请填写党组织同意的日期");
        Assert.Empty((await Kept).NotCounted);
    }

    [Fact]
    public async Task Whoever_came_is_counted()
    {
        var election = await Prepared();
        var page = await Secretary.Open($"/elections/{election.Id}/count");
        var forged = await Secretary.SendForm(page, $"/elections/{election.Id}/count",
            ("Form.Version", "0"), ("Form.Issued", "15"), ("Form.Collected", "15"), ("Form.ConsentedOn", "2026-03-02"), NotCounted(0));
        await forged.Refuses("", "不计入应到人数的，只能是有选举权而没有到会的人");
    }
}
