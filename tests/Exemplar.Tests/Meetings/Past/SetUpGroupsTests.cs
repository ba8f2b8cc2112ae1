using System.Net;
using Exemplar.Organization;
using Exemplar.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Exemplar.Tests.Meetings.Past;

/// <summary>Party groups that a register names and that are not on record: set up together from its preview.</summary>
public sealed class SetUpGroupsTests : RegisterHouse
{
    private const string Summary = """
        # 汇总
        2025年党小组会汇总
        支部|季度|支委会|党小组会
        第一党支部|一季度|1.7|一组：1.13、2.10；二组：1.13、2.11
        第二党支部|一季度|1.8|第1党小组 1.14，第3党小组 1.15
        """;

    private Task<List<string>> Groups() => App.Read(async db => (await db.Units.Where(u => u.Kind == UnitKind.PartyGroup).OrderBy(u => u.Order).Select(u => new { Branch = db.Units.Single(b => b.Id == u.ParentId).Name, u.Name }).ToListAsync()).ConvertAll(u => $"{u.Branch}·{u.Name}"));

    private Task<List<string>> Held() => App.Read(async db => (await db.Meetings.Where(m => m.Kind == "group").Join(db.Units, m => m.UnitId, u => u.Id, (m, u) => new { m.HeldOn, u.Name, u.Order, Branch = db.Units.Single(b => b.Id == u.ParentId).Name }).ToListAsync())
        .OrderBy(x => x.Order, StringComparer.Ordinal).ThenBy(x => x.HeldOn).Select(x => $"{x.Branch}·{x.Name} {x.HeldOn:M.d}").ToList());

    /// <summary>With only one of them on record, the other's meetings were taken for that one's.</summary>
    [Fact]
    public async Task Groups_of_names_of_their_own_are_set_up_alike_and_none_is_taken_for_another()
    {
        const string Book = "# 2025\n第一党支部2025年台账\n月份|支委会|党小组会|党小组会\n||一中队|二中队\n1月|1.8|1.22|1.23\n2月|2.9|2.21|2.24\n@ A2:A3\n@ B2:B3\n@ C2:D2";
        House.Found(UnitKind.PartyGroup, "一中队党小组", House.FirstBranch);
        await House.Save();
        var url = await Upload(Committee, Book);
        var page = await Committee.Open(url);
        Assert.Contains("导入 4 次会议，没有说清 2 次", Text(page), StringComparison.Ordinal);
        Assert.Equal(["第一党支部：二中队党小组"], page.QuerySelectorAll("#missing-groups li").Select(l => l.TextContent.Trim()));

        await (await Committee.SubmitForm(page, url, "main form[method=post]", ("Form.Choice", "Groups"))).Leads(Committee, "已设立：第一党支部·二中队党小组");
        await Confirm(Committee, url);
        Assert.Equal(["第一党支部·一中队党小组 1.22", "第一党支部·一中队党小组 2.21", "第一党支部·二中队党小组 1.23", "第一党支部·二中队党小组 2.24"], await Held());
    }

    [Fact]
    public async Task One_press_sets_up_all_groups_that_the_file_names_and_each_meeting_goes_to_its_own()
    {
        var url = await Upload(Committee, Summary);
        var page = await Committee.Open(url);
        Assert.Contains("没有说清 6 次", Text(page), StringComparison.Ordinal);
        Assert.Equal(["第一党支部：第一党小组、第二党小组", "第二党支部：第一党小组、第三党小组"], page.QuerySelectorAll("#missing-groups li").Select(l => l.TextContent.Trim()));
        Assert.Empty(page.QuerySelectorAll("a[href^='/units/'][href*='PartyGroup']"));

        var made = await Committee.SubmitForm(page, url, "main form[method=post]", ("Form.Choice", "Groups"), ("Form.GroupsOf", $"{House.FirstBranch.Id}"));
        await made.Leads(Committee, "已设立：第一党支部·第一党小组、第一党支部·第二党小组");
        Assert.Equal(url, made.Headers.Location!.OriginalString);
        await (await Committee.SubmitForm(await Committee.Open(url), url, "main form[method=post]", ("Form.Choice", "Groups"))).Leads(Committee, "已设立：第二党支部·第一党小组、第二党支部·第三党小组");
        Assert.Equal(["第一党支部·第一党小组", "第一党支部·第二党小组", "第二党支部·第一党小组", "第二党支部·第三党小组"], await Groups());
        foreach (var id in await App.Read(db => db.Units.Where(u => u.Kind == UnitKind.PartyGroup).Select(u => u.Id).ToListAsync())) Assert.Equal([OrganizationCapability.Change], await LogOf(id));

        page = await Committee.Open(url);
        Assert.Contains("导入 8 次会议，没有说清 0 次，已在册 0 次，不导入 0 次", Text(page), StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("#missing-groups"));
        Assert.NotNull(page.QuerySelector("section[data-unit='第二党支部·第一党小组']"));
        await (await Committee.SendForm(page, url, ("Form.Choice", "Groups"), ("Form.GroupsOf", $"{House.FirstBranch.Id}"))).Leads(Committee, "已经设立了");   // sent twice

        await Confirm(Committee, url);
        Assert.Equal(["第一党支部·第一党小组 1.13", "第一党支部·第一党小组 2.10", "第一党支部·第二党小组 1.13", "第一党支部·第二党小组 2.11", "第二党支部·第一党小组 1.14", "第二党支部·第三党小组 1.15"], await Held());
    }

