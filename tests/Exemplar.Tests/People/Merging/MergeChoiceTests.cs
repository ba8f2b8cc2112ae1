using System.Net;
using Exemplar.People;
using Exemplar.Platform.Security;
using Exemplar.Tests.Support;

namespace Exemplar.Tests.People.Merging;

public sealed class MergeChoiceTests : HouseTests
{
    private Person zhang = null!;

    private string Url => $"/people/{zhang.Id}/merge";

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        zhang = await House.Somebody("张三", House.FirstBranch);
    }

    [Fact]
    public async Task People_of_like_names_are_offered_and_others_can_be_searched_for()
    {
        var (alike, other) = (await House.Somebody("张叁", House.SecondBranch), await House.Somebody("章珊珊", House.SecondBranch));
        await House.Somebody("张三", House.OtherOffice);
        Assert.Equal([$"{Url}/{alike.Id}"], await Offered(Url));
        Assert.Equal([$"{Url}/{other.Id}"], await Offered($"{Url}?name=珊"));
        Assert.Contains(Url, (await Committee.Open($"/people/{zhang.Id}")).QuerySelectorAll(".head a").Select(a => a.GetAttribute("href")));
    }

    [Fact]
    public async Task The_one_with_an_account_is_kept_whichever_page_one_comes_from()
    {
        var owner = await House.Somebody("张叁", House.SecondBranch);
        await House.AccountOf(owner, "张叁", (Role.Member, House.SecondBranch));
        Assert.Equal([$"/people/{owner.Id}/merge/{zhang.Id}"], await Offered(Url));
        Assert.Equal([$"/people/{owner.Id}/merge/{zhang.Id}"], await Offered($"/people/{owner.Id}/merge"));
    }

    [Fact]
    public async Task Only_whoever_keeps_the_roster_chooses()
    {
        Assert.Equal(HttpStatusCode.Forbidden, (await (await As(Role.BranchSecretary, House.FirstBranch)).GetAsync(Url)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await (await As(Role.CommitteeOffice, House.OtherOffice)).GetAsync(Url)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await Committee.GetAsync($"/people/{Guid.CreateVersion7()}/merge")).StatusCode);
    }

    private async Task<IEnumerable<string?>> Offered(string url) => (await Committee.Open(url)).QuerySelectorAll("main ul a").Select(a => a.GetAttribute("href"));
}
