using System.Net;
using Exemplar.Organization;
using Exemplar.People;
using Exemplar.Platform.Security;
using Exemplar.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Exemplar.Tests.People;

public sealed class MovePersonTests : HouseTests
{
    private Person member = null!;

    private string Url => $"/people/{member.Id}/move";

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        member = await House.Somebody("郑党员", House.General, House.FirstBranch);
    }

    private Task<List<(Guid Unit, DateOnly From, DateOnly? To)>> Stays() => App.Read(async db =>
        (await db.Memberships.Where(m => m.PersonId == member.Id).OrderBy(m => m.From).ThenBy(m => m.To).ToListAsync()).ConvertAll(m => (m.UnitId, m.From, m.To)));

    [Fact]
    public async Task The_old_membership_ends_the_day_before_the_new_one_begins()
    {
        await (await Committee.Submit(Url, ("Form.Branch", House.SecondBranch.Id.ToString()), ("Form.On", "2026-03-01"))).Leads(Committee, "已调整：郑党员");

        var stays = await Stays();
        Assert.Contains((House.FirstBranch.Id, new DateOnly(2026, 1, 1), (DateOnly?)new DateOnly(2026, 2, 28)), stays);
        Assert.Contains((House.SecondBranch.Id, new DateOnly(2026, 3, 1), null), stays);
        Assert.Contains((House.General.Id, new DateOnly(2026, 1, 1), null), stays);
        Assert.Equal(3, stays.Count);
        Assert.Equal(["test.given", "people.change"], await LogOf(member.Id));
        Assert.Contains("2026-02-28", (await Committee.Open($"/people/{member.Id}")).QuerySelector("table")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_moves_sees_the_new_branch_as_a_member_and_the_old_one_no_more()
    {
        var browser = App.As(await House.AccountOf(member, "郑党员", (Role.Member, House.FirstBranch)));
        await (await Committee.Submit(Url, ("Form.Branch", House.SecondBranch.Id.ToString()), ("Form.On", "2026-03-01"))).Leads(Committee, "已调整");
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.OK), ((await browser.GetAsync($"/units/{House.FirstBranch.Id}")).StatusCode, (await browser.GetAsync($"/units/{House.SecondBranch.Id}")).StatusCode));

        await (await Committee.Submit(Url, ("Form.Leaves", "true"), ("Form.On", "2026-03-10"))).Leads(Committee, "已登记调离");
        Assert.Equal([new DateOnly(2026, 3, 9), new DateOnly(2026, 3, 9)], (await App.Read(db => db.Grants.Where(g => g.Role == Role.Member).Select(g => g.To).ToListAsync())).OfType<DateOnly>());
    }

    [Fact]
    public async Task A_move_on_the_day_of_the_last_one_corrects_it()
    {
        await (await Committee.Submit(Url, ("Form.Department", House.Secretariat.Id.ToString()), ("Form.On", "2026-01-01"))).Leads(Committee, "已调整");
        Assert.DoesNotContain(House.General.Id, (await Stays()).Select(s => s.Unit));
    }

    [Fact]
    public async Task An_earlier_day_says_since_when_somebody_is_where_they_are()
    {
        await (await Committee.Submit(Url, ("Form.On", "2025-01-01"))).Leads(Committee, "已调整");
        Assert.Equal([new DateOnly(2025, 1, 1), new DateOnly(2025, 1, 1)], (await Stays()).Select(s => s.From));
        Assert.Equal(["test.given", "people.change"], await LogOf(member.Id));
    }

    [Fact]
    public async Task Where_somebody_was_elsewhere_before_no_earlier_day_is_written_over_it()
    {
        await Committee.Submit(Url, ("Form.Branch", House.SecondBranch.Id.ToString()), ("Form.On", "2026-03-01"));
        await Committee.Submit(Url, ("Form.On", "2026-02-01"));
        Assert.Contains((House.SecondBranch.Id, new DateOnly(2026, 3, 1), null), await Stays());
    }

    [Fact]
    public async Task Whoever_leaves_belongs_nowhere_and_holds_no_post()
    {
        await App.Given(new Post { UnitId = House.FirstBranch.Id, PersonId = member.Id, Kind = PostKind.Secretary, From = new(2026, 1, 1) });

        await (await Committee.Submit(Url, ("Form.Leaves", "true"), ("Form.On", "2026-03-10"))).Leads(Committee, "已登记调离：郑党员");

        Assert.All(await Stays(), s => Assert.Equal(new DateOnly(2026, 3, 9), s.To));
        Assert.Equal(new DateOnly(2026, 3, 9), await App.Read(db => db.Posts.Select(p => p.To).SingleAsync()));
        Assert.Contains("已调离", (await Committee.Open($"/people/{member.Id}")).QuerySelector(".head")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Form.Branch", "", "Branch", "党员须编入一个支部")]
    [InlineData("Form.On", "2026-03-11", "On", "日期不能在今天之后")]
    public async Task A_refusal_stands_at_its_field_and_nothing_is_kept(string answered, string value, string field, string sentence)
    {
        await (await Committee.Submit(Url, ("Form.Department", House.Secretariat.Id.ToString()), (answered, value))).Refuses(field, sentence);
        Assert.Equal(2, (await Stays()).Count);
    }

    [Fact]
    public async Task Not_before_the_last_move() => await (await Committee.Submit(Url,
        ("Form.Department", House.Secretariat.Id.ToString()), ("Form.On", "2025-12-31"))).Refuses("On", "日期不能早于上一次变动 2026-01-01");

    [Fact]
    public async Task A_form_opened_before_somebody_elses_move_is_stale()
    {
        var page = await Committee.Open(Url);
        await (await Committee.Submit(Url, ("Form.Branch", House.SecondBranch.Id.ToString()))).Leads(Committee, "已调整");
        var late = await Committee.SubmitForm(page, Url, "main form[method=post]", ("Form.Department", House.Secretariat.Id.ToString()));
        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
    }

    [Fact]
    public async Task Only_the_committees_office_may_and_only_in_its_own_house()
    {
        var foreigner = await House.Somebody("外人", House.OtherOffice);
        await (await As(Role.BranchSecretary, House.FirstBranch)).IsShut(Url, HttpStatusCode.Forbidden);
        await Committee.IsShut($"/people/{foreigner.Id}/move", HttpStatusCode.NotFound);
    }
}
