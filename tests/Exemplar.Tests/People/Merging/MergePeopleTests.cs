using System.Net;
using Exemplar.Meetings;
using Exemplar.Organization;
using Exemplar.People;
using Exemplar.People.Merging;
using Exemplar.People.Statuses;
using Exemplar.Platform.Data;
using Exemplar.Platform.Log.Verification;
using Exemplar.Platform.Security;
using Exemplar.Tests.Meetings;
using Exemplar.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Exemplar.Tests.People.Merging;

/// <summary>Zhang San of the first branch, who has an account, is on the roster a second time. The clock stands at 10 March 2026.</summary>
public sealed class MergePeopleTests : MeetingHouse
{
    private Person twin = null!;

    private string Url => $"/people/{Zhang.Id}/merge/{twin.Id}";

    private async Task Twin(params Unit[] units) => twin = await House.Somebody("张 三", units);

    private Task<HttpResponseMessage> Merge(params (string, string)[] answers) => Committee.Submit(Url, answers);

    private async Task<string> Shown() => (await Committee.Open(Url)).QuerySelector("main")!.TextContent;

    private Task<List<(Guid Unit, DateOnly From, DateOnly? To)>> Stays(Guid person) =>
        App.Read(async db => (await db.Memberships.Where(m => m.PersonId == person).OrderBy(m => m.From).ThenBy(m => m.UnitId).ToListAsync()).ConvertAll(m => (m.UnitId, m.From, m.To)));

    /// <summary>Nothing names who went, what was logged is what stands, and standings are those reckoned from nothing.</summary>
    private async Task IsWhole()
    {
        Assert.Empty(await App.Read(db => db.MentionsOf([twin.Id], [.. MergePeople.StayingColumns.Select(c => c.Row)], default)));
        Assert.Equal(0, await App.Recount());
        await using var scope = App.Services.CreateAsyncScope();
        Assert.Empty((await scope.ServiceProvider.GetRequiredService<VerifyLog>().Handle(null, null, default)).Findings);
    }

    [Fact]
    public async Task Everything_of_the_second_record_goes_over_and_is_counted_before()
    {
        await Twin(House.SecondBranch, House.Secretariat);
        await App.Keep(new(2025, 1, 1), House.Committee, House.FirstBranch, House.SecondBranch);
        await App.Given(Post(House.SecondBranch, twin, PostKind.PublicityMember));
        var plan = new MeetingPlan(new(2026, 3, 5), new(14, 0), new(16, 0), "三楼会议室", "学习讨论", twin.Id, null, []);
        var meeting = Meeting.Plan(Guid.CreateVersion7(), Kinds.Find(MeetingKind.Members)!, House.SecondBranch, plan, new(null, null, TestApp.Start), Today).Value!;
        await App.Given(meeting);
        await (await Neighbour.Submit($"/meetings/{meeting.Id}/record")).Leads(Neighbour, "已记录");
        Assert.Contains(twin.Id, (await Kept(meeting.Id)).Roll.Select(r => r.PersonId));

        var shown = await Shown();
        foreach (var said in new[] { "科室、支部 2 段", "任职 1 项", "会议名单 1 处", "主持、记录、讲课的会议 1 处", "到会、学时等计数 1 条", "同一时间编在不同的支部：第一党支部 2026-01-01 至今，第二党支部 2026-01-01 至今" })
            Assert.Contains(said, shown, StringComparison.Ordinal);
        await (await Merge()).Leads(Committee, "已合并：两份“张三”现在是一个人，转过来科室、支部 2 段、任职 1 项");

        Assert.Equal(PostKind.PublicityMember, await App.Read(db => db.Posts.Where(p => p.PersonId == Zhang.Id).Select(p => p.Kind).SingleAsync()));
        var kept = await Kept(meeting.Id);
        Assert.Equal((Zhang.Id, "张 三"), (kept.ChairId, kept.Roll.Single(r => r.PersonId == Zhang.Id).Name));   // the roll says what it said that day
        Assert.Equal([Zhang.Id], await App.Read(db => db.Facts.Where(f => f.RecordId == meeting.Id && f.PersonId != null && !f.Voided).Select(f => f.PersonId!.Value).ToListAsync()));
        Assert.Equal(new HashSet<Guid> { House.FirstBranch.Id, House.Secretariat.Id }, (await Stays(Zhang.Id)).Select(s => s.Unit).ToHashSet());
        Assert.Equal(["test.given", "meetings.record", "people.change"], await LogOf(meeting.Id));
        Assert.Equal(["test.given", "people.change"], await LogOf(twin.Id));
        await IsWhole();
    }

