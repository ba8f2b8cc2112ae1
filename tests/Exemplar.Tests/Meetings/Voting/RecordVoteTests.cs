using System.Net;
using Exemplar.Meetings;
using Exemplar.Meetings.Voting;
using Exemplar.Platform.Log;
using Exemplar.Platform.Security;
using Exemplar.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Exemplar.Tests.Meetings.Voting;

public sealed class RecordVoteTests : GivenVoting
{
    private static string Url(Meeting meeting) => $"/meetings/{meeting.Id}/votes/new";

    private Task<HttpResponseMessage> Send(Meeting meeting, int yes, int no = 0, string kind = "Ordinary", string way = "Hands", string person = "", Guid? item = null) =>
        Secretary.Submit(kind is "Ordinary" ? Url(meeting) : $"{Url(meeting)}?Kind={kind}",
            [("Form.VotedOn", $"{item ?? meeting.Agenda[0].Id}"), ("Form.Way", way), ("Form.Yes", $"{yes}"), ("Form.No", $"{no}"), .. kind is "Admission" ? [("Form.Person", person)] : Array.Empty<(string, string)>()]);

    private Task<List<Vote>> Kept => App.Read(db => db.Votes.OrderBy(v => v.EnteredAt).ToListAsync());

    private Task<List<string>> Facts => App.Read(db => db.Facts.Where(f => !f.Voided && f.Kind.StartsWith("void")).Select(f => f.Kind).ToListAsync());

