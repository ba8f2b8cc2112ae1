using System.Net;
using Exemplar.Kernel;
using Exemplar.Meetings;
using Exemplar.Organization;
using Exemplar.People;
using Exemplar.Platform.Security;
using Exemplar.Rules.Catalogue;
using Exemplar.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Exemplar.Tests.People.Statuses;

public sealed class ChangeStatusTests : HouseTests
{
    private static readonly DateOnly Before = new(2026, 3, 4), On = new(2026, 3, 5);

    private Person member = null!;

    private string Url => $"/people/{member.Id}/status";

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        member = await House.Somebody("郑党员", House.General, House.FirstBranch);
    }

    private Task<HttpResponseMessage> Change(string kind, string on = "2026-03-05", params (string, string)[] more) =>
        Committee.Submit(Url, [("Form.Kind", kind), ("Form.On", on), .. more]);

    private Task<Person> Kept() => App.Read(db => db.People.AsNoTracking().Include(p => p.Memberships).SingleAsync(p => p.Id == member.Id));

    private async Task Becomes(MemberStatus? status)
    {
        member.Status = status;
        await App.Read(db => db.People.Where(p => p.Id == member.Id).ExecuteUpdateAsync(set => set.SetProperty(p => p.Status, status)));
    }

    /// <summary>Whether they would stand on the roll of a 党员大会 that day, and as what.</summary>
    private async Task<MemberStatus?> OnRoll(DateOnly day)
    {
        var kind = App.Services.GetRequiredService<MeetingKinds>().Find(MeetingKind.Members)!;
        return (await App.Read(db => db.RollOn(kind, House.FirstBranch, day, default))).SingleOrDefault(p => p.PersonId == member.Id)?.Status;
    }

    private async Task<int> Full(DateOnly day) => (await App.Subject(House.FirstBranch)).OnRoll(new Requirement { Measure = Measure.Full }, day);

    [Fact]
    public async Task Who_is_put_on_probation_was_full_until_that_day()
    {
        var page = await (await Change("PutOnProbation", more: ("Form.Reason", "机关纪〔2026〕2号"))).Leads(Committee, "已登记：郑党员从 2026-03-05 起给予留党察看处分");

        Assert.Equal((MemberStatus.Full, MemberStatus.OnProbationInParty), (await OnRoll(Before), await OnRoll(On)));
        Assert.Equal((1, 0), (await Full(Before), await Full(On)));
        Assert.Contains("机关纪〔2026〕2号", page.QuerySelector("table")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(["test.given", "people.change"], await LogOf(member.Id));
    }

    [Fact]
    public async Task Who_is_confirmed_votes_from_that_day_and_has_the_date()
    {
        await Becomes(MemberStatus.Probationary);
        await (await Change("Confirmed")).Leads(Committee, "已登记");

        Assert.Equal((MemberStatus.Probationary, MemberStatus.Full), (await OnRoll(Before), await OnRoll(On)));
        Assert.Equal("2026-03-05", $"{(await Kept()).ConfirmedOn}");
    }

    [Fact]
    public async Task Who_leaves_the_Party_leaves_the_branch_and_stays_on_its_earlier_rolls()
    {
        await (await Change("LeftParty")).Leads(Committee, "已登记：郑党员从 2026-03-05 起不再是党员");

        Assert.Equal((MemberStatus.Full, (MemberStatus?)null), (await OnRoll(Before), await OnRoll(On)));
        var stays = (await Kept()).Memberships;
        Assert.Equal(Before, stays.Single(m => m.UnitId == House.FirstBranch.Id).To);
        Assert.Null(stays.Single(m => m.UnitId == House.General.Id).To);
        await (await Committee.Submit($"/people/{member.Id}/edit", ("Form.Name", "郑同事"))).Leads(Committee, "已保存");   // the dates of their time stay and are in nobody's way
    }

    [Fact]
    public async Task Who_leaves_the_Party_sees_nothing_of_the_branch_any_more()
    {
        var browser = App.As(await House.AccountOf(member, "郑党员", (Role.Member, House.FirstBranch)));
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync($"/units/{House.FirstBranch.Id}")).StatusCode);
        await (await Change("LeftParty")).Leads(Committee, "已登记");
        Assert.Equal(HttpStatusCode.Forbidden, (await browser.GetAsync($"/units/{House.FirstBranch.Id}")).StatusCode);
    }

    [Fact]
    public async Task A_sheet_of_before_does_not_undo_a_change_and_says_so()
    {
        var sheet = await Committee.GetByteArrayAsync("/people/export");
        await (await Change("PutOnProbation")).Leads(Committee, "已登记");

        var answer = await Committee.SubmitFile("/people/import", "Form.File", "名册.xlsx", sheet);
        var preview = (await Committee.Open(answer.Headers.Location!.OriginalString)).QuerySelector("main")!.TextContent;
        Assert.Contains("没有需要导入的", preview, StringComparison.Ordinal);
        Assert.Contains("身份在名册里按日期登记过变更，以名册为准", preview, StringComparison.Ordinal);
        Assert.Equal(MemberStatus.OnProbationInParty, (await Kept()).Status);
    }

    [Fact]
    public async Task Who_holds_a_post_in_the_Party_gives_it_up_first()
    {
        await App.Given(new Post { UnitId = House.FirstBranch.Id, PersonId = member.Id, Kind = PostKind.Secretary, From = new(2026, 1, 1) });
        await (await Change("LeftParty")).Refuses("Kind", "还任第一党支部书记，请先登记离任");
        Assert.Equal(MemberStatus.Full, (await Kept()).Status);
    }

    [Fact]
    public async Task Who_is_admitted_enters_a_branch_that_day()
    {
        member = await House.Somebody("吴同事", House.General);
        await (await Change("Admitted")).Refuses("Branch", "党员须编入一个支部");
        await (await Change("Admitted", more: ("Form.Branch", House.SecondBranch.Id.ToString()))).Leads(Committee, "已登记：吴同事从 2026-03-05 起接收为预备党员");

        var kept = await Kept();
        Assert.Equal((MemberStatus.Probationary, "2026-03-05"), (kept.Status, $"{kept.JoinedOn}"));
        Assert.Equal(On, kept.Memberships.Single(m => m.UnitId == House.SecondBranch.Id).From);
    }

    [Fact]
    public async Task Who_retires_was_in_service_until_that_day()
    {
        await (await Change("Retired")).Leads(Committee, "已登记");
        var stays = (await App.Subject(House.FirstBranch)).Stays;
        Assert.Equal([(Before, false), (null, true)], stays.Select(s => (s.To, s.Retired)).ToList<(DateOnly?, bool)>());
    }

    [Theory]
    [InlineData("Confirmed", "2026-03-05", "Kind", "现在是正式党员，不能登记“转为正式党员”")]
    [InlineData("PutOnProbation", "2026-03-11", "On", "日期不能在今天之后")]
    [InlineData("LeftParty", "2025-12-31", "On", "日期不能早于上一次变动 2026-01-01")]
    public async Task A_refusal_stands_at_its_field_and_nothing_is_kept(string kind, string on, string field, string sentence)
    {
        await (await Committee.SendForm(await Committee.Open(Url), Url, ("Form.Kind", kind), ("Form.On", on))).Refuses(field, sentence);
        Assert.Equal(["test.given"], await LogOf(member.Id));
    }

    [Fact]
    public async Task Changes_are_entered_in_the_order_of_their_days()
    {
        await (await Change("PutOnProbation")).Leads(Committee, "已登记");
        await (await Change("Restored", "2026-03-05")).Refuses("On", "须晚于上一次变更 2026-03-05");
        await (await Change("Restored", "2026-03-09")).Leads(Committee, "已登记");
        Assert.Equal((MemberStatus.Full, MemberStatus.OnProbationInParty, MemberStatus.Full), (await OnRoll(Before), await OnRoll(new(2026, 3, 8)), await OnRoll(new(2026, 3, 9))));
    }

    [Fact]
    public async Task A_correction_does_not_write_over_what_was_entered_with_its_day()
    {
        await Change("PutOnProbation");
        await (await Committee.Submit($"/people/{member.Id}/edit", ("Form.Status", "Full"))).Refuses("Status", "身份和转正时间按登记的日期变更过");
    }

    [Fact]
    public async Task A_form_opened_before_somebody_elses_change_is_stale()
    {
        var page = await Committee.Open(Url);
        await Change("PutOnProbation");
        Assert.Equal(HttpStatusCode.Conflict, (await Committee.SubmitForm(page, Url, "main form[method=post]", ("Form.Kind", "Retired"), ("Form.On", "2026-03-09"))).StatusCode);
    }

    [Fact]
    public async Task Only_the_committees_office_may_and_only_in_its_own_house()
    {
        var foreigner = await House.Somebody("外人", House.OtherOffice);
        await (await As(Role.BranchSecretary, House.FirstBranch)).IsShut(Url, HttpStatusCode.Forbidden);
        await Committee.IsShut($"/people/{foreigner.Id}/status", HttpStatusCode.NotFound);
        await Committee.IsShut($"/people/{Guid.CreateVersion7()}/status", HttpStatusCode.NotFound);
    }
}