    [Fact]
    public async Task The_old_address_leads_to_the_one_that_stayed_also_after_that_one_was_merged_again()
    {
        await Twin(House.FirstBranch);
        var old = twin.Id;
        await Merge();
        Assert.Equal($"/people/{Zhang.Id}", (await Committee.GetAsync($"/people/{old}")).Headers.Location?.OriginalString);
        Assert.Contains("合并过重复的一份：张 三（第一党支部，1980年5月生）", (await Committee.Open($"/people/{Zhang.Id}")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await (await As(Role.CommitteeOffice, House.OtherOffice)).GetAsync($"/people/{old}")).StatusCode);

        var third = await House.Somebody("张叁", House.FirstBranch);
        await (await Committee.Submit($"/people/{third.Id}/merge/{Zhang.Id}", ("Form.Take[Name]", "Kept"))).Leads(Committee, "已合并：两份“张叁”现在是一个人");
        Assert.Equal($"/people/{third.Id}", (await Committee.GetAsync($"/people/{old}")).Headers.Location?.OriginalString);
        Assert.Equal(third.Id, await App.Read(db => db.Users.Where(a => a.UserName!.StartsWith("张三")).Select(a => a.PersonId!.Value).SingleAsync()));   // the account went along
        Assert.Equal(HttpStatusCode.OK, (await Member.GetAsync($"/units/{House.FirstBranch.Id}")).StatusCode);
    }

    [Fact]
    public async Task Who_stood_on_one_roll_twice_stands_there_once_and_a_signed_page_says_so_and_stays_signed()
    {
        await Twin(House.FirstBranch);
        var (id, signed) = (await Held(on: new(2026, 3, 5), answers: [("Form.Away", Zhang.Id.ToString()), ($"Form.Why[{Zhang.Id}]", "出差")]), await Held(on: new(2026, 3, 6)));
        await (await Recorder.Submit($"/meetings/{signed}/sign", ("Form.OnPaper", "true"), ("Form.ArchiveNumber", "2026-3"))).Leads(Recorder, "已签字并锁定");
        Assert.Contains("2 次会议的名单上两份都有（1 次都记为出席，请想想是不是两个人）", await Shown(), StringComparison.Ordinal);
        await (await Merge()).Leads(Committee, "已合并");

        var kept = await Kept(id);
        Assert.Equal((4, Attendance.Present, ""), (kept.Roll.Count, kept.Roll.Single(r => r.PersonId == Zhang.Id).Attendance, kept.Roll.Single(r => r.PersonId == Zhang.Id).Reason));
        var locked = await Kept(signed);
        Assert.Equal((MeetingState.Locked, 4), (locked.State, locked.Roll.Count));
        Assert.Equal("名单上的“张 三”与“张三”是同一人，合为一处", locked.Steps.Single(s => s.Kind is MeetingStepKind.PeopleMerged).Text);
        foreach (var meeting in new[] { kept, locked })
            Assert.Equal(MeetingFacts.Of(meeting, Kinds.Find(meeting.Kind)!).Select(f => (f.Kind, f.PersonId)).ToHashSet(), await App.Read(async db => (await db.Facts.Where(f => f.RecordId == meeting.Id && !f.Voided).ToListAsync()).Select(f => (f.Kind, f.PersonId)).ToHashSet()));
        await IsWhole();
    }

