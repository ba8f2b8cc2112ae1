using Exemplar.Kernel;
using Exemplar.People;
using Exemplar.Tests.Support;

namespace Exemplar.Tests.People.RosterSheets;

/// <summary>What is not clear in a sheet that came back: each case in words, and what becomes of either answer.</summary>
public sealed class ReturnedRosterTests : RosterSheetHouse
{
    [Fact]
    public async Task Whoever_is_missing_from_a_sheet_is_asked_about_and_leaves_only_when_somebody_says_so()
    {
        var page = await Results(("一.xlsx", Clear(await SheetOf(House.FirstBranch), "乙二")));
        Assert.Equal("第一党支部 1 处要您定 1 行 0 0 0 0 0 1", Line(page, "一.xlsx"));
        Assert.Equal(["乙二：发出时在第 6 行，表里没有了：是离开还是漏了，请选定"], Asked(page, "一.xlsx"));
        var preview = Preview(page, "一.xlsx");
        var question = (await Committee.Open(preview)).QuerySelector("#same tbody tr")!;
        Assert.Equal(["没有选：不动，暂不导入", "离开：从 2026-03-10 起调离", "没有离开，仍在名册"], question.QuerySelectorAll("option").Select(o => o.TextContent));

        page = await Answer(preview, yes: false);
        Assert.Equal("第一党支部 没有变动 1 行 0 0 0 0 0 2", Line(page, "一.xlsx"));
        page = await Answer(preview, yes: true);
        Assert.Equal("第一党支部 可以导入 1 行 0 0 0 0 1 1", Line(page, "一.xlsx"));
        await Take();
        Assert.True((await Now(Yi.Id)).HasLeft);
    }

    [Fact]
    public async Task A_row_that_was_removed_whole_is_asked_about_as_well_and_the_rows_below_stay_whose_they_are()
    {
        var sheet = await SheetOf(House.FirstBranch);
        var page = await Results(("一.xlsx", Change(SheetPen.On(sheet, pen => pen.DeleteRow(Roster, RowOf(sheet, "甲一"))), "乙二", ('C', "男"))));
        Assert.Equal(["甲一：发出时在第 5 行，表里没有了：是离开还是漏了，请选定"], Asked(page, "一.xlsx"));
        Assert.Equal(["乙二：性别：女 → 男"], Moving(page, "一.xlsx"));
    }

    [Fact]
    public async Task Whoever_is_missing_here_and_added_on_another_sheet_of_the_drop_has_moved_and_nobody_is_asked()
    {
        var (first, second) = (Clear(await SheetOf(House.FirstBranch), "乙二"), Add(await SheetOf(House.SecondBranch), "乙二", "1985.6", "2010.6"));
        var page = await Results(("一.xlsx", first), ("二.xlsx", second));
        Assert.Equal("第一党支部 没有变动 1 行 0 0 0 0 0 2", Line(page, "一.xlsx"));
        Assert.Equal("第二党支部 可以导入 2 行 0 0 1 0 0 1", Line(page, "二.xlsx"));
        await Take("已导入 2 份");
        Assert.True(IsIn(await Now(Yi.Id), House.SecondBranch));
    }

