using Exemplar.Meetings;
using Exemplar.Organization;
using Exemplar.Platform.Security;
using Exemplar.Tests.Documents.Templates;
using Exemplar.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Exemplar.Tests.Meetings.Offers;

/// <summary>Superiors' forms about organizational life, filled through their pages. On 10 March 2026 both branches are kept since January.</summary>
public sealed class LifeOffersTests : MeetingHouse
{
    private const string FirstQuarter = "Quarter:2026-01-01";

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        await App.Keep(new(2026, 1, 1), House.FirstBranch, House.SecondBranch);
        await Belongs("王五", Exemplar.People.MemberStatus.Full, House.SecondBranch);
    }

    private static async Task<string> Pointed(HttpClient clerk, byte[] blank, string name)
    {
        var point = (await clerk.SubmitFile("/forms/new", "Form.File", name, blank)).Headers.Location!.OriginalString;
        return (await clerk.Submit(point)).Headers.Location!.OriginalString;
    }

    /// <summary>Of branches with nothing on record it is said that they held nothing, unless <paramref name="clerk"/> says otherwise first.</summary>
    private static async Task<byte[]> Fill(HttpClient clerk, string form, params (string, string)[] answers) => await Taken(clerk, form, await clerk.Submit(form, answers), "NotHeld");

    private static async Task<byte[]> Taken(HttpClient clerk, string form, HttpResponseMessage answer, string noRecord)
    {
        if (answer.StatusCode is System.Net.HttpStatusCode.UnprocessableEntity && await answer.Read() is var asked && asked.QuerySelector("[name='Form.NoRecord']") is not null)
            answer = await clerk.SubmitForm(asked, form, "main form[method=post]", ("Form.NoRecord", noRecord));
        Assert.True(answer.IsSuccessStatusCode, $"{(int)answer.StatusCode}: {(await answer.Read()).QuerySelector(".error:not(:empty), .notice.bad")?.TextContent}");
        return await answer.Content.ReadAsByteArrayAsync();
    }

    /// <summary>Meetings of the first branch as a register tells them: 应到 and 实到, where they are written.</summary>
    private async Task Import(params string[] rows)
    {
        var register = $"# 台账\n时间|会议类型|党支部|应到|实到\n{string.Join('\n', rows)}";
        var url = (await Committee.SubmitFile("/meetings/past", "Form.File", "2026年台账.xlsx", WorkbookText.Bytes(register))).Headers.Location!.OriginalString;
        await (await Committee.Submit(url)).Leads(Committee, "已导入");
    }

    [Fact]
    public async Task What_an_import_left_behind_is_said_before_and_after_the_numbers_are_taken_away()
    {
        await Import("2026-01-08|支委会|第一党支部|3|3", "某天|主题党日|第一党支部|4|4");
        var form = await Pointed(Committee, LifeBlanks.QuarterTable().File, "三会一课.xlsx");
        Assert.Contains((await Committee.Open(form)).QuerySelectorAll("p.notice"), p => p.TextContent.Contains("《2026年台账.xlsx》1 次，次数和人次可能少算", StringComparison.Ordinal));
        var answer = await Committee.Submit(form);
        if (answer.StatusCode is System.Net.HttpStatusCode.UnprocessableEntity) answer = await Committee.SubmitForm(await answer.Read(), form, "main form[method=post]", ("Form.NoRecord", "NotHeld"));
        Assert.Contains("次数和人次可能少算", Uri.UnescapeDataString(string.Concat(answer.Headers.Concat(answer.Content.Headers).SelectMany(h => h.Value))), StringComparison.Ordinal);
    }

    /// <summary>A section and a 领导小组办公室 hold no meetings; of a list of tasks they are asked for.</summary>
    [Fact]
    public async Task A_table_of_branches_is_filled_for_branches_alone()
    {
        var page = await Committee.Open(await Pointed(Committee, LifeBlanks.QuarterTable().File, "三会一课.xlsx"));
        Assert.Equal([House.FirstBranch.Id, House.SecondBranch.Id], page.QuerySelectorAll("input[value^='unit:']").Select(i => Guid.Parse(i.GetAttribute("value")!["unit:".Length..])));

        page = await Committee.Open(await Pointed(Committee, Blanks.SingleHeading(), "任务.xlsx"));
        Assert.NotNull(page.QuerySelector($"input[value='unit:{House.GroupOffice.Id}']"));
    }

    [Fact]
    public async Task Each_branch_is_a_row_in_organization_order_with_what_was_required_and_held_and_the_sums_below()
    {
        await Held();
        await Held(MeetingKind.PartyDay, new(2026, 2, 6));
        await Held(MeetingKind.PartyDay, new(2026, 3, 3));
        var form = await Pointed(Committee, LifeBlanks.QuarterTable().File, "三会一课.xlsx");

        var page = await Committee.Open(form);
        Assert.Equal(FirstQuarter, page.QuerySelector("select[name='Form.Period'] option[selected]")!.GetAttribute("value"));
        Assert.Contains("表上写着2026年一季度", page.QuerySelector("#Form_Period-hint")!.TextContent, StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("input[value^='source:']"));   // which campaigns makes no difference here

        var cells = FilledFile.Cells(await Fill(Committee, form));
        Assert.Equal(("1", "第一党支部", "4"), (cells["A5"], cells["B5"], cells["C5"]));
        Assert.Equal(("1", "1"), (cells["D5"], cells["E5"]));   // members: once a quarter
        Assert.Equal(("0", "0"), (cells["F5"], cells["G5"]));   // too few full members for a committee
        Assert.Equal(("3", "2"), (cells["L5"], cells["M5"]));   // party days: each month
        Assert.Equal(("第二党支部", "1", "1", "0"), (cells["B6"], cells["C6"], cells["D6"], cells["E6"]));
        Assert.Equal(("5", "2", "1", "6", "2"), (cells["C7"], cells["D7"], cells["E7"], cells["L7"], cells["M7"]));
        Assert.False(cells.ContainsKey("N5"));
    }

    [Fact]
    public async Task Where_the_table_names_its_branches_each_gets_its_own_row_and_what_does_not_meet_is_asked_about()
    {
        await Held();
        var blank = LifeBlanks.NamedQuarterTable("第二党支部", "中共市府办第一支部委员会");
        var cells = FilledFile.Cells(await Fill(Committee, await Pointed(Committee, blank, "三季度.xlsx"), ("Form.Period", FirstQuarter)));
        Assert.Equal(("第二党支部", "0", "中共市府办第一支部委员会", "1"), (cells["B4"], cells["C4"], cells["B5"], cells["C5"]));

        // The same blank as far as its columns go: it is known, and its rows are others.
        var form = (await Committee.SubmitFile("/forms/new", "Form.File", "另一份.xlsx", LifeBlanks.NamedQuarterTable("第二党支部", "老干部党支部"))).Headers.Location!.OriginalString;
        var refused = await (await Committee.Submit(form, ("Form.Period", FirstQuarter))).Read();
        Assert.Equal("表里写着的“老干部党支部”没有对上，这几行会空着，有合计的也空着；“第一党支部”在表里没有一行，不会填进去", refused.ErrorAt("LeaveOpen"));
        var answer = await Committee.SubmitForm(refused, form, "main form[method=post]", ("Form.LeaveOpen", "true"));
        cells = FilledFile.Cells(await Taken(Committee, form, answer, "NotHeld"));
        Assert.Equal(("第二党支部", "0", "老干部党支部", false), (cells["B4"], cells["C4"], cells["B5"], cells.ContainsKey("C5")));
    }

    [Fact]
    public async Task How_many_came_is_a_sum_of_all_meetings_or_left_open()
    {
        await Import("2026-01-15|支部党员大会|第一党支部|5|4", "2026-02-15|支部党员大会|第一党支部||3");
        var form = await Pointed(Committee, LifeBlanks.Attendance(), "人次.xlsx");
        Assert.Contains("那一格人次空着", (await Committee.Open(form)).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        var cells = FilledFile.Cells(await Fill(Committee, form, ("Form.Period", FirstQuarter)));
        Assert.Equal(("2", "9", "7", "77.8%"), (cells["B2"], cells["C2"], cells["D2"], cells["E2"]));   // the roster of 15 February has four

        await Import("2026-03-05|支部党员大会|第一党支部|5|");
        cells = FilledFile.Cells(await Fill(Committee, form, ("Form.Period", FirstQuarter)));
        Assert.Equal(("3", "14", false, "77.8%"), (cells["B2"], cells["C2"], cells.ContainsKey("D2"), cells["E2"]));

        await Import("2026-03-06|支部党员大会|第一党支部||6");   // more than the roster has: guests were among them
        cells = FilledFile.Cells(await Fill(Committee, form, ("Form.Period", FirstQuarter)));
        Assert.Equal(("4", false, false), (cells["B2"], cells.ContainsKey("C2"), cells.ContainsKey("D2")));
    }

    /// <summary>The first branch's 应到 is not known, for more came than its roster has: a total of the others below it would be reported upward as that of all.</summary>
    [Fact]
    public async Task A_total_below_a_cell_that_nobody_knows_stays_open_too()
    {
        await Import("2026-01-15|支部党员大会|第一党支部||9", "2026-01-16|支部党员大会|第二党支部|1|1");
        var form = await Pointed(Committee, LifeBlanks.AttendanceWithSums(), "人次.xlsx");
        Assert.Contains("那一列的合计也空着", (await Committee.Open(form)).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        var cells = FilledFile.Cells(await Fill(Committee, form, ("Form.Period", FirstQuarter)));
        Assert.Equal((false, "1"), (cells.ContainsKey("C2"), cells["C3"]));
        Assert.Equal(("合计", "2", false, "10"), (cells["A4"], cells["B4"], cells.ContainsKey("C4"), cells["D4"]));
    }

    [Fact]
    public async Task A_branch_with_nothing_on_record_is_asked_about_before_a_0_is_reported_of_it()
    {
        await Held();
        var form = await Pointed(Committee, LifeBlanks.QuarterTable().File, "三会一课.xlsx");
        var asked = await Committee.Submit(form, ("Form.Period", FirstQuarter));
        await asked.Refuses("NoRecord", "第二党支部在这一期没有任何记录：是没有开，还是没有录入？");
        Assert.Equal(0, await App.Read(db => db.FormFillings.CountAsync()));

        var open = FilledFile.Cells(await Taken(Committee, form, await Committee.Submit(form, ("Form.Period", FirstQuarter)), "NotEntered"));
        Assert.Equal(("1", "1"), (open["D6"], open["E5"]));   // what is required is known
        Assert.False(open.ContainsKey("E6") || open.ContainsKey("M6") || open.ContainsKey("E7") || open.ContainsKey("M7"));
        Assert.Equal("2", open["D7"]);
        var held = FilledFile.Cells(await Taken(Committee, form, await Committee.Submit(form, ("Form.Period", FirstQuarter)), "NotHeld"));
        Assert.Equal(("0", "1"), (held["E6"], held["E7"]));

        // An answer is of one period: for another it is asked anew.
        var page = await (await Committee.Submit(form, ("Form.Period", FirstQuarter))).Read();
        var other = await Committee.SubmitForm(page, form, "main form[method=post]", ("Form.NoRecord", "NotHeld"), ("Form.Period", "Quarter:2025-10-01"));
        await other.Refuses("NoRecord", "第一党支部、第二党支部在这一期没有任何记录");
    }

    [Fact]
    public async Task A_duty_of_the_year_is_asked_for_where_its_last_day_lies_and_counts_where_it_was_held()
    {
        await Held(MeetingKind.OrgLife, new(2026, 3, 6));
        var form = await Pointed(Committee, LifeBlanks.OneBranchCrossed().File.With("党课", "组织生活会"), "自查.xlsx");
        var quarter = FilledFile.Cells(await Fill(Committee, form, ("Form.Period", FirstQuarter), ("Form.Answers", $"unit:{House.FirstBranch.Id}")));
        Assert.Equal((false, "1"), (quarter.ContainsKey("B6"), quarter["C6"]));
        var year = FilledFile.Cells(await Fill(Committee, form, ("Form.Period", "Year:2026-01-01"), ("Form.Answers", $"unit:{House.FirstBranch.Id}")));
        Assert.Equal(("1", "1", "0"), (year["B6"], year["C6"], year["D6"]));
    }

    [Fact]
    public async Task Meetings_of_Party_groups_stand_in_the_row_of_their_branch()
    {
        var group = House.Found(UnitKind.PartyGroup, "第一党小组", House.FirstBranch);
        await House.Save();
        await App.Keep(new(2026, 1, 1), group);
        await App.Fact("held.group", group, new(2026, 2, 6));
        var cells = FilledFile.Cells(await Fill(Committee, await Pointed(Committee, LifeBlanks.QuarterTable().File, "表.xlsx")));
        Assert.Equal(("第一党支部", "3", "1"), (cells["B5"], cells["H5"], cells["I5"]));
    }

    [Fact]
    public async Task Where_the_blank_says_so_a_branch_without_Party_groups_gets_a_stroke_that_sums_pass_over()
    {
        var (third, group) = (House.Found(UnitKind.Branch, "第三党支部", House.Committee), House.Found(UnitKind.PartyGroup, "第一党小组", House.FirstBranch));
        var idle = House.Found(UnitKind.PartyGroup, "第一党小组", third);
        await House.Save();
        await App.Keep(new(2026, 1, 1), group, third, idle);
        await App.Fact("held.group", group, new(2026, 2, 6));

        var cells = FilledFile.Cells(await Fill(Committee, await Pointed(Committee, LifeBlanks.WithNote("注：没有党小组的，“党小组会次数”填“/”；于10月10日前报送。"), "有注.xlsx"), ("Form.Period", FirstQuarter)));
        Assert.Equal(("1", "/", "0", "1"), (cells["C3"], cells["C4"], cells["C5"], cells["C6"]));   // 0 where there are groups that did not meet
        Assert.Equal(("0", "0", "0"), (cells["D3"], cells["D4"], cells["E4"]));   // nothing else is a stroke

        // The same blank as far as its columns go, and without the note.
        var bare = (await Committee.SubmitFile("/forms/new", "Form.File", "无注.xlsx", LifeBlanks.WithNote("注：于10月10日前报送。"))).Headers.Location!.OriginalString;
        cells = FilledFile.Cells(await Fill(Committee, bare, ("Form.Period", FirstQuarter)));
        Assert.Equal(("1", "0", "0", "1"), (cells["C3"], cells["C4"], cells["C5"], cells["C6"]));
    }

    [Fact]
    public async Task Secretary_attendance_and_the_term_are_told()
    {
        await Held(answers: [("Form.Away", Zhang.Id.ToString()), ($"Form.Why[{Zhang.Id}]", "出差")]);
        await App.Fact("elected", House.FirstBranch, new(2024, 5, 20));
        var half = FilledFile.Cells(await Fill(Committee, await Pointed(Committee, LifeBlanks.ThreeRowHeading().File, "半年.xlsx")));
        Assert.Equal(("第一党支部", "书记甲", "75%"), (half["B6"], half["C6"], half["J6"]));
        Assert.Equal(("2", "1", "1"), (half["D6"], half["E6"], half["F6"]));   // the second quarter is still to come
        Assert.False(half.ContainsKey("J7"));   // nothing was held, so nobody was due

        var terms = FilledFile.Lines(await Fill(Committee, await Pointed(Committee, LifeBlanks.TermList().File, "换届.docx"), ("Form.Period", FirstQuarter)));
        Assert.Contains("1 | 第一党支部 | 书记甲 | 3 | 1 | 2024年5月20日 | 2027年5月19日 | ", terms);
    }

    [Fact]
    public async Task Each_meeting_is_a_row_of_the_ledger_and_kinds_narrow_it_down()
    {
        await Held(on: new(2026, 3, 6), answers: [("Form.Away", Zhang.Id.ToString()), ($"Form.Why[{Zhang.Id}]", "出差")]);
        await Held(MeetingKind.PartyDay, new(2026, 2, 6));
        var form = await Pointed(Secretary, LifeBlanks.MeetingLedger().File, "台账.docx");

        var lines = FilledFile.Lines(await Fill(Secretary, form, ("Form.Period", FirstQuarter), ("Form.Answers", $"unit:{House.FirstBranch.Id}")));
        Assert.StartsWith("支部名称：第一党支部", lines[1], StringComparison.Ordinal);
        Assert.EndsWith("统计时段：2026年一季度", lines[1], StringComparison.Ordinal);
        Assert.Equal("1 | 2026年2月6日 | 主题党日 | 学习讨论 | 三楼会议室 | 书记甲 | 委员乙 | 4 | 4 | 0", lines[3]);
        Assert.Equal("2 | 2026年3月6日 | 支部党员大会 | 学习讨论 | 三楼会议室 | 书记甲 | 委员乙 | 4 | 3 | 1", lines[4]);

        var days = FilledFile.Lines(await Fill(Secretary, form, ("Form.Period", FirstQuarter), ("Form.Answers", "kind:party-day")));
        Assert.Equal(2, days.Count(l => l.Contains('|') && l.Contains("2026", StringComparison.Ordinal)) + 1);
        var february = FilledFile.Lines(await Fill(Secretary, form, ("Form.From", "2026-02-02"), ("Form.To", "2026-02-28")));
        Assert.Contains(february, l => l.EndsWith("统计时段：2026年2月2日至2026年2月28日", StringComparison.Ordinal));
        Assert.DoesNotContain(february, l => l.Contains("3月6日", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Nobody_gets_more_than_they_may_see()
    {
        await Held();
        var form = await Pointed(Committee, LifeBlanks.LedgerOfAll().File, "清单.xlsx");
        var whole = FilledFile.Cells(await Fill(Committee, form, ("Form.Period", FirstQuarter)));
        Assert.Equal(("第一党支部", "学习讨论", "4"), (whole["A5"], whole["D5"], whole["E5"]));

        var bare = FilledFile.Cells(await Fill(await As(Role.CampaignOffice, House.Office), form, ("Form.Period", FirstQuarter)));   // dates and numbers
        Assert.Equal(("支部党员大会", false, "4"), (bare["C5"], bare.ContainsKey("D5"), bare["E5"]));

        var table = await Pointed(Committee, LifeBlanks.QuarterTable().File, "表.xlsx");
        var neighbour = FilledFile.Cells(await Fill(Neighbour, table));
        Assert.Equal(("第二党支部", false), (neighbour["B5"], neighbour.ContainsKey("B6")));
        Assert.False(FilledFile.Cells(await Fill(await As(Role.DepartmentHead, House.General), table)).ContainsKey("B5"));
        await (await Neighbour.Submit(form, ("Form.Period", FirstQuarter), ("Form.Answers", $"unit:{House.FirstBranch.Id}"))).Refuses("", "有一个选项不在您的范围内");
    }

    [Theory]
    [InlineData("", "", "")]
    [InlineData("Quarter:2026-02-01", "", "")]
    [InlineData("Week:2026-01-01", "", "")]
    [InlineData("Quarter:2026-01-01", "2026-01-01", "")]
    public async Task Without_a_whole_period_nothing_is_filled(string period, string from, string to)
    {
        var form = await Pointed(Committee, LifeBlanks.QuarterTable().File, "表.xlsx");
        await (await Committee.Submit(form, ("Form.Period", period), ("Form.From", from), ("Form.To", to))).Refuses("Period", "请选择统计期间");
        Assert.Equal(0, await App.Read(db => db.FormFillings.CountAsync()));
    }
}

file static class BlankText
{
    /// <summary>The same workbook with another word in it.</summary>
    public static byte[] With(this byte[] workbook, string word, string other)
    {
        using var file = new MemoryStream();
        file.Write(workbook);
        using (var zip = new System.IO.Compression.ZipArchive(file, System.IO.Compression.ZipArchiveMode.Update, leaveOpen: true))
        {
            var entry = zip.GetEntry("xl/sharedStrings.xml")!;
            string text;
            using (var reader = new StreamReader(entry.Open())) text = reader.ReadToEnd();
            entry.Delete();
            using var writer = new StreamWriter(zip.CreateEntry("xl/sharedStrings.xml").Open());
            writer.Write(text.Replace($">{word}<", $">{other}<", StringComparison.Ordinal));
        }
        return file.ToArray();
    }
}
