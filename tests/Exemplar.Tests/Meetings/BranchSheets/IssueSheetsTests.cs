using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Exemplar.Documents.Sheets;
using Exemplar.Meetings;
using Exemplar.Organization;
using Exemplar.People;
using Exemplar.Platform.Security;
using Exemplar.Tests.Support;
using X = DocumentFormat.OpenXml.Spreadsheet;

namespace Exemplar.Tests.Meetings.BranchSheets;

public sealed class IssueSheetsTests : SheetHouse
{
    private static List<string> Column(Sheet sheet, int column) => [.. sheet.Rows.Select(r => r[column].Text)];

    private static List<Sheet> Shown(byte[] file) => [.. SheetReader.ReadAll(file).Value!];

    [Fact]
    public async Task One_click_gives_a_packed_file_with_a_sheet_for_each_branch_in_organization_order()
    {
        var page = await Committee.Open($"/meetings/sheets?Period={February}");
        var button = page.QuerySelector("main form[method=get] button.primary")!;

        Assert.Equal(("/meetings/sheets/issue", "下载填报表（2 份）", February), (button.GetAttribute("formaction"), button.TextContent, page.QuerySelector<IHtmlSelectElement>("#Period")!.Value));
        Assert.Equal(["01 第一党支部 2026年2月填报表.xlsx", "02 第二党支部 2026年2月填报表.xlsx"], (await Issued(Committee)).Select(f => f.Name));
        Assert.Equal(["01 第一党支部 2026年2月填报表.xlsx"], (await Issued(Secretary)).Select(f => f.Name));
    }

    [Fact]
    public async Task A_sheet_holds_the_roster_with_who_came_and_went_and_the_kinds_of_its_branch()
    {
        await Belongs("王五", MemberStatus.Full, House.FirstBranch, from: new(2026, 2, 10), to: new(2026, 2, 20));
        await Belongs("赵六", MemberStatus.Full, House.FirstBranch, from: new(2026, 1, 1), to: new(2026, 1, 31));
        var group = House.Found(UnitKind.PartyGroup, "第一党小组", House.FirstBranch);
        await House.Save();

        var sheets = Shown(await OfFirstBranch());
        Assert.Equal([Meetings, Roll], sheets.Select(s => s.Name));
        Assert.Equal("第一党支部2026年2月组织生活填报表", sheets[0].Rows[0][0].Text);
        Assert.Equal(["书记甲", "委员乙", "李四", "王五", "张三"], Column(sheets[1], 1).Skip(3));   // the second row of the heading holds formulas alone
        Assert.Equal(["书记", "组织委员", "", "2月10日转入，2月20日转出", ""], Column(sheets[1], 2).Skip(3));

        var mark = SheetReader.ReadAll(await OfFirstBranch(), "填报表标记").Value!.Marked!;
        Assert.Equal(["支部党员大会", "支委会", "党课", "主题党日", "组织生活会", "民主评议党员", "党小组会（第一党小组）", "组织生活会（第一党小组）"], mark.Rows.Where(r => r[0].Text == "kind").Select(r => r[1].Text));
        Assert.Contains($"{group.Id}", mark.Rows.Where(r => r[0].Text == "kind").Select(r => r[2].Text));
    }

    [Fact]
    public async Task Namesakes_are_told_apart_by_the_month_of_their_birth()
    {
        await House.Somebody("张三", House.FirstBranch);

        var names = Column(Shown(await OfFirstBranch())[1], 1);
        Assert.Equal(2, names.Count(n => n.StartsWith("张三（", StringComparison.Ordinal)));
        Assert.Equal(names.Count, names.Distinct().Count() + names.Count(n => n.Length == 0) - (names.Any(n => n.Length == 0) ? 1 : 0));
    }

    [Fact]
    public async Task What_is_on_record_stands_in_locked_rows_and_entry_begins_below()
    {
        await Held(MeetingKind.PartyDay, new(2026, 2, 6));
        await Held(MeetingKind.PartyDay, new(2026, 3, 6));
        var file = await OfFirstBranch();

        var row = Shown(file)[0].Rows.Single(r => r[0].Text == "在册");
        Assert.Equal((5, "2026-02-06", "主题党日", "学习讨论", "应到 4 人，实到 4 人"), (row.Number, row[1].Text, row[2].Text, row[3].Text, row[11].Text));
        using var document = SpreadsheetDocument.Open(new MemoryStream(file), isEditable: false);
        Assert.False(IsOpen(document, Meetings, "D5"));
        Assert.True(IsOpen(document, Meetings, "D6"));
        Assert.Equal("1", Shown(file)[0].Rows.Single(r => r.Number == 6)[0].Text);
    }

