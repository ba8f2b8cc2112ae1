using Exemplar.Organization;
using Exemplar.People;
using Exemplar.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Exemplar.Tests.People.RosterSheets;

/// <summary>A sheet that comes back with somebody whose record has become one with another's since it went out.</summary>
public sealed class MergedSinceIssueTests : RosterSheetHouse
{
    private async Task Merge(Person kept, Person twin) => await (await Committee.Submit($"/people/{kept.Id}/merge/{twin.Id}")).Leads(Committee, "已合并");

    [Fact]
    public async Task A_row_that_says_nothing_new_is_left_alone_and_the_sheet_is_clear()
    {
        var twin = await Somebody("甲壹", new(1980, 5, 1), House.FirstBranch);
        var sheet = await SheetOf(House.FirstBranch);
        await Merge(Jia, twin);
        var people = await App.Read(db => db.People.CountAsync());

        var page = await Results(("一.xlsx", Change(sheet, "甲一", ('C', "男"))));
        Assert.Empty(Wrong(page, "一.xlsx"));
        Assert.Empty(Asked(page, "一.xlsx"));
        Assert.Equal(["甲一：性别：女 → 男"], Moving(page, "一.xlsx"));
        await Take();
        Assert.Equal((Sex.Male, people), ((await Now(Jia.Id)).Sex, await App.Read(db => db.People.CountAsync())));
    }

    [Fact]
    public async Task What_was_changed_in_the_row_that_went_is_asked_about_where_the_other_has_a_row_too()
    {
        var twin = await Somebody("甲壹", new(1980, 5, 1), House.FirstBranch);
        var sheet = await SheetOf(House.FirstBranch);
        await Merge(Jia, twin);

        var page = await Results(("改.xlsx", Change(sheet, "甲壹", ('C', "男"))));
        Assert.Equal([$"第 {RowOf(sheet, "甲壹")} 行 甲壹：发出以后已与第 {RowOf(sheet, "甲一")} 行的甲一合并成一人，这一行改的没有登记；请在名册里核对"], Asked(page, "改.xlsx"));
        page = await Results(("走.xlsx", Change(sheet, "甲壹", ('K', "调离"))));
        Assert.Single(Asked(page, "走.xlsx"));
        Assert.Empty(Moving(page, "走.xlsx"));
        page = await Results(("删.xlsx", Clear(sheet, "甲壹")));
        Assert.Empty(Asked(page, "删.xlsx"));
        await Take();
        Assert.Equal(Sex.Female, (await Now(Jia.Id)).Sex);
        Assert.True(IsIn(await Now(Jia.Id), House.FirstBranch));
    }

    [Fact]
    public async Task A_row_speaks_for_the_record_that_stayed_elsewhere_and_moves_nobody()
    {
        var twin = await Somebody("丙叁", new(1990, 7, 1), House.FirstBranch);
        var sheet = await SheetOf(House.FirstBranch);
        await Merge(Bing, twin);
        Assert.True(IsIn(await Now(Bing.Id), House.SecondBranch));

        var page = await Results(("一.xlsx", Change(sheet, "丙叁", ('C', "男"))));
        Assert.Empty(Asked(page, "一.xlsx"));
        Assert.Equal(["丙三：性别：女 → 男"], Moving(page, "一.xlsx"));
        await Take();
        var now = await Now(Bing.Id);
        Assert.Equal(("丙三", Sex.Male, true, false), (now.Name, now.Sex, IsIn(now, House.SecondBranch), IsIn(now, House.FirstBranch)));
    }
}
