using System.Net;
using Exemplar.Documents.Sheets;
using Exemplar.People;
using Exemplar.Platform.Security;
using Exemplar.Tests.Support;

namespace Exemplar.Tests.People.RosterImport;

public sealed class ExportRosterTests : HouseTests
{
    [Fact]
    public async Task The_roster_as_far_as_the_reader_sees_it_in_our_own_form()
    {
        await House.Somebody("丙", House.SecondBranch);
        await House.Somebody("甲", House.Secretariat, House.FirstBranch);
        await House.Somebody("乙", House.General);

        Assert.Equal(["姓名|性别|出生年月|政治面貌|入党时间|转正时间|所在支部|科室|党内职务|人员状态|备注", "乙||1980年5月|群众||||综合科||在职", "甲||1980年5月|中共党员|||第一党支部|秘书科||在职", "丙||1980年5月|中共党员|||第二党支部|||在职"], await Rows(Committee));
        Assert.Equal(2, (await Rows(await As(Role.BranchSecretary, House.FirstBranch))).Count);
    }

    private static async Task<List<string>> Rows(HttpClient browser) =>
        [.. SheetReader.Read(await browser.GetByteArrayAsync("/people/export")).Value!.Rows.Select(r => string.Join('|', r.Cells.Select(c => c.Text)))];

    [Fact]
    public async Task What_was_exported_imports_without_any_change()
    {
        await House.Somebody("甲", House.Secretariat, House.FirstBranch);
        await House.Somebody("乙", House.General);
        var file = await Committee.GetByteArrayAsync("/people/export");

        var answer = await Committee.SubmitFile("/people/import", "Form.File", "名册.xlsx", file);

        Assert.Contains("没有需要导入的", (await Committee.Open(answer.Headers.Location!.OriginalString)).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_member_does_not_export() =>
        Assert.Equal(HttpStatusCode.Forbidden, (await (await As(Role.Member, House.FirstBranch)).GetAsync("/people/export")).StatusCode);
}
