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
        [.. SheetReader.ReadAll(await browser.GetByteArrayAsync("/people/export")).Value![0].Rows.Select(r => string.Join('|', r.Cells.Select(c => c.Text)))];

    [Fact]
    public async Task What_was_exported_imports_without_any_change()
    {
        await House.Somebody("甲", House.Secretariat, House.FirstBranch);
        await House.Somebody("乙", House.General);
        var file = await Committee.GetByteArrayAsync("/people/export");

        var answer = await Committee.SubmitFile("/people/import", "Form.File", "名册.xlsx", file);

        Assert.Contains("没有需要导入的", (await Committee.Open(answer.Headers.Location!.OriginalString)).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    /// <summary>Import ∘ export = id over all columns: names of minorities, two of one name, dates to the month and to the day, no birth month, each status, retired, no branch, no department, posts of one's own branch and of the committee.</summary>
    [Fact]
    public async Task A_messy_roster_comes_back_as_the_same_sheet_also_into_an_empty_house()
    {
        var messy = new SheetBuilder().Row("某机关党员干部名册").Merge("A1:K1")
            .Row("序号", "党员姓名", "性 别", "出生日期", "政治面貌", "入党\n时间", "转正日期", "所属党支部", "所在处室", "党内任职", "是否退休")
            .Row(1, "张 三", "男", "1980.5", "中共党员", "2009.7", "2010年7月1日", "第一党支部", "综合科", "支部书记、机关党委委员", "否")
            .Row(2, "张三", "男性", 197001, "正式党员", "1995/7/1", "1996/7/1", "第一党支部", "秘书科", "组织委员", "否")
            .Row(3, "阿依古丽•买买提", "女", "１９８５．６", "预备党员", "2025年11月", "", "第二党支部", "综合科", "无", "否")
            .Row(4, "王五", "", "1990-01", "群众", "", "", "", "秘书科", "", "否")
            .Row(5, "赵六", "女", "1955.3", "中共党员", "1980.10.1", "1981.10.1", "第二党支部", "", "", "是")
            .Row(6, "钱七", "男", new DateOnly(1979, 2, 15), "留党察看", "2001.7", "2002.7", "第二党支部", "综合科", "", "否")
            .Row(7, "孙八", "", "", "民革", "", "", "", "综合科", "", "否")
            .Row("合计", 7);
        const string asOf = "2026-01-01";
        async Task<string> Take(byte[] file)
        {
            var answer = await Committee.SubmitFile("/people/import", "Form.File", "名册.xlsx", file, ("Form.AsOf", asOf));
            return answer.Headers.Location!.OriginalString;
        }
        var done = (await Committee.Submit(await Take(messy.Bytes()))).Headers.Location!.OriginalString;

        var first = await Rows(Committee);
        Assert.Equal(
        [
            "姓名|性别|出生年月|政治面貌|入党时间|转正时间|所在支部|科室|党内职务|人员状态|备注",
            "孙八|||群众||||综合科||在职",
            "王五||1990年1月|群众||||秘书科||在职",
            "张三|男|1980年5月|中共党员|2009年7月|2010年7月1日|第一党支部|综合科|书记、机关党委委员|在职",
            "张三|男|1970年1月|中共党员|1995年7月1日|1996年7月1日|第一党支部|秘书科|组织委员|在职",
            "阿依古丽·买买提|女|1985年6月|预备党员|2025年11月||第二党支部|综合科||在职",
            "钱七|男|1979年2月|留党察看|2001年7月|2002年7月|第二党支部|综合科||在职",
            "赵六|女|1955年3月|中共党员|1980年10月1日|1981年10月1日|第二党支部|||退休",
        ], first.Take(1).Concat(first.Skip(1).OrderBy(r => r.Contains("第二", StringComparison.Ordinal) ? 2 : r.Contains("第一", StringComparison.Ordinal) ? 1 : 0).ThenBy(r => Place(r))));

        var file = await Committee.GetByteArrayAsync("/people/export");
        Assert.Contains("没有需要导入的", (await Committee.Open(await Take(file))).QuerySelector("main")!.TextContent, StringComparison.Ordinal);

        await (await Committee.Submit(done)).Leads(Committee, "已撤回");
        Assert.Single(await Rows(Committee));   // the heading alone
        await Committee.Submit(await Take(file));
        Assert.Equal(first.Order(StringComparer.Ordinal), (await Rows(Committee)).Order(StringComparer.Ordinal));

        static int Place(string row) => Array.FindIndex((string[])["孙八", "王五", "张三|男|1980", "张三|男|1970", "阿依", "钱七", "赵六"], name => row.StartsWith(name, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_member_does_not_export() =>
        Assert.Equal(HttpStatusCode.Forbidden, (await (await As(Role.Member, House.FirstBranch)).GetAsync("/people/export")).StatusCode);
}