    [Fact]
    public async Task Of_each_field_that_differs_the_chosen_value_stays_and_a_silent_record_takes_the_others()
    {
        await Twin(House.FirstBranch);
        await (await Committee.Submit($"/people/{twin.Id}/edit", ("Form.Sex", "Female"), ("Form.BirthMonth", "1981-06"), ("Form.JoinedOn", "2009-07"))).Leads(Committee, "已保存");
        Assert.DoesNotContain("不像同一人", await Shown(), StringComparison.Ordinal);
        Assert.Contains("看名册不像同一人", (await Committee.Open($"/people/{Zhang.Id}/merge/{Probationary.Id}")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        await (await Merge(("Form.Take[BirthMonth]", "Other"))).Leads(Committee, "已合并");
        var kept = await App.Read(db => db.People.SingleAsync(p => p.Id == Zhang.Id));
        Assert.Equal(("张三", Sex.Female, new DateOnly(1981, 6, 1), "2009-07"), (kept.Name, kept.Sex, kept.BirthMonth, kept.JoinedOn.ToString()));
    }

    [Fact]
    public async Task A_choice_that_breaks_a_rule_is_refused_at_its_field_and_nothing_is_kept()
    {
        await Twin(House.General);   // a colleague
        var answer = await Merge(("Form.Take[Status]", "Other"));
        await answer.Refuses("Take_Status_", "还编在支部里，身份请取党员的一份");
        Assert.True(await App.Read(db => db.People.AnyAsync(p => p.Id == twin.Id)));
        Assert.Empty(await App.Read(db => db.PersonMerges.ToListAsync()));
        var page = await Committee.Open(Url);
        Assert.Equal("正式党员", page.QuerySelector("#Form_Take_Status_ option[selected]")!.TextContent);
    }

    [Fact]
    public async Task What_has_changed_since_it_was_shown_is_shown_again_with_what_was_chosen()
    {
        await Twin(House.FirstBranch);
        var page = await Committee.Open(Url);
        await (await Committee.Submit($"/people/{twin.Id}/edit", ("Form.BirthMonth", "1981-06"))).Leads(Committee, "已保存");
        var answer = await Committee.SubmitForm(page, Url, "main form[method=post]", ("Form.Take[Name]", "Other"));
        await answer.Refuses("", "下面的内容与您刚才看到的不同");
        var again = await answer.Read();
        Assert.Equal("张 三", again.QuerySelector("#Form_Take_Name_ option[selected]")!.TextContent);
        await (await Committee.SubmitForm(again, Url, "main form[method=post]")).Leads(Committee, "已合并：两份“张 三”现在是一个人");
    }

    [Fact]
    public async Task Two_living_accounts_are_refused_until_one_is_locked_and_then_both_are_one_persons()
    {
        await Twin(House.FirstBranch);
        var account = await House.AccountOf(twin, "张三二", (Role.Member, House.FirstBranch));
        Assert.Contains("还不能合并：两份都有在用的账号", await Shown(), StringComparison.Ordinal);
        var page = await Committee.Open(Url);
        Assert.Null(page.QuerySelector("main form[method=post] button.primary"));
        await (await Committee.SubmitForm(page, Url, "main form[method=post]")).Refuses("", "两份都有在用的账号");   // whoever sends it all the same

        var administrator = await As(Role.SystemAdministrator, House.Office);
        await (await administrator.Submit($"/accounts/{account}/lock")).Leads(administrator, "已停用");
        await (await Merge()).Leads(Committee, "已合并");
        Assert.Equal(2, await App.Read(db => db.Users.CountAsync(a => a.PersonId == Zhang.Id)));
        await IsWhole();
    }

    [Fact]
    public async Task One_post_that_both_hold_is_one_post_from_the_sooner_day()
    {
        await Twin(House.FirstBranch);
        var sooner = new Post { UnitId = House.FirstBranch.Id, PersonId = twin.Id, Kind = PostKind.PublicityMember, From = new(2025, 6, 1), Basis = "任〔2025〕3号" };
        await App.Given(Post(House.FirstBranch, Zhang, PostKind.PublicityMember), sooner, new PostCorrection { PostId = sooner.Id, WasFrom = new(2025, 7, 1), WasTo = null, WasBasis = "", Reason = "写错", At = TestApp.Start });
        Assert.Contains("合为一项，从早的一天任到晚的一天", await Shown(), StringComparison.Ordinal);
        await (await Merge()).Leads(Committee, "已合并");
        var post = await App.Read(db => db.Posts.SingleAsync(p => p.PersonId == Zhang.Id));
        Assert.Equal((new DateOnly(2025, 6, 1), null, "任〔2025〕3号"), (post.From, post.To, post.Basis));
        Assert.Equal(post.Id, await App.Read(db => db.PostCorrections.Select(c => c.PostId).SingleAsync()));
        await IsWhole();
    }

    [Fact]
    public async Task Of_two_branches_at_one_time_the_chosen_records_stays()
    {
        twin = await Belongs("张 三", MemberStatus.Full, House.SecondBranch, from: new(2025, 6, 1));
        var page = await Committee.Open(Url);
        await (await Merge(("Form.Take[Places]", "Other"))).Leads(Committee, "已合并");
        Assert.NotNull(page.QuerySelector("#Form_Take_Places_"));
        Assert.Equal([(House.SecondBranch.Id, new DateOnly(2025, 6, 1), null)], await Stays(Zhang.Id));
        Assert.Equal(HttpStatusCode.OK, (await Member.GetAsync($"/units/{House.SecondBranch.Id}")).StatusCode);   // the member's role went along
        Assert.Equal(HttpStatusCode.NotFound, (await Member.GetAsync($"/units/{House.FirstBranch.Id}")).StatusCode);
        await IsWhole();
    }

    [Fact]
    public async Task Changes_of_status_go_along_and_two_different_courses_are_refused()
    {
        await Twin(House.FirstBranch);
        await (await Committee.Submit($"/people/{twin.Id}/status", ("Form.Kind", "Retired"), ("Form.On", "2026-02-01"), ("Form.Reason", "退休"))).Leads(Committee, "已登记");
        await (await Merge(("Form.Take[IsRetired]", "Kept"))).Refuses("", "并入的一份登记过身份变更");   // said at 身份, where nothing can be chosen
        await (await Committee.Submit($"/people/{Zhang.Id}/status", ("Form.Kind", "PutOnProbation"), ("Form.On", "2026-02-02"), ("Form.Reason", "文"))).Leads(Committee, "已登记");
        Assert.Contains("两份都登记过身份变更，而且不一样", await Shown(), StringComparison.Ordinal);
        var put = await App.Read(db => db.StatusChanges.SingleAsync(c => c.PersonId == Zhang.Id));
        await (await Committee.Submit($"/people/{Zhang.Id}/status/{put.Id}/withdraw")).Leads(Committee, "已撤回");
        await (await Merge()).Leads(Committee, "已合并");
        Assert.Equal(StatusChangeKind.Retired, await App.Read(db => db.StatusChanges.Where(c => c.PersonId == Zhang.Id).Select(c => c.Kind).SingleAsync()));
        Assert.True(await App.Read(db => db.People.Where(p => p.Id == Zhang.Id).Select(p => p.IsRetired).SingleAsync()));
        await IsWhole();
    }

    [Fact]
    public async Task Who_was_told_apart_from_one_is_told_apart_from_the_other_and_the_two_no_longer_from_each_other()
    {
        await Twin(House.FirstBranch);
        var third = await House.Somebody("张叁", House.FirstBranch);
        await Committee.Submit($"/people/{twin.Id}/different/{third.Id}");
        await Committee.Submit($"/people/{twin.Id}/different/{Zhang.Id}");
        Assert.Contains("有人判断过这两份不是同一人", await Shown(), StringComparison.Ordinal);
        await (await Merge()).Leads(Committee, "已合并");
        var judged = await App.Read(db => db.JudgedDifferent.SingleAsync());
        Assert.Equal(JudgedDifferent.Pair(third.Id, Zhang.Id), (judged.FirstId, judged.SecondId));
        await IsWhole();
    }

    [Fact]
    public async Task Only_whoever_keeps_the_roster_of_both_may()
    {
        await Twin(House.FirstBranch);
        var foreigner = await House.Somebody("张三", House.OtherOffice);
        await Secretary.IsShut(Url, HttpStatusCode.Forbidden);
        await (await As(Role.CommitteeOffice, House.OtherOffice)).IsShut(Url, HttpStatusCode.NotFound);
        await Committee.IsShut($"/people/{Zhang.Id}/merge/{foreigner.Id}", HttpStatusCode.NotFound);
        await Committee.IsShut($"/people/{foreigner.Id}/merge/{Zhang.Id}", HttpStatusCode.NotFound);
        await Committee.IsShut($"/people/{Zhang.Id}/merge/{Zhang.Id}", HttpStatusCode.NotFound);
    }
}
