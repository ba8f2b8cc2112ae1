using System.Net;
using AngleSharp.Dom;
using Exemplar.Organization;
using Exemplar.People;
using Exemplar.Platform.Security;
using Exemplar.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Exemplar.Tests.People.RosterImport;

public sealed class ImportRosterTests : HouseTests
{
    private static SheetBuilder Sheet => new SheetBuilder().Row("姓名", "性别", "出生年月", "政治面貌", "入党时间", "所在支部", "科室", "身份证号");

    private static SheetBuilder ThreePeople => Sheet
        .Row("张三", "男", "1980.5", "中共党员", "2009.7", "第一支部", "综合科", "110101198005011234")
        .Row("李四", "女", "1985.6", "预备党员", "2025.12", "第三党支部", "秘书科", "")
        .Row("王五", "男", "1990.1", "群众", "", "", "法规科", "");

    /// <summary>As of today, unless the answers say another day.</summary>
    private async Task<string> Upload(SheetBuilder sheet, params (string Name, string Value)[] answers)
    {
        if (answers.All(a => a.Name != "Form.AsOf")) answers = [.. answers, ("Form.AsOf", App.Clock.GetUtcNow().ToString("yyyy-MM-dd"))];
        var answer = await Committee.SubmitFile("/people/import", "Form.File", "名册.xlsx", sheet.Bytes(), answers);
        Assert.True(answer.StatusCode == HttpStatusCode.Redirect, (await answer.Read()).QuerySelector("main")?.TextContent);
        return answer.Headers.Location!.OriginalString;
    }

    private async Task<IDocument> Import(SheetBuilder sheet)
    {
        var url = await Upload(sheet);
        return await (await Committee.Submit(url)).Leads(Committee, "已导入");
    }

    /// <summary>The rows of the sheet as the preview shows them.</summary>
    private static List<IElement> Lines(IDocument page) => [.. page.QuerySelectorAll("section.scroll tbody tr")];

    private static List<string> Findings(IDocument page, string heading) => [.. page.QuerySelectorAll($"section[aria-labelledby={heading}] li").Select(li => li.TextContent)];

    [Fact]
    public async Task The_preview_shows_everybody_and_writes_nothing()
    {
        var page = await Committee.Open(await Upload(ThreePeople));

        var text = page.QuerySelector("main")!.TextContent;
        Assert.Contains("已略去不需要的列：身份证号。本系统不存这些。", text, StringComparison.Ordinal);
        Assert.Equal(["新设科室“法规科”", "新设党支部“第三党支部”"], page.QuerySelectorAll("#units option:first-child").Select(o => o.TextContent).Order().Reverse());
        Assert.Equal(["张三", "李四", "王五"], Lines(page).Select(l => l.QuerySelector("th")!).Select(th => th.TextContent));
        Assert.Contains("第一党支部", Lines(page)[0].TextContent, StringComparison.Ordinal);
        Assert.Equal((1, 9), await App.Read(async db => (await db.People.CountAsync(), await db.Units.CountAsync())));
    }

    [Fact]
    public async Task What_was_confirmed_is_kept_logged_and_founded_together()
    {
        await Import(ThreePeople);

        var people = await App.Read(db => db.People.Include(p => p.Memberships).Where(p => p.BirthMonth != null).OrderBy(p => p.BirthMonth).ToListAsync());
        Assert.Equal(["张三", "李四", "王五"], people.Select(p => p.Name));
        Assert.Equal([MemberStatus.Full, MemberStatus.Probationary, null], people.Select(p => p.Status));
        Assert.Equal([2, 2, 1], people.Select(p => p.Memberships.Count));
        Assert.All(people.SelectMany(p => p.Memberships), m => Assert.Equal((new DateOnly(2026, 3, 10), null), (m.From, m.To)));
        Assert.Contains(people[0].Memberships, m => m.UnitId == House.FirstBranch.Id);
        foreach (var person in people)
        {
            var entry = await App.Read(db => db.LogEntries.SingleAsync(e => e.RecordId == person.Id));
            Assert.Equal(("people.import", Exemplar.Platform.Log.CanonicalJson.Of(await App.Read(db => Task.FromResult(db.Model)), person)), (entry.Kind, entry.Body));
        }
        var founded = await App.Read(db => db.Units.SingleAsync(u => u.Name == "第三党支部"));
        Assert.Equal((House.Committee.Id, UnitKind.Branch), (founded.ParentId, founded.Kind));
        Assert.Equal(["units.change"], await LogOf(founded.Id));
        Assert.False(await App.Read(db => db.LogEntries.AnyAsync(e => e.Body.Contains("110101198005011234"))), "an ID number is stored nowhere");
    }

