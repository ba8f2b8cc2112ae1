using System.Net;
using AngleSharp.Dom;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Exemplar.Documents.Sheets;
using Exemplar.Organization;
using Exemplar.People.RosterSheets;
using Exemplar.Platform.Security;
using Exemplar.Tests.Support;
using X = DocumentFormat.OpenXml.Spreadsheet;

namespace Exemplar.Tests.People.RosterSheets;

public sealed class IssueRosterSheetsTests : RosterSheetHouse
{
    private static List<string> Rows(byte[] file) => [.. SheetReader.ReadAll(file).Value![0].Rows.Skip(3).Select(r => string.Join('|', r.Cells.Select(c => c.Text)))];

    [Fact]
    public async Task One_press_gives_a_packed_file_with_a_sheet_for_each_chosen_unit_in_organization_order()
    {
        var page = await Committee.Open(Url);
        Assert.Equal(["综合科 1 人 ", "第一党支部 2 人 ticked", "第二党支部 1 人 ticked"], page.QuerySelectorAll("main form[method=get] label").Select(l => $"{l.TextContent} {(l.QuerySelector("[checked]") is null ? "" : "ticked")}").Order(StringComparer.Ordinal).OrderBy(l => l.Contains("党支部", StringComparison.Ordinal)));
        Assert.Equal("/people/sheets/issue", page.QuerySelector("main form[method=get]")!.GetAttribute("action"));

        Assert.Equal(["01 第一党支部 名册表 2026-03-10.xlsx", "02 第二党支部 名册表 2026-03-10.xlsx"], (await Issued()).Select(f => f.Name));
        Assert.Equal(["01 综合科 名册表 2026-03-10.xlsx", "02 第二党支部 名册表 2026-03-10.xlsx"], (await Issued(House.SecondBranch, House.General)).Select(f => f.Name));
    }

    [Fact]
    public async Task A_sheet_holds_who_is_on_the_roster_today_members_in_their_branch_and_everybody_else_in_their_department()
    {
        await App.Given(new Post { UnitId = House.FirstBranch.Id, PersonId = Yi.Id, Kind = PostKind.Secretary, From = new(2026, 1, 1), Basis = "选举" });
        Assert.Equal(
        [
            "序号|姓名|性别|出生年月|政治面貌|入党时间|转正时间|所在支部|科室|党内职务|人员状态|备注",
            "1|甲一|女|1980年5月|中共党员|2005年5月|2006年5月|第一党支部|综合科||在职",
            "2|乙二|女|1985年6月|中共党员|2010年6月|2011年6月|第一党支部|秘书科|书记|在职",
        ], Rows(await SheetOf(House.FirstBranch)));
        Assert.Equal(["1|丁四|女|1992年8月|群众||||综合科||在职"], Rows(await SheetOf(House.General)).Skip(1));
    }

    [Fact]
    public async Task A_sheet_says_itself_whose_it_is_is_protected_has_lists_and_is_valid()
    {
        var file = await SheetOf(House.FirstBranch);
        var mark = RosterSheetMark.Read(SheetReader.ReadAll(file, RosterSheetMark.Name).Value!.Marked)!;
        Assert.Equal((House.FirstBranch.Id, new DateOnly(2026, 3, 10)), (mark.UnitId, mark.IssuedOn));
        Assert.Equal([Jia.Id, Yi.Id], mark.Rows.Select(r => r.PersonId));

        using var document = SpreadsheetDocument.Open(new MemoryStream(file), isEditable: false);
        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Office2019).Validate(document).Select(e => $"{e.Path?.XPath}: {e.Description}"));
        Assert.Equal(["名册 ", "名册表标记 hidden"], document.WorkbookPart!.Workbook.Sheets!.Elements<X.Sheet>().Select(s => $"{s.Name} {s.State}"));
        var sheet = document.WorkbookPart.WorksheetParts.First(p => p.Worksheet.Descendants<X.DataValidation>().Any()).Worksheet;
        Assert.True(sheet.GetFirstChild<X.SheetProtection>()!.Sheet!.Value);
        Assert.Equal(["\"男,女\"", "\"中共党员,预备党员,留党察看,群众\"", "'名册表标记'!$B$4:$B$5", "'名册表标记'!$B$6:$B$8", "\"书记,副书记,组织委员,宣传委员,纪检委员,委员\"", "\"在职,退休,调离\""], sheet.Descendants<X.Formula1>().Select(f => f.Text));
    }

    [Fact]
    public async Task Who_imports_rosters_may_and_only_for_units_of_their_own()
    {
        await (await As(Role.BranchSecretary, House.FirstBranch)).IsShut($"{Url}/issue", HttpStatusCode.Forbidden);
        Assert.Equal(HttpStatusCode.NotFound, (await Committee.GetAsync($"{Url}/issue?unit={Guid.CreateVersion7()}")).StatusCode);
        var neighbour = await As(Role.CommitteeOffice, House.OtherOffice);
        Assert.Equal(HttpStatusCode.NotFound, (await neighbour.GetAsync($"{Url}/issue")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await neighbour.GetAsync($"{Url}/issue?unit={House.FirstBranch.Id}")).StatusCode);
        Assert.NotNull((await Committee.Open("/people")).QuerySelector($"main a[href='{Url}']"));
    }
}
