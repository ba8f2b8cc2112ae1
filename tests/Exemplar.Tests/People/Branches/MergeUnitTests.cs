using System.Net;
using Exemplar.Meetings;
using Exemplar.Organization;
using Exemplar.Platform.Log.Verification;
using Exemplar.Platform.Security;
using Exemplar.Tasks;
using Exemplar.Tests.Meetings;
using Exemplar.Tests.Support;
using Exemplar.Tests.Tasks;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Exemplar.Tests.People.Branches;

/// <summary>The first branch is merged into the second. The clock stands at 10 March 2026.</summary>
public sealed class MergeUnitTests : MeetingHouse
{
    private static readonly DateOnly On = new(2026, 3, 8);

    private string Url(Unit? into = null, string on = "2026-03-08") => $"/units/{House.FirstBranch.Id}/merge?into={(into ?? House.SecondBranch).Id}&on={on}";

    private Task<HttpResponseMessage> Merge(string on = "2026-03-08") => Committee.Submit(Url(on: on));

    private Task<List<DateOnly?>> Ends(Guid unit) => App.Read(db => db.Memberships.Where(m => m.UnitId == unit).Select(m => m.To).Distinct().ToListAsync());

    [Fact]
    public async Task People_go_over_and_the_roll_of_the_day_before_stays_with_the_old_unit()
    {
        await (await Merge()).Leads(Committee, "已合并：“第一党支部”并入“第二党支部”");

        Assert.Equal([On.AddDays(-1)], await Ends(House.FirstBranch.Id));
        var kind = Kinds.Find(MeetingKind.Members)!;
        var (before, after) = (await App.Read(db => db.RollOn(kind, House.FirstBranch, On.AddDays(-1), default)), await App.Read(db => db.RollOn(kind, House.SecondBranch, On, default)));
        Assert.Equal(4, before.Count);
        Assert.Superset(before.Select(p => p.PersonId).ToHashSet(), after.Select(p => p.PersonId).ToHashSet());
        Assert.Empty(await App.Read(db => db.RollOn(kind, House.FirstBranch, On, default)));
    }

    [Fact]
    public async Task The_old_unit_ends_with_its_posts_and_keeps_its_name_and_tells_what_became_of_it()
    {
        await Merge();
        var unit = await App.Read(db => db.Units.AsNoTracking().SingleAsync(u => u.Id == House.FirstBranch.Id));
        Assert.Equal(("第一党支部", On.AddDays(-1)), (unit.Name, unit.DissolvedOn));
        Assert.Equal([On.AddDays(-1)], await App.Read(db => db.Posts.Where(p => p.UnitId == unit.Id).Select(p => p.To).Distinct().ToListAsync()));
        Assert.Equal(["2026-03-08 并入“第二党支部”"], await Committee.StepsOf(unit.Id));
        Assert.Equal(["2026-03-08 “第一党支部”并入"], await Committee.StepsOf(House.SecondBranch.Id));
        Assert.Equal(["test.given", "units.change"], await LogOf(unit.Id));
    }

    [Fact]
    public async Task What_was_held_stays_and_what_was_planned_is_held_by_the_other()
    {
        var (held, planned) = (await Held(on: new(2026, 2, 6)), await Planned(on: new(2026, 3, 20)));
        await Merge();

        Assert.Equal(House.FirstBranch.Id, (await Kept(held)).UnitId);
        var moved = await Kept(planned);
        Assert.Equal(House.SecondBranch.Id, moved.UnitId);
        Assert.Equal([MeetingStepKind.Planned, MeetingStepKind.HandedOver], StepsOf(moved));
        Assert.Equal([House.FirstBranch.Id], await App.Read(db => db.Facts.Where(f => f.RecordId == held && !f.Voided).Select(f => f.UnitId).Distinct().ToListAsync()));
    }

    [Fact]
    public async Task Open_tasks_are_answered_by_the_other_and_done_ones_stay()
    {
        var open = await GivenTask.Issued(App, House, "还没办的", null, House.FirstBranch);
        await Merge();
        var share = await App.Read(db => db.Assignments.Include(a => a.Steps).SingleAsync(a => a.TaskId == open.Id));
        Assert.Equal(House.SecondBranch.Id, share.UnitId);
        Assert.Contains(share.Steps, s => s is { Kind: StepKind.HandedOver, Text: "“第一党支部”并入“第二党支部”" });
        Assert.Contains("还没办的", Text(await Neighbour.Open("/tasks")), StringComparison.Ordinal);   // the second branch's secretary
    }

