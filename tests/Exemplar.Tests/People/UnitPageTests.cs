using System.Net;
using Exemplar.Organization;
using Exemplar.Platform.Security;
using Exemplar.Tests.Support;

namespace Exemplar.Tests.People;

public sealed class UnitPageTests : HouseTests
{
    private string Url => $"/units/{House.FirstBranch.Id}";

    [Fact]
    public async Task Whoever_keeps_the_roster_sees_people_posts_and_every_button()
    {
        var person = await House.Somebody("赵一", House.FirstBranch);
        await App.Given(new Post { UnitId = House.FirstBranch.Id, PersonId = person.Id, Kind = PostKind.Secretary, From = new(2025, 1, 1) },
            new Post { UnitId = House.FirstBranch.Id, PersonId = person.Id, Kind = PostKind.DeputySecretary, From = new(2024, 1, 1), To = new(2024, 12, 31) });

        var page = await Committee.Open(Url);

        Assert.Contains("赵一", page.QuerySelector("ul.people")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("书记", page.QuerySelector("tbody tr")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("副书记 赵一，2024-01-01 至 2024-12-31", page.QuerySelector("details")!.TextContent, StringComparison.Ordinal);
        foreach (var link in (string[])["edit", "dissolve", "posts/new", "new"]) Assert.NotNull(page.QuerySelector($"a[href='{Url}/{link}']"));
    }

    [Fact]
    public async Task A_member_sees_who_leads_and_neither_the_people_nor_a_button()
    {
        await House.Somebody("赵一", House.FirstBranch);
        var page = await (await As(Role.Member, House.FirstBranch)).Open(Url);

        Assert.DoesNotContain("赵一", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll("main a.button"));
    }

    [Fact]
    public async Task A_unit_elsewhere_and_an_unknown_one_are_not_found()
    {
        Assert.Equal(HttpStatusCode.NotFound, (await Committee.GetAsync($"/units/{House.OtherOffice.Id}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await Committee.GetAsync($"/units/{Guid.CreateVersion7()}")).StatusCode);
    }
}