    [Fact]
    public async Task Layout_is_protected_and_cells_to_fill_in_are_open_with_lists_and_dates_that_are_checked()
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(await OfFirstBranch()), isEditable: false);

        foreach (var part in document.WorkbookPart!.WorksheetParts) Assert.True(part.Worksheet.GetFirstChild<X.SheetProtection>()!.Sheet!.Value);
        Assert.True(document.WorkbookPart.Workbook.WorkbookProtection!.LockStructure!.Value);
        Assert.Equal([false, true, true, true], new[] { "A5", "B5", "C5", "M5" }.Select(at => IsOpen(document, Meetings, at)));
        Assert.Equal([false, false, true], new[] { "B5", "D4", "D5" }.Select(at => IsOpen(document, Roll, at)));

        var rules = Part(document, Meetings).Worksheet.GetFirstChild<X.DataValidations>()!.Elements<X.DataValidation>().ToDictionary(r => r.SequenceOfReferences!.InnerText!);
        Assert.Equal(("46054", "46081"), (rules["B5:B12"].Formula1!.Text, rules["B5:B12"].Formula2!.Text));   // 1 and 28 February 2026
        Assert.Equal("'填报表标记'!$B$6:$B$11", rules["C5:C12"].Formula1!.Text);
        Assert.Equal("\"出席,请假,缺席\"", Part(document, Roll).Worksheet.GetFirstChild<X.DataValidations>()!.Elements<X.DataValidation>().Single().Formula1!.Text);
        Assert.Equal(X.PaneStateValues.Frozen, Part(document, Meetings).Worksheet.Descendants<X.Pane>().Single().State!.Value);
        Assert.All(document.WorkbookPart.WorksheetParts.Select(p => p.Worksheet.GetFirstChild<X.PageSetup>()!), p => Assert.Equal((9U, X.OrientationValues.Landscape), (p.PaperSize!.Value, p.Orientation!.Value)));
        Assert.Equal(["'会议'!$A:$C,'会议'!$1:$4", "'到会'!$A:$C,'到会'!$1:$4"], document.WorkbookPart.Workbook.DefinedNames!.Select(n => n.InnerText));
    }

    [Theory]
    [InlineData("Month:2026-03-01")]
    [InlineData("Quarter:2026-01-01")]
    [InlineData("HalfYear:2026-01-01")]
    [InlineData("Year:2025-01-01")]
    public async Task Every_sheet_is_valid_to_the_schema(string period)
    {
        await Held(MeetingKind.Committee, new(2026, 3, 4));
        foreach (var (_, file) in await Issued(Committee, period))
        {
            using var document = SpreadsheetDocument.Open(new MemoryStream(file), isEditable: false);
            foreach (var version in new[] { FileFormatVersions.Office2010, FileFormatVersions.Office2019, FileFormatVersions.Microsoft365 })
                Assert.Empty(new OpenXmlValidator(version).Validate(document).Select(e => $"{e.Path?.XPath} {e.Description}"));
        }
    }

    [Fact]
    public async Task Nothing_is_asked_that_nobody_may_store()
    {
        foreach (var sheet in Shown(await OfFirstBranch()))
            foreach (var heading in sheet.Rows.Where(r => r.Number is 3 or 4).SelectMany(r => r.Cells.Take(13)))
                Assert.DoesNotContain(new[] { "身份证", "电话", "手机", "工资", "住址" }, w => heading.Text.Contains(w, StringComparison.Ordinal) && heading.Text.Length < 12);
    }

    [Fact]
    public async Task Only_who_records_meetings_gets_them_and_only_for_a_period_that_has_begun()
    {
        const string url = $"/meetings/sheets/issue?Period={February}";
        Assert.Equal(HttpStatusCode.Forbidden, (await Member.GetAsync(url)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await Inspector.GetAsync(url)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await (await As(Role.DepartmentHead, House.General)).GetAsync(url)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await Recorder.GetAsync("/meetings/sheets/issue")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await Committee.GetAsync("/meetings/sheets/issue?Period=Month:2026-04-01")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await Committee.GetAsync("/meetings/sheets/issue?Period=x")).StatusCode);
    }

    private static WorksheetPart Part(SpreadsheetDocument document, string sheet) =>
        (WorksheetPart)document.WorkbookPart!.GetPartById(document.WorkbookPart.Workbook.Sheets!.Elements<X.Sheet>().Single(s => s.Name == sheet).Id!);

    private static bool IsOpen(SpreadsheetDocument document, string sheet, string at)
    {
        var style = Part(document, sheet).Worksheet.Descendants<X.Cell>().Single(c => c.CellReference == at).StyleIndex!.Value;
        return !document.WorkbookPart!.WorkbookStylesPart!.Stylesheet.CellFormats!.Elements<X.CellFormat>().ElementAt((int)style).Protection!.Locked!.Value;
    }
}