    [Fact]
    public async Task Importing_again_changes_nothing()
    {
        await Import(ThreePeople);
        var before = await App.Read(async db => (await db.People.CountAsync(), await db.Memberships.CountAsync(), await db.Units.CountAsync()));
        App.Clock.Advance(TimeSpan.FromDays(30));

        var url = await Upload(ThreePeople);
        Assert.Contains("没有需要导入的", (await Committee.Open(url)).QuerySelector("main")!.TextContent, StringComparison.Ordinal);

        Assert.Equal(before, await App.Read(async db => (await db.People.CountAsync(), await db.Memberships.CountAsync(), await db.Units.CountAsync())));
    }

    /// <summary>Imported for today, nobody had belonged to a branch before, and its past year was counted wrong.</summary>
    [Fact]
    public async Task The_same_sheet_as_of_an_earlier_day_says_that_people_were_there_already_but_in_no_branch_before_they_joined()
    {
        await Import(ThreePeople);
        var url = await Upload(ThreePeople, ("Form.AsOf", "2025-01-01"));
        Assert.Contains("所在支部、科室：从 2026-03-10 起 → 从 2025-01-01 起", (await Committee.Open(url)).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        await (await Committee.SubmitForm(await Committee.Open(url), url, "main form[method=post]")).Leads(Committee, "已导入");

        var stays = await App.Read(db => db.Memberships.Where(m => m.To == null).Join(db.People, m => m.PersonId, p => p.Id, (m, p) => new { p.Name, m.From }).OrderBy(s => s.Name).ThenBy(s => s.From).ToListAsync());
        DateOnly From(string name, int n) => stays.Where(s => s.Name == name).ElementAt(n).From;
        Assert.Equal([new DateOnly(2025, 1, 1), new DateOnly(2025, 1, 1)], [From("张三", 0), From("张三", 1)]);
        Assert.Equal([new DateOnly(2025, 1, 1), new DateOnly(2025, 12, 1)], [From("李四", 0), From("李四", 1)]);   // in the department before, in the branch since December
        Assert.Contains("没有需要导入的", (await Committee.Open(await Upload(ThreePeople, ("Form.AsOf", "2025-01-01")))).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_confirmation_sent_twice_imports_once()
    {
        var url = await Upload(ThreePeople);
        var page = await Committee.Open(url);
        for (var i = 0; i < 2; i++) await (await Committee.SubmitForm(page, url, "main form[method=post]")).Leads(Committee, "已导入：新登记 3 人");
        Assert.Equal(4, await App.Read(db => db.People.CountAsync()));
        Assert.Equal(1, await App.Read(db => db.ImportedRosters.CountAsync()));
    }

    [Fact]
    public async Task A_later_sheet_moves_people_and_fills_in_and_erases_nothing()
    {
        await Import(ThreePeople);
        App.Clock.Advance(TimeSpan.FromDays(30));
        var sheet = new SheetBuilder().Row("姓名", "出生年月", "入党时间", "转正时间", "支部")
            .Row("李四", "1985.6", "2025.12", "", "第二党支部").Row("张三", "1980.5", "2009.7", "2010.7", "");

        var page = await Committee.Open(await Upload(sheet));
        Assert.Contains("支部：第三党支部 → 第二党支部", Lines(page)[0].ParentElement!.TextContent, StringComparison.Ordinal);
        Assert.Contains("转正时间：（空） → 2010年7月", Lines(page)[0].ParentElement!.TextContent, StringComparison.Ordinal);
        await Import(sheet);

        var person = await App.Read(db => db.People.Include(p => p.Memberships).SingleAsync(p => p.Name == "李四"));
        Assert.Equal((Sex.Female, MemberStatus.Probationary), (person.Sex!.Value, person.Status!.Value));
        Assert.Equal(2, person.Memberships.Count(m => m.To is null));
        Assert.Contains(person.Memberships, m => m.UnitId == House.SecondBranch.Id && m.From == new DateOnly(2026, 4, 9) && m.To is null);
        Assert.Contains(person.Memberships, m => m.To == new DateOnly(2026, 4, 8));
        Assert.Equal(["people.import", "people.import"], await LogOf(person.Id));
    }

    [Fact]
    public async Task With_one_error_nobody_is_imported_and_each_error_names_its_cell()
    {
        var url = await Upload(Sheet
            .Row("张三", "男", "1980.5", "中共党员", "2009.7", "第一党支部", "综合科", "")
            .Row("李四", "女", "1985.6", "中共党员", "2023.13", "第一党支部", "综合科", "")
            .Row("王五", "男", "1990.1", "中共党员", "2015.7", "", "综合科", "")
            .Row("赵六", "男", "1990.1", "群众", "", "", "", "")
            .Row("张三", "男", "1980.5", "中共党员", "2009.7", "第一党支部", "秘书科", "")
            .Row("", "女", "1991.1", "群众", "", "", "秘书科", ""));
        var page = await Committee.Open(url);

        Assert.Equal(["第 3 行 E 列：入党时间“2023.13”不是日期", "第 4 行 F 列：党员须编入一个支部", "第 5 行 G 列：请选择科室", "第 6 行 A 列：与第 2 行是同一人（姓名、出生年月、入党时间相同），但科室不同（综合科、秘书科）；请改成一致，或删去一行", "第 7 行 A 列：没有姓名"], Findings(page, "errors"));
        Assert.Null(page.QuerySelector("main button[value=Confirm]"));
        Assert.Equal(["2 张三 新登记", "3 李四 有错误", "4 王五 有错误", "5 赵六 有错误", "6 张三 有错误", "7 （没有姓名） 有错误"],
            Lines(page).Select(l => $"{l.Children[0].FirstChild!.TextContent} {l.QuerySelector("th")!.TextContent} {l.QuerySelector(".badge")!.TextContent}"));
        Assert.Contains("E 列：入党时间“2023.13”不是日期", Lines(page)[1].TextContent, StringComparison.Ordinal);
        Assert.Contains("第一党支部", Lines(page)[1].TextContent, StringComparison.Ordinal);

        var token = (await Committee.Open("/password")).QuerySelector("main form input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        var forced = await Committee.Send(url, ("__RequestVerificationToken", token), ("Form.Shown", ""));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, forced.StatusCode);
        Assert.Equal(1, await App.Read(db => db.People.CountAsync()));
    }

    [Fact]
    public async Task Who_cannot_be_told_apart_is_left_out_and_never_guessed()
    {
        await Import(ThreePeople);
        var url = await Upload(new SheetBuilder().Row("姓名", "出生年月", "入党时间", "所在支部")
            .Row("张三", "", "2009.7", "第二党支部")        // birth month missing: may be the one on the roster
            .Row("张三", "1970.1", "1995.7", "第二党支部")  // another one of that name
            .Row("孙七", "", "2009.7", "第二党支部").Row("孙七", "1980.1", "2009.7", "第二党支部"));
        var page = await Committee.Open(url);

        Assert.Equal(["暂不导入", "新登记", "暂不导入", "暂不导入"], page.QuerySelectorAll("tbody .badge").Select(b => b.TextContent));
        await (await Committee.Submit(url)).Leads(Committee, "已导入：新登记 1 人，变动 0 人，无变动 0 人；暂不导入 3 行");
        Assert.Equal(2, await App.Read(db => db.People.CountAsync(p => p.Name == "张三")));
    }

    [Fact]
    public async Task A_roster_that_changed_meanwhile_is_shown_again()
    {
        var url = await Upload(ThreePeople);
        var page = await Committee.Open(url);
        await Import(ThreePeople);

        var late = await Committee.SubmitForm(page, url, "main form[method=post]");
        await late.Refuses("", "下面的内容与您刚才看到的不同");
    }

    [Fact]
    public async Task A_sheet_of_one_branch_needs_no_column_for_it()
    {
        var url = await Upload(new SheetBuilder().Row("姓名", "出生年月", "入党时间").Row("周八", "1980.1", "2009.7"), ("Form.Branch", House.SecondBranch.Id.ToString()));
        await (await Committee.Submit(url)).Leads(Committee, "已导入：新登记 1 人");
        Assert.True(await App.Read(db => db.Memberships.AnyAsync(m => m.UnitId == House.SecondBranch.Id)));
    }

    [Fact]
    public async Task The_same_hint_of_several_rows_is_one_line()
    {
        var sheet = new SheetBuilder().Row("姓名", "出生年月", "入党时间", "支部", "备注").Row("周八", "1980.1", "2025.7", "第三党支部", "预备党员").Row("吴九", "1981.1", "2025.8", "第三党支部", "预备党员").Row("郑十", "1950.1", "1979.7", "第三党支部", "");
        Assert.Contains("第 2、3 行 E 列：按备注登记为预备党员", Findings(await Committee.Open(await Upload(sheet)), "hints"));
    }

    [Fact]
    public async Task A_row_that_stands_twice_counts_once_and_says_so()
    {
        var url = await Upload(ThreePeople.Row("李四", "女", "1985.6", "预备党员", "2025.12", "第三党支部", "秘书科", "别的证件"));
        var page = await Committee.Open(url);

        Assert.Contains("第 5 行：与第 3 行相同，只算一次", Findings(page, "hints"));
        Assert.Equal(["新登记", "新登记", "新登记", "重复"], Lines(page).Select(l => l.QuerySelector(".badge")!.TextContent));
        await (await Committee.Submit(url)).Leads(Committee, "已导入：新登记 3 人，变动 0 人，无变动 0 人，设立单位 2 个；重复 1 行，只算一次");
        Assert.Equal(1, await App.Read(db => db.People.CountAsync(p => p.Name == "李四")));
    }

    [Fact]
    public async Task A_date_known_to_the_month_stays_so_in_preview_page_and_export_and_erases_no_day()
    {
        var first = Sheet.Row("张三", "男", "1980.5", "中共党员", "2009.7", "第一党支部", "综合科", "").Row("李四", "女", "1985.6", "中共党员", "2010年7月3日", "第一党支部", "综合科", "");
        Assert.Equal(["2009年7月", "2010年7月3日"], Lines(await Committee.Open(await Upload(first))).Select(l => l.QuerySelector("[data-label=入党]")!.TextContent));
        await Import(first);
        var person = await App.Read(db => db.People.SingleAsync(p => p.Name == "张三"));
        Assert.Equal("2009-07", person.JoinedOn.ToString());
        Assert.Contains("2009年7月", (await Committee.Open($"/people/{person.Id}")).QuerySelector("dl.facts")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("2009年7月1日", (await Committee.Open($"/people/{person.Id}")).QuerySelector("dl.facts")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("2009-07", (await Committee.Open($"/people/{person.Id}/edit")).QuerySelector("#Form_JoinedOn")!.GetAttribute("value"));

        var later = Sheet.Row("张三", "男", "1980.5", "中共党员", "2009.7.15", "第一党支部", "综合科", "").Row("李四", "女", "1985.6", "中共党员", "2010.7", "第一党支部", "综合科", "");
        var lines = Lines(await Committee.Open(await Upload(later)));
        Assert.Equal(["有变动", "无变动"], lines.Select(l => l.QuerySelector(".badge")!.TextContent));
        Assert.Contains("入党时间：2009年7月 → 2009年7月15日", lines[0].TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_who_handed_a_file_in_for_this_sees_it_here()
    {
        var url = await Upload(ThreePeople);
        await App.As(await House.Account("另一位", (Role.CommitteeOffice, House.Office))).IsShut(url, HttpStatusCode.NotFound);
        await Committee.IsShut($"/people/import/{Guid.CreateVersion7()}", HttpStatusCode.NotFound);
        await (await As(Role.BranchSecretary, House.FirstBranch)).IsShut(url, HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Rows_with_something_wrong_stay_out_where_somebody_says_so_and_stop_nobody_else()
    {
        var url = await Upload(Sheet.Row("张三", "男", "1980.5", "中共党员", "2009.7", "第一支部", "综合科", "").Row("李四", "不明", "1985.6", "中共党员", "2010.7", "第一支部", "综合科", "").Row("王五", "男", "1990.13", "中共党员", "2015.7", "第一支部", "综合科", ""));
        var page = await Committee.Open(url);
        Assert.Equal(2, Findings(page, "errors").Count);
        Assert.Contains("有错误的 2 行先不导入，其余照常", page.QuerySelector("button[value=Skip]")!.TextContent, StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("button[value=Confirm]"));

        page = await (await Committee.SubmitForm(page, url, "main form[method=post]", ("Form.Choice", "Skip"))).Leads(Committee, "有错误的行先不导入");
        Assert.Equal(["新登记", "暂不导入", "暂不导入"], Lines(page).Select(l => l.QuerySelector(".badge")!.TextContent.Trim()));
        await (await Committee.SubmitForm(page, url, "main form[method=post]", ("Form.Choice", "Confirm"))).Leads(Committee, "已导入");
        Assert.Equal(["张三"], await App.Read(db => db.People.Where(p => p.BirthMonth != null).Select(p => p.Name).ToListAsync()));
    }

    [Fact]
    public async Task Party_groups_are_founded_with_the_roster_led_by_whom_it_names_and_go_again_with_it()
    {
        SheetBuilder Groups() => new SheetBuilder().Row("姓名", "出生年月", "入党时间", "所在支部", "党小组", "党内职务")
            .Row("张三", "1970.5", "1999.7", "规划科党支部", "第一党小组", "党小组长").Row("李四", "1985.6", "2010.7", "规划科党支部", "一组", "")
            .Row("王五", "1990.1", "2015.7", "规划科党支部", "第二党小组", "第二党小组组长").Row("赵六", "1990.2", "2015.7", "第一支部", "", "");
        var before = await App.Read(db => db.Units.CountAsync());
        var url = await Upload(Groups());
        Assert.Contains("随名册设立党小组 2 个：规划科党支部·第一党小组、规划科党支部·第二党小组", (await Committee.Open(url)).QuerySelector("#groups")!.TextContent, StringComparison.Ordinal);

        var done = await Committee.Submit(url);
        await done.Leads(Committee, "已导入");
        var groups = await App.Read(db => db.Units.Where(u => u.Kind == UnitKind.PartyGroup).OrderBy(u => u.Order).ToListAsync());
        var branch = await App.Read(db => db.Units.SingleAsync(u => u.Name == "规划科党支部"));
        Assert.All(groups, g => Assert.Equal((branch.Id, true), (g.ParentId, g.Path.StartsWith(branch.Path, StringComparison.Ordinal))));
        Assert.Equal(["第一党小组 张三", "第二党小组 王五"], await App.Read(db => db.Posts.Where(p => p.Kind == PostKind.PartyGroupLeader).Join(db.Units, p => p.UnitId, u => u.Id, (p, u) => new { p, u }).OrderBy(x => x.u.Order)
            .Select(x => x.u.Name + " " + db.People.Single(p => p.Id == x.p.PersonId).Name).ToListAsync()));
        Assert.Null((await Committee.Open(await Upload(Groups()))).QuerySelector("#groups"));   // they are there

        await (await Committee.Submit(done.Headers.Location!.OriginalString)).Leads(Committee, "已撤回");
        Assert.Equal(before, await App.Read(db => db.Units.CountAsync()));
    }
}