    [Fact]
    public async Task The_numbers_are_kept_and_the_result_explains_itself()
    {
        var meeting = await Held(20, 12);
        var page = await (await Send(meeting, 11, 1)).Leads(Secretary, "表决已记录：通过");

        var vote = Assert.Single(await Kept);
        Assert.Equal((20, 12, 11, 1), (vote.Due, vote.Present, vote.Yes, vote.No));   // the probationary member was there and is in none of them
        Assert.Equal(["meetings.vote"], await LogOf(vote.Id));
        Assert.Contains("实到 12 人，应到 20 人的半数为 10 人，达到", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("赞成 11 票，须超过应到 20 人的半数，即至少 11 票，达到", page.Body.TextContent, StringComparison.Ordinal);
        Assert.Contains("《中国共产党支部工作条例（试行）》第十一条", page.Body.TextContent, StringComparison.Ordinal);
        Assert.Empty(await Facts);
    }

    [Fact]
    public async Task Numbers_that_do_not_add_up_are_refused_at_their_field_and_nothing_is_kept()
    {
        var meeting = await Held(20, 12);
        await (await Send(meeting, 11)).Refuses("Yes", "赞成、反对、弃权和未投、无效合计 11，应与实到 12 人相等");
        Assert.Empty(await Kept);
    }

    [Fact]
    public async Task With_too_few_present_the_vote_is_void_and_says_so_to_the_rules()
    {
        var meeting = await Held(20, 9);
        await (await Send(meeting, 9)).Leads(Secretary, "表决已记录：到会人数不足，不能表决");

        Assert.Equal(["void.ORD-01"], await Facts);
    }

    [Fact]
    public async Task An_item_takes_one_vote()
    {
        var meeting = await Held(20, 12);
        await Send(meeting, 12);
        await (await Send(meeting, 12)).Refuses("VotedOn", "这一议题已经表决过，一事一表决");
        Assert.Single(await Kept);
    }

    [Fact]
    public async Task Probationary_members_are_admitted_one_by_one_and_written_opinions_count()
    {
        var meeting = await Held(20, 11, written: 2, agenda: "接收预备党员");
        await (await Send(meeting, 11, kind: "Admission", way: "Secret")).Refuses("Person", "请填写姓名");
        await (await Secretary.Submit($"{Url(meeting)}?Kind=Admission", ("Form.VotedOn", $"{meeting.Agenda[0].Id}"), ("Form.Way", "Secret"), ("Form.Yes", "10"), ("Form.No", "1"), ("Form.Person", "李明"), ("Form.WrittenYes", "1")))
            .Leads(Secretary, "表决已记录：通过");
        await (await Send(meeting, 11, kind: "Admission", way: "Secret", person: "李明")).Refuses("VotedOn", "已经表决过李明");
        await (await Send(meeting, 11, kind: "Admission", way: "Secret", person: "王红")).Leads(Secretary, "表决已记录：通过");

        Assert.Equal(["李明", "王红"], (await Kept).Select(v => v.Person));
    }

    [Fact]
    public async Task Admission_by_a_show_of_hands_is_refused_and_the_reason_stands_at_its_field()
    {
        var meeting = await Held(20, 12, agenda: "接收预备党员");
        await (await Send(meeting, 12, kind: "Admission", person: "李明")).Refuses("Way", "按《中国共产党发展党员工作细则》，接收、转正预备党员须无记名投票");
        Assert.Empty(await Kept);
    }

    [Fact]
    public async Task Whom_it_is_about_is_asked_where_somebody_is_admitted_and_nowhere_else()
    {
        var meeting = await Held(20, 11, written: 2, agenda: "接收预备党员");
        var ordinary = await Secretary.Open(Url(meeting));
        Assert.Empty(ordinary.QuerySelectorAll("[name='Form.Person'], [name='Form.WrittenYes'], [name='Form.Kind']"));
        var admission = await Secretary.Open(ordinary.QuerySelector($"main a[href='{Url(meeting)}?Kind=Admission']")!.GetAttribute("href")!);
        Assert.Equal(4, admission.QuerySelectorAll("[name='Form.Person'], [name='Form.WrittenYes'], [name='Form.WrittenNo'], [name='Form.WrittenAbstained']").Length);
        Assert.NotNull(admission.QuerySelector($"main a[href='{Url(meeting)}']"));
    }

    [Fact]
    public async Task A_temporary_branch_admits_nobody()
    {
        var meeting = await Held(20, 12, agenda: "接收预备党员");
        var page = await Secretary.Open($"{Url(meeting)}?Kind=Admission");
        await App.IsTemporary(meeting.UnitId, new(2026, 12, 31));

        Assert.Empty((await Secretary.Open(Url(meeting))).QuerySelectorAll("main a[href*='Kind=Admission']"));
        Assert.Contains("临时党支部不发展党员", (await Secretary.Open($"{Url(meeting)}?Kind=Admission")).QuerySelector("main .empty")!.TextContent, StringComparison.Ordinal);
        var refused = await (await Secretary.SubmitForm(page, $"{Url(meeting)}?Kind=Admission", "main form[method=post]", ("Form.VotedOn", $"{meeting.Agenda[0].Id}"), ("Form.Way", "Secret"), ("Form.Yes", "11"), ("Form.Person", "李明"))).Read();
        Assert.Contains("临时党支部不发展党员", refused.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(await Kept);
    }

    [Fact]
    public async Task A_form_sent_twice_keeps_one_vote()
    {
        var meeting = await Held(20, 12);
        var page = await Secretary.Open(Url(meeting));
        (string, string)[] answers = [("Form.VotedOn", $"{meeting.Agenda[0].Id}"), ("Form.Way", "Hands"), ("Form.Yes", "12")];
        await Secretary.SubmitForm(page, Url(meeting), "main form[method=post]", answers);
        await (await Secretary.SubmitForm(page, Url(meeting), "main form[method=post]", answers)).Leads(Secretary, "表决已记录：通过");
        Assert.Single(await Kept);
    }

    [Fact]
    public async Task What_is_not_an_item_of_this_meeting_cannot_be_voted_on()
    {
        var (meeting, other) = (await Held(20, 12), await Held(20, 12));
        await (await Send(meeting, 12, item: other.Agenda[0].Id)).Refuses("VotedOn", "请从列表中选择议题");
        await Secretary.IsShut($"{Url(meeting)}?Kind=Leadership", HttpStatusCode.NotFound);
        await Secretary.IsShut($"{Url(meeting)}?Kind=Nonsense", HttpStatusCode.NotFound);
        Assert.Empty(await Kept);
    }

    [Fact]
    public async Task Before_the_meeting_and_after_the_signatures_nothing_is_voted()
    {
        Assert.Contains("会议还没有召开", await Secretary.GetStringAsync(Url(await Planned())), StringComparison.Ordinal);

        var meeting = await Held(20, 12);
        await App.Read(db => db.Commit<int>(async (db, ct) =>
        {
            var kept = await db.Meetings.Include(m => m.Steps).SingleAsync(m => m.Id == meeting.Id, ct);
            Assert.Null(kept.SignOnPaper("2026-3", new Act(null, null, TestApp.Start)));
            db.Log(new Act(null, null, TestApp.Start), "test.sign", kept);
            return 0;
        }, default));
        var shut = await Secretary.Open(Url(meeting));
        Assert.Contains("已签字锁定", shut.Body!.TextContent, StringComparison.Ordinal);
        var forged = await Secretary.SendForm(await Secretary.Open("/password"), Url(meeting), ("Form.VotedOn", $"{meeting.Agenda[0].Id}"), ("Form.Way", "Hands"), ("Form.Yes", "12"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, forged.StatusCode);
        Assert.Empty(await Kept);
    }

    [Fact]
    public async Task An_item_that_was_voted_on_stays_on_the_agenda()
    {
        var meeting = await Held(20, 12);
        await Send(meeting, 12);
        await (await Secretary.Submit($"/meetings/{meeting.Id}/record", ("Form.Agenda[0].Title", ""))).Refuses("", "“研究年度工作计划”有表决、选举记录或是重大事项，不能删去");
        Assert.Equal(1, await App.Read(db => db.MeetingAgenda.CountAsync()));
    }

    [Fact]
    public async Task A_roll_that_was_corrected_after_the_vote_is_said()
    {
        var meeting = await Held(20, 12);
        await Send(meeting, 12);
        var page = await Secretary.Open($"/meetings/{meeting.Id}/record");
        page.QuerySelectorAll("input[name='Form.Away']").First(b => b.HasAttribute("checked")).RemoveAttribute("checked");
        var corrected = await (await Secretary.SubmitForm(page, $"/meetings/{meeting.Id}/record", "main form[method=post]")).Leads(Secretary, "已");
        Assert.Contains("到会情况后来更正过", corrected.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_who_records_for_the_branch_votes_for_it()
    {
        var meeting = await Held(3, 3);
        await (await As(Role.Member, House.FirstBranch)).IsShut(Url(meeting), HttpStatusCode.Forbidden);
        await (await As(Role.BranchSecretary, House.SecondBranch)).IsShut(Url(meeting), HttpStatusCode.NotFound);
        await Secretary.IsShut($"/meetings/{Guid.CreateVersion7()}/votes/new", HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Who_sees_dates_and_counts_only_sees_no_vote()
    {
        var meeting = await Held(20, 12);
        await Send(meeting, 12);
        var inspector = await (await As(Role.SuperiorInspector, House.Office)).Open($"/meetings/{meeting.Id}");
        Assert.DoesNotContain("赞成", inspector.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("赞成", (await Secretary.Open($"/meetings/{meeting.Id}")).Body!.TextContent, StringComparison.Ordinal);
    }
}
