using Exemplar.Organization;
using Exemplar.Platform.Security;
using Exemplar.Tests.Support;

namespace Exemplar.Tests.Agenda.Units;

public sealed class UnitPictureTests : HouseTests
{
    private static string Words(AngleSharp.Dom.IElement box) => string.Join(' ', box.Children.Where(c => c.LocalName is "a" or "small").Select(c => c.TextContent.Trim()).Where(t => t.Length > 0));

    [Fact]
    public async Task The_whole_office_stands_on_one_sheet_with_leaders_sizes_and_ends_of_terms()
    {
        await App.Keep(new(2025, 1, 1), House.FirstBranch);
        await App.Elected(House.FirstBranch, new(2023, 2, 1));
        var secretary = await House.Somebody("张三", House.FirstBranch, House.General);
        await App.Given(new Post { UnitId = House.FirstBranch.Id, PersonId = secretary.Id, Kind = PostKind.Secretary, From = new(2026, 1, 1) });

        var page = await Committee.Open("/units/picture");
        Assert.Equal("临江市人民政府办公室", Words(page.QuerySelector(".picture-top .unit-box")!));
        Assert.Equal(["模范机关创建工作领导小组", "机关党委"], page.QuerySelectorAll(".picture-head .unit-box").Select(Words));
        Assert.Equal(["领导小组办公室", "综合科 1 人", "秘书科", "第一党支部 书记 张三，1 人 2026-01-31 届满，已超期", "第二党支部"], page.QuerySelectorAll(".picture-block > ul .unit-box").Select(Words));
        Assert.Equal("科室", page.QuerySelector(".picture-block h2")!.TextContent);
    }

    [Fact]
    public async Task Each_reader_sees_the_own_part_and_ends_of_terms_only_where_standings_are_seen()
    {
        await App.Keep(new(2025, 1, 1), House.FirstBranch);
        await App.Elected(House.FirstBranch, new(2023, 2, 1));
        var secretary = await (await As(Role.BranchSecretary, House.FirstBranch)).Open("/units/picture");
        Assert.Equal(["第一党支部 2026-01-31 届满，已超期"], secretary.QuerySelectorAll(".unit-box").Select(Words));
        var admin = await (await As(Role.SystemAdministrator, House.Office)).Open("/units/picture");
        Assert.DoesNotContain("届满", admin.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }
}