    [Fact]
    public async Task Two_sheets_that_claim_one_person_are_decided_by_somebody()
    {
        var page = await Results(("一.xlsx", await SheetOf(House.FirstBranch)), ("二.xlsx", Add(await SheetOf(House.SecondBranch), "乙二", "1985.6", "2010.6")));
        Assert.Equal("第二党支部 1 处要您定 2 行 0 0 0 0 0 1", Line(page, "二.xlsx"));
        Assert.Equal(["第 6 行 乙二：《一.xlsx》里乙二仍在第一党支部；按哪份表登记请选定"], Asked(page, "二.xlsx"));
        page = await Answer(Preview(page, "二.xlsx"), yes: false);
        Assert.Equal("第二党支部 没有变动 2 行 0 0 0 0 0 1", Line(page, "二.xlsx"));
        page = await Answer(Preview(page, "二.xlsx"), yes: true);
        Assert.Equal("第二党支部 可以导入 2 行 0 0 1 0 0 1", Line(page, "二.xlsx"));

        page = await (await Committee.Submit(Preview(page, "二.xlsx"))).Leads(Committee, "已导入：新登记 0 人，变动 1 人");   // one by one leads back to the others
        Assert.Equal(["一.xlsx"], page.QuerySelectorAll("tr[data-file]").Select(r => r.GetAttribute("data-file")));
        Assert.Contains("乙二：发出以后名册改过（所在支部：第一党支部 → 第二党支部），表里没有动，以名册为准", Assert.Single(Hints(page, "一.xlsx")), StringComparison.Ordinal);
        await Take();
        Assert.True(IsIn(await Now(Yi.Id), House.SecondBranch));
    }

    [Fact]
    public async Task Somebody_new_on_two_sheets_is_asked_about_on_both_and_registered_once()
    {
        var page = await Results(("一.xlsx", Add(await SheetOf(House.FirstBranch), "新来", "1995.1", "2020.7")), ("二.xlsx", Add(await SheetOf(House.SecondBranch), "新来", "1995.1", "2020.7")));
        Assert.Equal(["第 7 行 新来：《二.xlsx》第 6 行也写着新来，编入第二党支部；按哪份表登记请选定"], Asked(page, "一.xlsx"));
        Assert.Equal(["第 6 行 新来：《一.xlsx》第 7 行也写着新来，编入第一党支部；按哪份表登记请选定"], Asked(page, "二.xlsx"));
        await Answer(Preview(page, "二.xlsx"), yes: true);
        await Answer(Preview(page, "一.xlsx"), yes: false);
        await Take("已导入 2 份");
        Assert.True(IsIn(Assert.Single(await Everybody("新来")), House.SecondBranch));
    }

    [Fact]
    public async Task After_one_of_two_that_claim_somebody_was_taken_the_other_does_not_move_them_unasked()
    {
        var second = Add(await SheetOf(House.SecondBranch), "新来", "1995.1", "2020.7");
        await Results(("一.xlsx", Add(await SheetOf(House.FirstBranch), "新来", "1995.1", "2020.7")));
        await Take("已导入 1 份");
        Assert.Equal(["第 6 行 新来：新来在发出以后（2026-03-10）登记到第一党支部；按哪份表登记请选定"], Asked(await Results(("二.xlsx", second)), "二.xlsx"));
    }

    [Fact]
    public async Task The_same_unit_twice_is_neither_taken_until_one_is_given_up()
    {
        var sheet = await SheetOf(House.FirstBranch);
        var page = await Results(("一.xlsx", Change(sheet, "甲一", ('C', "男"))), ("又一.xlsx", sheet));
        Assert.Contains("交了两份", Line(page, "一.xlsx"), StringComparison.Ordinal);
        Assert.Contains("同一单位还有一份《一.xlsx》，内容不同", page.QuerySelector("section[data-result='又一.xlsx']")!.TextContent, StringComparison.Ordinal);
        await (await Committee.Submit(Returned)).Refuses("", "没有可以直接导入的文件");

        var other = page.QuerySelector("tr[data-file='又一.xlsx'] button[name='Form.GiveUp']")!.GetAttribute("value")!;
        page = await (await Committee.SubmitForm(page, Returned, "main form[method=post]", ("Form.GiveUp", other))).Leads(Committee, "已取消");
        Assert.Equal("第一党支部 可以导入 2 行 0 1 0 0 0 1", Line(page, "一.xlsx"));
    }

