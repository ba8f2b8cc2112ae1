using System.Net;
using AngleSharp.Dom;
using Exemplar.Kernel;
using Exemplar.Organization;
using Exemplar.Platform.Security;
using Exemplar.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Exemplar.Tests.People.RosterImport;

/// <summary>The posts that an office's roster names, taken over with its people.</summary>
public sealed class RosterPostsTests : HouseTests
{
    private static SheetBuilder Sheet => new SheetBuilder().Row("姓名", "出生年月", "入党时间", "所在支部", "党内职务", "行政职务");

    private static SheetBuilder Committees => Sheet
        .Row("张三", "1970.5", "1999.7", "第一支部", "党委委员、第一支部书记", "科长")
        .Row("李四", "1985.6", "2010.7", "第一支部", "组织委员", "")
        .Row("王五", "1990.1", "2015.7", "第一党支部", "纪检委员兼宣传委员", "")
        .Row("赵六", "1991.1", "2016.7", "第二支部", "支部书记", "副科长")
        .Row("钱七", "1992.1", "2016.7", "第二支部", "普通党员", "");

    private async Task<string> Upload(SheetBuilder sheet, string asOf = "2026-01-01")
    {
        var answer = await Committee.SubmitFile("/people/import", "Form.File", "名册.xlsx", sheet.Bytes(), ("Form.AsOf", asOf));
        Assert.True(answer.StatusCode == HttpStatusCode.Redirect, (await answer.Read()).QuerySelector("main")?.TextContent);
        return answer.Headers.Location!.OriginalString;
    }

    private async Task<IDocument> Confirm(string url, string choice = "Confirm") =>
        await (await Committee.SubmitForm(await Committee.Open(url), url, "main form[method=post]", ("Form.Choice", choice))).Leads(Committee, "已导入");

    private static List<string> Planned(IDocument page) => [.. page.QuerySelectorAll("section[aria-labelledby=planned-posts] tbody tr")
        .Select(r => string.Join(' ', r.Children.Select(c => c.TextContent.Trim()).Where(t => t.Length > 0)))];

    private Task<List<string>> Posts() => App.Read(async db => (await db.Posts.Join(db.People, p => p.PersonId, p => p.Id, (post, person) => new { post, person.Name }).Join(db.Units, x => x.post.UnitId, u => u.Id, (x, u) => new { x.post, x.Name, Unit = u.Name, u.Order })
        .ToListAsync()).OrderBy(x => x.Order, StringComparer.Ordinal).ThenBy(x => x.post.Kind).ThenBy(x => x.post.From).Select(x => $"{x.Unit}{x.post.Kind.Name()} {x.Name} {x.post.From.Iso()}~{x.post.To.Iso()}").ToList());

