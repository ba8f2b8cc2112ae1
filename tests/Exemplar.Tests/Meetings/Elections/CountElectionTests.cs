using System.Net;
using Exemplar.Meetings.Elections;
using Exemplar.Meetings.Voting;
using Exemplar.Platform.Security;
using Exemplar.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Exemplar.Tests.Meetings.Elections;

public sealed class CountElectionTests : GivenElection
{
    private static string Url(Election election) => $"/elections/{election.Id}/count";

    /// <summary>Sixteen issued and seventeen collected, and somebody is sure of it.</summary>
    private async Task<HttpResponseMessage> Void(Election election) =>
        await Secretary.SubmitForm(await (await Count(election, 16, 17, [16, 15, 12, 8])).Read(), Url(election), "main form[method=post]", ("Form.Certain", "true"));

    private Task<List<string>> Facts => App.Read(db => db.Facts.Where(f => !f.Voided).Select(f => f.Kind).ToListAsync());

    [Fact]
    public async Task Totals_are_kept_and_who_is_elected_is_worked_out_and_explained()
    {
        var election = await Prepared();
        var page = await (await Count(election, 17, 17, [16, 15, 12, 8])).Leads(Secretary, "选举有效，名额选足");

        var outcome = (await Kept).Outcome!;
        Assert.Equal(3, outcome.Candidates.Values.Count(r => r is CandidateResult.Elected));
        Assert.Equal(["meetings.election.prepare", "meetings.election.count"], await LogOf(election.Id));
        Assert.Equal(["elected"], await Facts);
        Assert.Contains("实到 17 人，应到 20 人的五分之四为 16 人，达到", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("得票须超过实到 17 人的半数，即至少 9 票", page.Body.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Numbers_that_cannot_be_are_refused_and_nothing_is_kept()
    {
        var election = await Prepared();
        await (await Count(election, 18, 17, [16, 15, 12, 8])).Refuses("Issued", "发出 18 票，多于实到有选举权的 17 人");
        await (await Count(election, 17, 17, [17, 17, 17, 1])).Refuses("", "各人得票合计 52 票");
        Assert.Null((await Kept).CountedAt);
        Assert.Empty(await Facts);
    }

    [Fact]
    public async Task Names_written_onto_ballots_count_when_they_are_known()
    {
        var election = await Prepared();
        await (await Count(election, 17, 17, [16, 15, 3, 2], ("Form.WrittenIn", "无此人 9"))).Refuses("WrittenIn", "无此人不在可以被选举的正式党员中");
        await (await Count(election, 17, 17, [16, 15, 3, 2], ("Form.WrittenIn", "甲06：九"))).Refuses("WrittenIn", "“甲06：九”看不懂");
        await (await Count(election, 17, 17, [16, 15, 3, 2], ("Form.WrittenIn", "甲06 9票"))).Leads(Secretary, "选举有效，名额选足");
        Assert.Equal(("甲06", 9), (await Kept).Candidates.Where(c => c.IsWrittenIn).Select(c => (c.Name, c.Votes)).Single());
    }

    [Fact]
    public async Task More_ballots_than_were_issued_are_asked_about_once_before_they_make_it_invalid()
    {
        await App.Keep(new(2026, 1, 1), House.FirstBranch);
        var election = await Prepared();
        var asked = await Count(election, 16, 17, [16, 15, 12, 8]);
        await asked.Refuses("Certain", "收回 17 票，多于发出的 16 票。数字填错的请改正；确实如此的，选举无效，请勾选后再保存");
        Assert.Null((await Kept).CountedAt);

        await (await Void(election)).Leads(Secretary, "选举无效，须重新选举。选票有效 2026年 不符合 1 次");
        Assert.Equal(["void.ELE-10"], await Facts);
    }

    [Fact]
    public async Task Once_it_was_held_again_and_is_valid_the_void_one_is_no_longer_held_against_the_branch()
    {
        await App.Keep(new(2026, 1, 1), House.FirstBranch);
        await Void(await Prepared());
        await (await Prepare([0, 1, 2, 3], [10])).Leads(Secretary, "选举已准备");
        var again = await App.Read(db => db.Elections.SingleAsync(e => e.CountedAt == null));
        await (await Count(again, 17, 17, [16, 15, 12, 8])).Leads(Secretary, "选举有效，名额选足。选票有效 2026年 符合；总支、支部任期 下一次换届在 2029年");
        Assert.Equal(["elected"], await Facts);

        await (await Secretary.Submit($"/elections/{again.Id}/withdraw", ("Form.Reason", "票数抄错"))).Leads(Secretary, "选举记录已撤销");
        Assert.Equal(["void.ELE-10"], await Facts);
    }

    [Fact]
    public async Task What_is_no_number_stays_as_it_was_typed_and_is_marked_where_it_stands()
    {
        var election = await Prepared();
        var answer = await Secretary.Submit(Url(election), ("Form.Issued", "17"), ("Form.Collected", "17"), ($"Form.Votes[{People[1].Id}]", "九"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var box = (await answer.Read()).QuerySelector($"input[name='Form.Votes[{People[1].Id}]']")!;
        Assert.Equal(("九", "true"), (box.GetAttribute("value"), box.GetAttribute("aria-invalid")));
        Assert.Equal("票数请填数字，如 9", box.ParentElement!.QuerySelector(".error")!.TextContent.Trim());
    }

    [Fact]
    public async Task Who_has_more_votes_than_there_are_ballots_is_named()
    {
        var election = await Prepared();
        var page = await (await Count(election, 17, 17, [16, 18, 12, 8])).Read();
        Assert.Equal("甲02得 18 票，多于有效票 17 张", page.QuerySelector($"input[name='Form.Votes[{People[1].Id}]']")!.ParentElement!.QuerySelector(".error")!.TextContent.Trim());
        await (await Count(election, 17, 17, [16, 15, 12, 8], ("Form.WrittenIn", "甲06 18"))).Refuses("WrittenIn", "甲06得 18 票，多于有效票 17 张");
        Assert.Null((await Kept).CountedAt);
    }

    [Fact]
    public async Task What_is_counted_is_counted_once_and_on_the_form_that_was_opened()
    {
        var election = await Prepared();
        var page = await Secretary.Open($"/elections/{election.Id}/count");
        await Count(election, 17, 17, [16, 15, 12, 8]);
        Assert.Contains("已经计票", await Secretary.GetStringAsync($"/elections/{election.Id}/count"), StringComparison.Ordinal);
        var second = await Secretary.SubmitForm(page, $"/elections/{election.Id}/count", "main form[method=post]", ("Form.Issued", "17"), ("Form.Collected", "17"));
        Assert.Equal(HttpStatusCode.Conflict, second.StatusCode);
        Assert.Equal(16, (await Kept).Candidates.Max(c => c.Votes));
    }

    [Fact]
    public async Task Only_who_records_for_the_branch_counts()
    {
        var election = await Prepared();
        await (await As(Role.Member, House.FirstBranch)).IsShut($"/elections/{election.Id}/count", HttpStatusCode.Forbidden);
        await (await As(Role.BranchSecretary, House.SecondBranch)).IsShut($"/elections/{election.Id}/count", HttpStatusCode.NotFound);
        await Secretary.IsShut($"/elections/{Guid.CreateVersion7()}/count", HttpStatusCode.NotFound);
    }
}