    [Fact]
    public async Task On_an_older_sheet_a_cell_that_was_left_alone_does_not_undo_what_the_roster_has_learned_since()
    {
        var sheet = await SheetOf(House.FirstBranch);
        await (await Committee.Submit($"/people/{Jia.Id}/edit", ("Form.BirthMonth", "1981-04"))).Leads(Committee, "");
        await Somebody("后来", new(1996, 1, 1), House.FirstBranch);

        var page = await Results(("一.xlsx", Change(sheet, "甲一", ('C', "男"))));
        Assert.Equal("第一党支部 可以导入 2 行 0 1 0 0 0 1", Line(page, "一.xlsx"));
        Assert.Equal(["甲一：性别：女 → 男"], Moving(page, "一.xlsx"));
        Assert.Equal(["发出以后名册里新来的 1 人不在这份表里，不动：后来", "第 5 行：甲一：发出以后名册改过（出生年月：1980年5月 → 1981年4月），表里没有动，以名册为准"], Hints(page, "一.xlsx"));
        await Take();
        Assert.Equal(new DateOnly(1981, 4, 1), (await Now(Jia.Id)).BirthMonth);
    }

    [Theory]
    [InlineData(true, 9)]
    [InlineData(false, 4)]
    public async Task Where_sheet_and_roster_changed_to_different_things_somebody_says_which_stands(bool bySheet, int month)
    {
        var sheet = await SheetOf(House.FirstBranch);
        await (await Committee.Submit($"/people/{Jia.Id}/edit", ("Form.BirthMonth", "1981-04"))).Leads(Committee, "");
        var page = await Results(("一.xlsx", Change(sheet, "甲一", ('D', "1981.9"), ('C', "男"))));
        Assert.Equal(["第 5 行 甲一：发出以后名册也改了（出生年月：发出时1980年5月，名册现在1981年4月，表里1981年9月），以哪个为准请选定"], Asked(page, "一.xlsx"));

        await Answer(Preview(page, "一.xlsx"), bySheet);
        await Take();
        Assert.Equal((new DateOnly(1981, month, 1), Sex.Male), ((await Now(Jia.Id)).BirthMonth, (await Now(Jia.Id)).Sex));
    }

    [Fact]
    public async Task A_name_that_was_changed_is_a_correction_or_another_person_as_somebody_says()
    {
        var page = await Results(("一.xlsx", Change(await SheetOf(House.FirstBranch), "甲一", ('B', "甲壹"))));
        Assert.Equal(["第 5 行 甲壹：发出时这一行是甲一，姓名改了：是更正还是换了人，请选定"], Asked(page, "一.xlsx"));
        page = await Answer(Preview(page, "一.xlsx"), yes: true);
        Assert.Equal(["甲壹：姓名：甲一 → 甲壹"], Moving(page, "一.xlsx"));

        page = await Answer(Preview(page, "一.xlsx"), yes: false);
        Assert.Equal(["甲一：发出时在第 5 行，表里没有了：是离开还是漏了，请选定"], Asked(page, "一.xlsx"));
        Assert.Equal(["甲壹：新登记"], Moving(page, "一.xlsx"));
    }

    [Fact]
    public async Task Whoever_has_left_since_or_was_moved_since_is_not_brought_back_by_an_older_sheet()
    {
        var sheet = await SheetOf(House.FirstBranch);
        await (await Committee.Submit($"/people/{Jia.Id}/move", ("Form.Leaves", "true"), ("Form.On", "2026-03-10"))).Leads(Committee, "已登记调离");
        await (await Committee.Submit($"/people/{Yi.Id}/move", ("Form.Branch", $"{House.SecondBranch.Id}"), ("Form.On", "2026-03-10"))).Leads(Committee, "已调整");

        var page = await Results(("一.xlsx", Change(sheet, "乙二", ('C', "男"))));
        Assert.Equal("第一党支部 可以导入 2 行 0 1 0 0 0 1", Line(page, "一.xlsx"));
        Assert.Equal(["乙二：性别：女 → 男"], Moving(page, "一.xlsx"));
        await Take();
        Assert.True((await Now(Jia.Id)).HasLeft && IsIn(await Now(Yi.Id), House.SecondBranch));
    }

