using Exemplar.Meetings;
using Exemplar.Tests.Campaigns.Supervision;
using Exemplar.Tests.Meetings.Elections;
using Exemplar.Tests.Support;

namespace Exemplar.Tests.Meetings.Voting;

/// <summary>Who came is corrected after something was counted on it: seventeen of twenty were there.</summary>
public sealed class RollMovedTests : GivenElection
{
    private string Page => $"/meetings/{Meeting.Id}";

    private (string, string)[] Away(int present) => [.. People.Skip(present).SelectMany(p => new[] { ("Form.Away", $"{p.Id}"), ($"Form.Why[{p.Id}]", "出差") })];

    private Task<HttpResponseMessage> Correct(int present) => Secretary.Submit($"{Page}/record", Away(present));

    private Task<HttpResponseMessage> Sign() => Secretary.Submit($"{Page}/sign", ("Form.OnPaper", "true"), ("Form.ArchiveNumber", "2026-3"));

    private Task<string> Minutes(string paper = "minutes") => PaperAt($"{Page}/papers/{paper}");

    private async Task<string> PaperAt(string address) => GivenDocument.TextOf(await Secretary.GetByteArrayAsync(address));

    [Fact]
    public async Task An_election_says_that_it_rests_on_another_attendance_and_nothing_is_signed_until_it_is_counted_anew()
    {
        var election = await Prepared();
        await Count(election, 17, 17, [16, 15, 12, 8]);
        var page = await (await Correct(15)).Leads(Secretary, "已记录");

        Assert.Contains("按原来的到会人数计，请撤销后重新记录：选举第一党支部委员会委员", page.Receipt(), StringComparison.Ordinal);
        Assert.Contains("到会情况后来更正过，计票时应到 20 人、实到 17 人：请撤销后重新准备和计票", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("到会情况后来更正过，计票时应到 20 人、实到 17 人", await Minutes(), StringComparison.Ordinal);
        await (await Sign()).Refuses("", "选举第一党支部委员会委员以更正前的到会人数为依据，请先撤销并重新记录，再签字");

        await (await Secretary.Submit($"/elections/{election.Id}/withdraw", ("Form.Reason", "到会情况更正"))).Leads(Secretary, "选举记录已撤销");
        await (await Sign()).Leads(Secretary, "已签字并锁定");
    }

    [Fact]
    public async Task A_vote_holds_the_signatures_up_as_well_and_an_attendance_put_right_again_does_not()
    {
        await Secretary.Submit($"{Page}/votes/new", ("Form.VotedOn", $"{Meeting.Agenda[0].Id}"), ("Form.Way", "Hands"), ("Form.Yes", "17"));
        await Correct(16);
        await (await Sign()).Refuses("", "表决“选举支部委员会”以更正前的到会人数为依据");
        await Correct(17);
        await (await Sign()).Leads(Secretary, "已签字并锁定");
    }

    [Fact]
    public async Task Whoever_was_not_counted_as_due_and_came_after_all_moves_an_election_too()
    {
        (string, string)[] notCounted = [($"Form.NotCounted[{People[19].Id}]", "Sick"), ("Form.ConsentedOn", "2026-03-02")];
        await Count(await Prepared(), 17, 17, [16, 15, 12, 8], notCounted);
        await Secretary.Submit($"{Page}/record", [.. People.Skip(16).Take(3).SelectMany(p => new[] { ("Form.Away", $"{p.Id}"), ($"Form.Why[{p.Id}]", "出差") })]);   // one fewer here, one more there
        await (await Sign()).Refuses("", "选举第一党支部委员会委员以更正前的到会人数为依据");
    }

    [Fact]
    public async Task What_its_ballots_made_void_rests_on_no_attendance()
    {
        var election = await Prepared();
        var asked = await Count(election, 16, 17, [16, 15, 12, 8]);
        await (await Secretary.SubmitForm(await asked.Read(), $"/elections/{election.Id}/count", "main form[method=post]", ("Form.Certain", "true"))).Leads(Secretary, "选举无效");
        await Correct(16);
        await (await Sign()).Leads(Secretary, "已签字并锁定");
    }

    [Fact]
    public async Task What_is_amended_after_the_signatures_is_said_on_page_and_paper()
    {
        await Count(await Prepared(), 17, 17, [16, 15, 12, 8]);
        await (await Sign()).Leads(Secretary, "已签字并锁定");
        var page = await (await Secretary.Submit($"{Page}/amend", [("Form.Reason", "点名记错"), .. Away(15)])).Leads(Secretary, "已修订");

        Assert.Contains("到会情况签字后修订过，计票时应到 20 人、实到 17 人", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("到会情况签字后修订过，计票时应到 20 人、实到 17 人", await Minutes(), StringComparison.Ordinal);
        Assert.Equal(MeetingState.Locked, (await App.Read(async db => await db.Meetings.FindAsync(Meeting.Id)))!.State);
    }
}
