using Exemplar.Organization;
using Exemplar.Platform.Security;
using Exemplar.Tests.Support;

namespace Exemplar.Tests.Organization;

public sealed class UnitTreeTests : HouseTests
{
    [Fact]
    public async Task The_tree_stands_in_organization_order_with_who_leads_and_how_many()
    {
        var head = await House.Somebody("赵主任", House.General);
        await House.Somebody("钱某", House.General, House.FirstBranch);
        await App.Given(new Post { UnitId = House.General.Id, PersonId = head.Id, Kind = PostKind.Head, From = new(2026, 1, 1) });

        var page = await Committee.Open("/units");

        Assert.Equal(["临江市人民政府办公室", "模范机关创建工作领导小组", "领导小组办公室", "综合科", "秘书科", "机关党委", "第一党支部", "第二党支部"],
            page.QuerySelectorAll("tbody th").Select(th => th.TextContent.Trim()));
        Assert.Equal(["科室", "赵主任", "2"], page.QuerySelectorAll("tbody tr")[3].QuerySelectorAll("td").Select(td => td.TextContent.Trim()));
        Assert.Equal(["0", "1", "2", "1", "1", "1", "2", "2"], page.QuerySelectorAll("tbody th").Select(th => th.GetAttribute("data-depth")));
    }

    [Fact]
    public async Task Everyone_sees_their_own_corner_only()
    {
        var secretary = await As(Role.BranchSecretary, House.FirstBranch);
        Assert.Equal(["第一党支部"], (await secretary.Open("/units")).QuerySelectorAll("tbody th").Select(th => th.TextContent.Trim()));
    }
}