    [Fact]
    public async Task Posts_are_proposed_by_unit_and_taken_over_with_the_people_logged_and_from_the_rosters_day()
    {
        var url = await Upload(Committees);
        var page = await Committee.Open(url);
        Assert.Contains("没有用到的列：行政职务。行政职务不登记", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(["机关党委委员 张三 第 2 行 登记 2026-01-01", "第一党支部书记 张三 第 2 行 登记 2026-01-01", "第一党支部组织委员 李四 第 3 行 登记 2026-01-01",
            "第一党支部宣传委员 王五 第 4 行 登记 2026-01-01", "第一党支部纪检委员 王五 第 4 行 登记 2026-01-01", "第二党支部书记 赵六 第 5 行 登记 2026-01-01"], Planned(page));
        Assert.Empty(await Posts());

        var done = await Confirm(url);
        Assert.Contains("登记任职 6 项", done.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(["机关党委委员 张三 2026-01-01~", "第一党支部书记 张三 2026-01-01~", "第一党支部组织委员 李四 2026-01-01~", "第一党支部宣传委员 王五 2026-01-01~", "第一党支部纪检委员 王五 2026-01-01~", "第二党支部书记 赵六 2026-01-01~"], await Posts());
        foreach (var id in await App.Read(db => db.Posts.Select(p => p.Id).ToListAsync())) Assert.Equal(["posts.appoint"], await LogOf(id));
    }

    [Fact]
    public async Task The_same_sheet_twice_changes_nothing_and_an_earlier_day_moves_what_came_with_a_sheet()
    {
        await Confirm(await Upload(Committees));
        var before = await Posts();
        Assert.Contains("没有需要导入的", (await Committee.Open(await Upload(Committees))).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(before, await Posts());

        var earlier = await Upload(Committees, "2025-01-01");
        Assert.Contains("任职日期改早 6 项", (await Committee.Open(earlier)).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        await Confirm(earlier);
        Assert.Equal(before.Select(p => p.Replace("2026-01-01", "2025-01-01", StringComparison.Ordinal)), await Posts());
    }

    [Fact]
    public async Task Where_the_term_is_known_posts_hold_from_its_beginning()
    {
        await App.Elected(House.FirstBranch, new(2023, 5, 12));
        await Confirm(await Upload(Committees));
        Assert.Contains("第一党支部书记 张三 2023-05-12~", await Posts());
        Assert.Contains("第二党支部书记 赵六 2026-01-01~", await Posts());
    }

    [Fact]
    public async Task Two_secretaries_in_one_branch_are_asked_about_and_nobody_is_guessed()
    {
        var sheet = Committees.Row("孙八", "1980.1", "2005.7", "第二支部", "书记", "");
        var url = await Upload(sheet);
        var page = await Committee.Open(url);
        Assert.Equal(["第二党支部书记"], page.QuerySelectorAll("#posts tbody th").Select(th => th.TextContent));
        Assert.Equal(2, Planned(page).Count(p => p.Contains("待选定", StringComparison.Ordinal)));

        await Confirm(url);
        Assert.DoesNotContain(await Posts(), p => p.StartsWith("第二党支部书记", StringComparison.Ordinal));

        url = await Upload(sheet);
        await (await Committee.SubmitForm(await Committee.Open(url), url, "main form[method=post]", ("Form.Choice", "Match"), ("Form.Posts[0].Row", "7"))).Leads(Committee, "已按您选的重新核对");
        await Confirm(url);
        Assert.Contains("第二党支部书记 孙八 2026-01-01~", await Posts());
        Assert.Single(await Posts(), p => p.StartsWith("第二党支部书记", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_post_on_record_never_ends_unless_somebody_says_so()
    {
        var incumbent = await House.Somebody("现任书记", House.SecondBranch);
        await App.Given(new Post { UnitId = House.SecondBranch.Id, PersonId = incumbent.Id, Kind = PostKind.Secretary, From = new(2025, 1, 1) });
        var url = await Upload(Committees);
        Assert.Contains("现任是现任书记，请选定", string.Join('\n', Planned(await Committee.Open(url))), StringComparison.Ordinal);
        await Confirm(url);
        Assert.Equal(["第二党支部书记 现任书记 2025-01-01~"], (await Posts()).Where(p => p.StartsWith("第二", StringComparison.Ordinal)));

        url = await Upload(Committees);
        await (await Committee.SubmitForm(await Committee.Open(url), url, "main form[method=post]", ("Form.Choice", "Match"), ("Form.Posts[0].Row", "5"))).Leads(Committee, "已按您选的重新核对");
        Assert.Contains("接任，现任书记到 2025-12-31 为止", string.Join('\n', Planned(await Committee.Open(url))), StringComparison.Ordinal);
        await Confirm(url);
        Assert.Equal(["第二党支部书记 现任书记 2025-01-01~2025-12-31", "第二党支部书记 赵六 2026-01-01~"], (await Posts()).Where(p => p.StartsWith("第二", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task What_cannot_be_placed_is_left_out_with_its_reason_and_people_may_be_taken_over_alone()
    {
        var url = await Upload(Sheet
            .Row("张三", "1970.5", "1999.7", "第一支部", "第二支部书记", "").Row("李四", "1985.6", "2010.7", "第一支部", "党小组长", "")
            .Row("王五", "1990.1", "2015.7", "第一支部", "党组成员", "").Row("赵六", "1991.1", "2016.7", "第一支部", "机关纪委委员、党建联络员", "").Row("钱七", "1992.1", "2016.7", "第一支部", "书记", ""));
        var said = string.Join('\n', Planned(await Committee.Open(url)));
        Assert.Contains("人编在第一党支部，不能任第二党支部的职务", said, StringComparison.Ordinal);
        Assert.Contains("第一党支部下面还没有党小组", said, StringComparison.Ordinal);
        Assert.Contains("没有或不止一个党组", said, StringComparison.Ordinal);
        Assert.Contains("没有叫“机关纪委”的党组织", said, StringComparison.Ordinal);
        Assert.Contains("党建联络员 赵六 第 5 行 不登记 认不出是什么职务", said, StringComparison.Ordinal);

        await Confirm(url, "People");
        Assert.Empty(await Posts());
        Assert.Equal(5, await App.Read(db => db.Memberships.CountAsync(m => m.UnitId == House.FirstBranch.Id)));
    }

    [Fact]
    public async Task What_is_exported_comes_back_with_its_posts_and_changes_nothing()
    {
        await Confirm(await Upload(Committees));
        var file = await (await Committee.GetAsync("/people/export")).Content.ReadAsByteArrayAsync();
        var answer = await Committee.SubmitFile("/people/import", "Form.File", "名册.xlsx", file, ("Form.AsOf", "2026-01-01"));
        var page = await Committee.Open(answer.Headers.Location!.OriginalString);
        Assert.Contains("已在任 6 项", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("没有需要导入的", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_looks_after_two_things_in_the_committee_has_one_seat()
    {
        await Confirm(await Upload(Sheet.Row("张三", "1970.5", "1999.7", "第一支部", "宣传委员兼青年委员", "").Row("李四", "1985.6", "2010.7", "第一支部", "青年委员", "")));
        Assert.Equal(["第一党支部宣传委员 张三 2026-01-01~", "第一党支部委员 李四 2026-01-01~"], await Posts());
    }

    [Fact]
    public async Task Party_groups_that_posts_name_are_set_up_with_the_roster_and_told_apart_by_their_branches()
    {
        var sheet = Sheet.Row("张三", "1970.5", "1999.7", "第一支部", "第一党小组组长", "").Row("李四", "1985.6", "2010.7", "第一支部", "二组组长", "")
            .Row("王五", "1990.1", "2015.7", "第二支部", "第一小组组长", "").Row("赵六", "1991.1", "2016.7", "第二支部", "安全生产领导小组组长", "");
        var url = await Upload(sheet);
        var page = await Committee.Open(url);
        Assert.Contains("随名册设立党小组 3 个：第一党支部·第一党小组、第一党支部·第二党小组、第二党支部·第一党小组", page.QuerySelector("#groups")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(["第一党支部·第一党小组", "第一党支部·第二党小组", "第二党支部·第一党小组"], Planned(page).Where(p => p.Contains("登记 2026", StringComparison.Ordinal)).Select(p => p.Split("党小组长")[0]));
        Assert.Contains("没有叫“安全生产领导小组”的党小组", string.Join('\n', Planned(page)), StringComparison.Ordinal);

        await Confirm(url);
        Assert.Equal(["第一党小组党小组长 张三 2026-01-01~", "第二党小组党小组长 李四 2026-01-01~", "第一党小组党小组长 王五 2026-01-01~"], await Posts());
        Assert.Contains("没有需要导入的", (await Committee.Open(await Upload(sheet))).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Groups_stand_by_their_number_whoever_stands_first_on_the_roster()
    {
        await Confirm(await Upload(Sheet.Row("李四", "1985.6", "2010.7", "第一支部", "二组组长", "").Row("张三", "1970.5", "1999.7", "第一支部", "第一党小组组长", "")));
        Assert.Equal(["第一党小组", "第二党小组"], await App.Read(db => db.Units.Where(u => u.Kind == UnitKind.PartyGroup).OrderBy(u => u.Order).Select(u => u.Name).ToListAsync()));
    }

    [Fact]
    public async Task Groups_that_only_posts_name_are_not_set_up_where_the_people_are_taken_over_alone()
    {
        await Confirm(await Upload(Sheet.Row("张三", "1970.5", "1999.7", "第一支部", "第一党小组组长", "")), "People");
        Assert.Equal((0, 1), (await App.Read(db => db.Units.CountAsync(u => u.Kind == UnitKind.PartyGroup)), await App.Read(db => db.People.CountAsync(p => p.Name == "张三"))));
    }
}