    [Fact]
    public async Task An_earlier_day_given_with_the_drop_does_not_date_back_what_was_registered_since()
    {
        var wu = await Somebody("戊五", new(1988, 1, 1), House.FirstBranch);
        var sheet = await SheetOf(House.FirstBranch);
        App.Clock.Advance(TimeSpan.FromDays(5));
        await (await Committee.Submit($"/people/{wu.Id}/move", ("Form.Department", $"{House.General.Id}"), ("Form.On", "2026-03-14"))).Leads(Committee, "已调整");
        await Committee.SubmitFiles(Url, "Form.File", [("一.xlsx", Change(sheet, "戊五", ('C', "男")))], ("Form.AsOf", "2026-03-01"));

        var page = await Committee.Open(Returned);
        Assert.Contains("变动从 2026年3月10日 起", page.QuerySelector("section[data-result='一.xlsx']")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(["戊五：性别：女 → 男"], Moving(page, "一.xlsx"));
        await Take();
        Assert.Equal(new DateOnly(2026, 3, 14), (await Now(wu.Id)).Memberships.Single(m => m.UnitId == House.General.Id).From);
    }

    [Fact]
    public async Task What_was_emptied_a_post_that_is_no_longer_written_and_what_was_added_around_are_pointed_at_and_change_nothing()
    {
        await App.Given(new Exemplar.Organization.Post { UnitId = House.FirstBranch.Id, PersonId = Yi.Id, Kind = Exemplar.Organization.PostKind.OrganizationMember, From = new(2026, 1, 1), Basis = "选举" });
        var sheet = Change(await SheetOf(House.FirstBranch), "乙二", ('C', null), ('J', null));
        var page = await Results(("一.xlsx", SheetPen.On(sheet, pen => pen.Put(Roster, "M4", "民族").Put(Roster, "M5", "汉"))));
        Assert.Equal("第一党支部 没有变动 2 行 0 0 0 0 0 2", Line(page, "一.xlsx"));
        Assert.Equal(["另加的列“民族”没有读：名册没有这一项", "第 6 行 C 列：性别清空了，名册里的不动；确实要去掉，请在名册里更正", "第 6 行 J 列：表里不再写“组织委员”，职务不动；离任请在单位页登记"], Hints(page, "一.xlsx"));
    }

    [Fact]
    public async Task A_unit_that_nobody_knows_and_a_member_without_a_branch_wait_for_somebody()
    {
        var page = await Results(("一.xlsx", Change(await SheetOf(House.FirstBranch), "甲一", ('H', "第九党支部"))), ("科.xlsx", Change(await SheetOf(House.General), "丁四", ('E', "预备党员"))));
        Assert.Equal(["党支部“第九党支部”系统里没有，是新设还是写错了请选定"], Asked(page, "一.xlsx"));
        Assert.Equal(["第 5 行 H 列：党员须编入一个支部"], Wrong(page, "科.xlsx"));
    }

    [Fact]
    public async Task Rows_that_were_sorted_or_lost_their_numbers_are_still_whose_they_are()
    {
        var sheet = await SheetOf(House.FirstBranch);
        var swapped = SheetPen.On(sheet, pen =>
        {
            foreach (var (column, n) in "ABCDEFGHIJKL".Select((c, i) => (c, i)))
            {
                var (upper, lower) = (Cell(sheet, First, n), Cell(sheet, First + 1, n));
                pen.Put(Roster, $"{column}{First}", column == 'A' ? null : lower).Put(Roster, $"{column}{First + 1}", upper);
            }
        });
        var page = await Results(("一.xlsx", swapped));
        Assert.Equal("第一党支部 没有变动 2 行 0 0 0 0 0 2", Line(page, "一.xlsx"));

        static string? Cell(byte[] sheet, int row, int column) => Exemplar.Documents.Sheets.SheetReader.ReadAll(sheet).Value![0].Rows.Single(r => r.Number == row)[column].Text is { Length: > 0 } text ? text : null;
    }
}
