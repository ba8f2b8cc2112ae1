using Exemplar.Organization;
using Exemplar.Platform.Security;
using Exemplar.Tests.Support;

namespace Exemplar.Tests.Rules.Catalogue;

public sealed class RuleListTests : HouseTests
{
    [Fact]
    public async Task Everybody_reads_every_rule_with_its_source()
    {
        var page = await (await As(Role.Member, House.FirstBranch)).Open("/rules");
        Assert.Equal("每季度不少于 1 次", page.QuerySelector("#MTG-01 + td")!.TextContent.Trim());
        Assert.Equal("每 3 年一次，届满前半年提醒", page.QuerySelector("#ELE-02 + td")!.ChildNodes[0].TextContent.Trim());
        Assert.Null(page.QuerySelector("a[href$='/rules/new']"));
    }

    [Fact]
    public async Task No_unit_is_left_out_however_many_there_are()
    {
        var branches = Enumerable.Range(1, 9).Select(n => House.Found(UnitKind.Branch, $"另一支部{n}", House.Committee)).ToList();
        await App.Given([.. branches]);
        var offered = (await Committee.Open("/rules")).QuerySelectorAll("a[href$='/rules/new']").Select(a => a.GetAttribute("href")).ToList();
        Assert.All(branches, b => Assert.Contains($"/units/{b.Id}/rules/new", offered));
    }

    [Fact]
    public async Task Whoever_may_set_a_rule_is_offered_their_own_units() =>
        Assert.Equal([$"/units/{House.SecondBranch.Id}/rules/new"], (await (await As(Role.BranchSecretary, House.SecondBranch)).Open("/rules")).QuerySelectorAll("a[href$='/rules/new']").Select(a => a.GetAttribute("href")));
}
