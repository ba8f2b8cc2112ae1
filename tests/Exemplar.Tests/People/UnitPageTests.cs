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

    /// <summary>宣传委员兼青年委员 of a roster became two posts, and the person stood there twice.</summary>
    [Fact]
    public async Task Who_holds_several_posts_stands_once_with_all_of_them_and_each_can_be_ended()
    {
        var (lin, zhao) = (await House.Somebody("林敏", House.FirstBranch), await House.Somebody("赵一", House.FirstBranch));
        Post[] posts = [new() { UnitId = House.FirstBranch.Id, PersonId = lin.Id, Kind = PostKind.CommitteeMember, From = new(2025, 2, 1), Basis = "批复2号" }, new() { UnitId = House.FirstBranch.Id, PersonId = lin.Id, Kind = PostKind.PublicityMember, From = new(2025, 1, 1) },
            new() { UnitId = House.FirstBranch.Id, PersonId = zhao.Id, Kind = PostKind.DisciplineMember, From = new(2025, 1, 1) }];
        await App.Given([.. posts]);

        var table = (await Committee.Open(Url)).QuerySelector("table")!;
        Assert.Equal(["宣传委员、委员 林敏 2025-01-01、2025-02-01 批复2号", "纪检委员 赵一 2025-01-01"], table.QuerySelectorAll("tbody tr").Select(r => string.Join(' ', r.Children.Take(4).Select(c => c.TextContent.Trim()).Where(t => t.Length > 0))));
        Assert.Equal("2 人", table.QuerySelector("caption")!.TextContent);
        Assert.All(posts, post => Assert.NotNull(table.QuerySelector($"a[href='/posts/{post.Id}/end']")));
        Assert.Equal("登记 林敏 离任 委员", table.QuerySelector($"a[href='/posts/{posts[0].Id}/end']")!.GetAttribute("aria-label"));
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