    /// <summary>Which group a row is of that names none, somebody said of this file: of another nobody knows.</summary>
    [Fact]
    public async Task What_was_said_of_rows_that_name_no_group_holds_for_their_own_file_alone()
    {
        House.Found(UnitKind.PartyGroup, "第一党小组", House.FirstBranch);
        House.Found(UnitKind.PartyGroup, "第二党小组", House.FirstBranch);
        await House.Save();
        var url = await Upload(Committee, "# 第一党支部\n2025年台账\n月份|支委会|党小组会\n1月|1.7|1.13");
        var first = await App.Read(db => db.Units.Where(u => u.Name == "第一党小组").Select(u => u.Id).SingleAsync());
        await Recheck(Committee, url, ("Form.Units[0].Unit", $"{first}"));
        await Confirm(Committee, url);
        Assert.Equal(["第一党支部·第一党小组 1.13"], await Held());
        Assert.Contains("没有说清 1 次", Text(await Committee.Open(await Upload(Committee, "# 第一党支部\n2025年台账\n月份|支委会|党小组会\n2月|2.7|2.13"))), StringComparison.Ordinal);
    }

    /// <summary>The only group on record is not the one that a row names, and not that of a row which names none beside others that do.</summary>
    [Fact]
    public async Task A_named_group_is_never_taken_for_the_only_one_on_record()
    {
        House.Found(UnitKind.PartyGroup, "第一党小组", House.FirstBranch);
        await House.Save();
        var url = await Upload(Committee, "# 第一党支部\n2025年党小组会\n月份|支委会|党小组会\n1月|1.7|1.13（一组）、1.14（二组）、1.20");
        var page = await Committee.Open(url);
        Assert.Contains("导入 2 次会议，没有说清 2 次", Text(page), StringComparison.Ordinal);
        Assert.Equal(["第一党支部：第二党小组"], page.QuerySelectorAll("#missing-groups li").Select(l => l.TextContent.Trim()));
        Assert.Contains("没有写是第一党支部的哪个党小组，表里写“1.13（一组）、1.14（二组）、1.20”", Text(page), StringComparison.Ordinal);

        await Confirm(Committee, url);
        Assert.Equal(["第一党支部·第一党小组 1.13"], await Held());
        var other = await Upload(Committee, "# 第一党支部\n2025年党小组会\n月份|支委会|党小组会\n2月|2.7|2.13");
        Assert.Contains("导入 2 次会议，没有说清 0 次", Text(await Committee.Open(other)), StringComparison.Ordinal);   // where no other is spoken of, the only one is meant
    }

    [Fact]
    public async Task Only_whoever_may_change_the_branch_sets_up_and_without_a_branch_nothing_happens()
    {
        var url = await Upload(Committee, Summary);
        await (await Committee.SendForm(await Committee.Open(url), url, ("Form.Choice", "Groups"))).Refuses("", "请勾选要设立党小组的支部");
        Assert.Empty(await Groups());

        var own = await Upload(Secretary, "# 第一党支部\n2025年党小组会\n月份|支委会|党小组会\n1月|1.7|一组1.13，二组1.14");
        var page = await Secretary.Open(own);
        Assert.Contains("第一党支部：第一党小组、第二党小组，请机关党委办公室在组织机构里设立", page.QuerySelector("#missing-groups")!.TextContent, StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("button[value=Groups]"));
        Assert.Equal(HttpStatusCode.Forbidden, (await Secretary.SendForm(page, own, ("Form.Choice", "Groups"), ("Form.GroupsOf", $"{House.FirstBranch.Id}"))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await Committee.SendForm(await Committee.Open("/meetings/past"), own, ("Form.Choice", "Groups"), ("Form.GroupsOf", $"{House.FirstBranch.Id}"))).StatusCode);
        Assert.Empty(await Groups());
    }

    /// <summary>Groups of other names: what was said of one row that names a group holds for the others, and for the next file.</summary>
    [Fact]
    public async Task What_is_said_of_one_row_that_names_a_group_holds_for_all_that_name_it_and_is_remembered()
    {
        var (old, young) = (House.Found(UnitKind.PartyGroup, "老干部党小组", House.FirstBranch), House.Found(UnitKind.PartyGroup, "青年党小组", House.FirstBranch));
        await House.Save();
        const string Rows = "# 第一党支部\n2026年台账\n时间|会议类型|主题|备注\n1月8日|党小组会|学习党章|一组\n1月9日|党小组会|学习党章|二组\n2月8日|党小组会|学习党章|一组\n2月9日|党小组会|学习党章|二组";
        var url = await Upload(Committee, Rows);
        Assert.Contains("导入 0 次会议，没有说清 4 次", Text(await Committee.Open(url)), StringComparison.Ordinal);

        await Recheck(Committee, url, ("Form.Rows[0].Unit", $"{old.Id}"), ("Form.Rows[1].Unit", $"{young.Id}"));
        Assert.Contains("导入 4 次会议，没有说清 0 次", Text(await Committee.Open(url)), StringComparison.Ordinal);
        await Confirm(Committee, url);
        Assert.Equal([old.Id, young.Id, old.Id, young.Id], (await Imported()).Select(m => m.UnitId));

        Assert.Contains("导入 0 次会议，没有说清 0 次，已在册 4 次", Text(await Committee.Open(await Upload(Committee, Rows))), StringComparison.Ordinal);
        Assert.Contains("导入 1 次会议，没有说清 0 次", Text(await Committee.Open(await Upload(Committee, "# 第一党支部\n2026年台账\n时间|会议类型|主题|备注\n2月18日|党小组会|学习党章|一组"))), StringComparison.Ordinal);
    }
}
