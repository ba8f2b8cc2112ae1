using System.Net;
using Exemplar.People;
using Exemplar.Platform.Security;
using Exemplar.Tests.Support;

namespace Exemplar.Tests.People;

public sealed class RosterTests : HouseTests
{
    private static async Task<IEnumerable<string>> Names(HttpClient browser, string query = "") =>
        (await browser.Open($"/people{query}")).QuerySelectorAll("#list tbody th").Select(th => th.TextContent.Trim());

    [Fact]
    public async Task The_roster_follows_the_organization_and_each_person_stands_once()
    {
        await House.Somebody("丙", House.SecondBranch);
        await House.Somebody("甲", House.Secretariat, House.FirstBranch);
        await House.Somebody("乙", House.General);

        Assert.Equal(["乙", "甲", "丙", "党办"], await Names(Committee));   // the account's own person belongs nowhere yet
        Assert.Equal(["甲"], await Names(await As(Role.BranchSecretary, House.FirstBranch)));
    }

    [Fact]
    public async Task Within_a_unit_people_stand_by_the_pinyin_of_their_names_on_every_list()
    {
        foreach (var name in (string[])["赵一", "陈阳", "卞松", "李", "李宇"]) await House.Somebody(name, House.General);
        string[] expected = ["卞松", "陈阳", "李", "李宇", "赵一"];

        Assert.Equal(expected, await Names(Committee, $"?unit={House.General.Id}"));
        Assert.Equal(expected, (await Committee.Open($"/units/{House.General.Id}")).QuerySelectorAll("ul.people a").Select(a => a.TextContent));
    }

    [Fact]
    public async Task It_is_narrowed_by_name_unit_and_group()
    {
        await House.Somebody("王党员", House.General, House.FirstBranch);
        await House.Somebody("王同事", House.Secretariat);
        var retired = new Person { Name = "李退休", IsRetired = true, Status = MemberStatus.Full };
        retired.Memberships.Add(new() { PersonId = retired.Id, UnitId = House.SecondBranch.Id, From = new(2020, 1, 1) });
        await App.Given(retired);

        Assert.Equal(["王党员", "王同事"], await Names(Committee, "?name=王"));
        Assert.Equal(["王党员", "李退休"], await Names(Committee, $"?unit={House.Committee.Id}"));
        Assert.Equal(["王党员", "李退休"], await Names(Committee, "?group=Members"));
        Assert.Equal(["王同事", "党办"], await Names(Committee, "?group=Colleagues"));
        Assert.Equal(["李退休"], await Names(Committee, "?group=Retired"));
    }

    [Fact]
    public async Task Fifty_at_a_time_and_the_next_page_goes_on_where_the_last_ended()
    {
        for (var i = 0; i < 53; i++) await House.Somebody($"张{i:D2}", i % 2 == 0 ? House.General : House.Secretariat);

        var first = await Committee.Open("/people?name=张");
        var next = first.QuerySelector("a[rel=next]")!.GetAttribute("href")!;
        var second = await Committee.Open(next);

        var names = new[] { first, second }.SelectMany(p => p.QuerySelectorAll("#list tbody th")).Select(th => th.TextContent.Trim()).ToList();
        Assert.Equal([.. Enumerable.Range(0, 53).Where(i => i % 2 == 0).Concat(Enumerable.Range(0, 53).Where(i => i % 2 == 1)).Select(i => $"张{i:D2}")], names);
        Assert.Null(second.QuerySelector("a[rel=next]"));
    }

    [Fact]
    public async Task Only_the_list_refreshing_itself_gets_the_fragment()
    {
        var part = App.As(await House.Account("另一位", (Role.CommitteeOffice, House.Office)));
        part.DefaultRequestHeaders.Add("HX-Request", "true");

        var html = await part.GetStringAsync("/people");

        Assert.DoesNotContain("<!DOCTYPE html>", html, StringComparison.Ordinal);
        Assert.Contains("<section id=\"list\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_member_does_not_open_it() =>
        Assert.Equal(HttpStatusCode.Forbidden, (await (await As(Role.Member, House.FirstBranch)).GetAsync("/people")).StatusCode);
}