    [Fact]
    public async Task Roles_in_the_old_unit_end_and_a_member_sees_the_new_one()
    {
        await Merge();
        Assert.Equal(HttpStatusCode.OK, (await Member.GetAsync($"/units/{House.SecondBranch.Id}")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await Secretary.GetAsync($"/units/{House.FirstBranch.Id}")).StatusCode);
    }

    [Fact]
    public async Task What_goes_along_is_named_before_it_is_done()
    {
        await Planned(on: new(2026, 3, 20));
        await GivenTask.Issued(App, House, "两家都有", null, House.FirstBranch, House.SecondBranch);
        var shown = Text(await Committee.Open(Url()));
        foreach (var said in new[] { "4 人：", "书记甲（书记）", "书记甲（支部书记）", "1 项，由“第二党支部”接着办（其中 1 项两个单位都有", "2026-03-20，由“第二党支部”召开" }) Assert.Contains(said, shown, StringComparison.Ordinal);
        Assert.Null(await App.Read(db => db.Units.Where(u => u.Id == House.FirstBranch.Id).Select(u => u.DissolvedOn).SingleAsync()));
    }

    [Fact]
    public async Task What_has_changed_since_it_was_shown_is_shown_again()
    {
        var page = await Committee.Open(Url());
        await Planned(on: new(2026, 3, 20));
        await (await Committee.SubmitForm(page, Url(), "main form[method=post]")).Refuses("", "下面的内容与您刚才看到的不同");
    }

    [Fact]
    public async Task Standings_kept_on_the_way_are_those_reckoned_from_nothing_and_the_log_is_clean()
    {
        await App.Keep(new(2025, 1, 1), House.Committee, House.FirstBranch, House.SecondBranch);
        await Held(on: new(2026, 2, 6));
        await Merge();
        Assert.Equal(0, await App.Recount());
        await using var scope = App.Services.CreateAsyncScope();
        Assert.Empty((await scope.ServiceProvider.GetRequiredService<VerifyLog>().Handle(null, null, default)).Findings);
    }

    [Theory]
    [InlineData("2026-03-11", "On", "日期不能在今天之后")]
    [InlineData("2026-02-06", "On", "最早 2026-02-07：这以前这里的人员、职务或会议还有变动")]
    public async Task A_day_that_its_own_records_contradict_is_refused(string on, string field, string sentence)
    {
        await Held(on: new(2026, 2, 6));
        var page = await Committee.Open(Url(on: on));
        Assert.StartsWith(sentence, page.ErrorAt(field), StringComparison.Ordinal);   // said at once, with nothing to confirm
        Assert.Null(page.QuerySelector("main form[method=post]"));
        await (await Committee.SendForm(page, $"/units/{House.FirstBranch.Id}/merge", ("Form.Into", House.SecondBranch.Id.ToString()), ("Form.On", on), ("Form.Version", "0"))).Refuses(field, sentence);
        Assert.Equal([null], await Ends(House.FirstBranch.Id));
    }

    [Fact]
    public async Task What_stands_in_the_way_is_named()
    {
        House.Found(UnitKind.PartyGroup, "第一党小组", House.FirstBranch);
        await House.Save();
        Assert.Contains("下面还有 1 个单位，请先移到别处或撤销", Text(await Committee.Open(Url())), StringComparison.Ordinal);
        Assert.Contains("机关党委不合并", Text(await Committee.Open($"/units/{House.Committee.Id}/merge")), StringComparison.Ordinal);
        Assert.Null((await Committee.Open($"/units/{House.SecondBranch.Id}/merge?into={House.General.Id}&on=2026-03-08")).QuerySelector("main form[method=post]"));   // a department is no branch
    }

    [Fact]
    public async Task Only_whoever_keeps_units_and_roster_may_and_only_in_their_own_house()
    {
        var url = $"/units/{House.FirstBranch.Id}/merge";
        await Secretary.IsShut(url, HttpStatusCode.Forbidden);
        await (await As(Role.CampaignOffice, House.Office)).IsShut(url, HttpStatusCode.Forbidden);
        await (await As(Role.CommitteeOffice, House.OtherOffice)).IsShut(url, HttpStatusCode.NotFound);
        await Committee.IsShut($"/units/{Guid.CreateVersion7()}/merge", HttpStatusCode.NotFound);
    }

    private static string Text(AngleSharp.Dom.IDocument page) => page.QuerySelector("main")!.TextContent;
}
