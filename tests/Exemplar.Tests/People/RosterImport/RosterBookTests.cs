using System.Net;
using Exemplar.Documents.Sheets;
using Exemplar.People;
using Exemplar.People.RosterImport;
using Exemplar.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Exemplar.Tests.People.RosterImport;

/// <summary>Rosters as they are really handed in: a sheet for each branch, 退休 where a department should be, two dates in a cell.</summary>
public sealed class RosterBookTests : HouseTests
{
    private static readonly DateOnly Today = new(2026, 3, 10);

    private const string SheetForEachBranch = """
        # 第一党支部
        @ A1:E1
        第一党支部党员名册
        姓名|出生年月|入党时间|政治面貌|科室
        张三|'1980.5|'2009.7|中共党员|综合科
        # 第二党支部
        姓名|出生年月|入党时间|政治面貌|科室|备注
        李四|'1985.6|'2012.7|中共党员|秘书科|
        王五|'1990.2|'2026.13|中共党员|秘书科|
        # 填表说明
        每个支部一张表，按月更新。
        # 2024年
        姓名|出生年月|入党时间|政治面貌|科室
        钱七|'1970.6|'1999.7|中共党员|综合科
        # 青年党员
        姓名|出生年月|入党时间|政治面貌|科室
        张三|'1980.5|'2009.7|中共党员|综合科
        # 电话
        科室|姓名|电话
        综合科|孙八|13800000000
        """;

    private static RosterReading Read(string book) => RosterReading.Of(SheetReader.ReadAll(WorkbookText.Bytes(book)).Value!, Today).Value!;

    [Fact]
    public void Sheets_with_the_same_columns_are_read_together_and_those_that_are_not_are_named_with_the_reason()
    {
        var reading = Read(SheetForEachBranch);
        Assert.Equal(["张三 第一党支部 综合科", "李四 第二党支部 秘书科", "王五 第二党支部 秘书科"], reading.Lines.Select(l => $"{l.Name} {l.Branch} {l.Department}"));
        Assert.Equal("工作簿里有几张表，一起读了 2 张（第一党支部、第二党支部）；没有读：“填表说明”不像名册；“2024年”按表名不是现在的名册；“青年党员”里的人前面的表里都有；“电话”的列与“第一党支部”不一样，请另存成一份再导入", reading.Findings[0].Text);
        Assert.Equal("第 2 张表第 3 行 C 列：入党时间“2026.13”不是日期", Assert.Single(reading.Findings, f => f.IsError).Text);
    }

    [Fact]
    public void Of_one_sheet_the_name_says_nothing_and_a_roster_that_does_not_stand_first_is_found()
    {
        Assert.Null(Read("# 第一党支部\n姓名|入党时间\n张三|'2009.7").Lines[0].Branch);
        var reading = Read("# 封面\n党员名册\n# 名册\n姓名|入党时间\n张三|'2009.7");
        Assert.Equal("张三", Assert.Single(reading.Lines).Name);
        Assert.Equal("工作簿里有几张表，只读“名册”；没有读：“封面”不像名册", Assert.Single(reading.Findings).Text);
    }

    [Fact]
    public void Retired_is_no_department_and_no_post()
    {
        var reading = Read("""
            # 名册
            姓名|出生年月|入党时间|政治面貌|所在支部|科室|党内职务|职务|是否退休
            张三|'1950.5|'1979.7|中共党员|第一党支部|退休||
            李四|'1952.6|'1980.7|中共党员|第一党支部||支部委员|退休干部|
            王五|'1980.6|'2010.7|中共党员|第一党支部|退休||科长|否
            赵六|'1981.6|'2011.7|中共党员|第一党支部|综合科||退休办主任|
            """);
        Assert.Equal([(null, true), (null, true), (null, false), ("综合科", (bool?)null)], reading.Lines.Select(l => (l.Department, l.IsRetired)));
        Assert.Equal("支部委员", reading.Lines[1].PartyPosts);
        Assert.Equal(["第 2 行 F 列：科室写着“退休”，按离退休登记，科室不登记", "第 3 行 H 列：行政职务写着“退休干部”，按离退休登记", "第 4 行 F 列：科室写着“退休”，与人员状态不一致，按人员状态登记，科室不登记"], reading.Findings.Select(f => f.Text).Order(StringComparer.Ordinal));
        Assert.Contains("职务", reading.Header.Unused);   // nothing else of it is read

        var table = RosterTable.Find(SheetReader.ReadAll(WorkbookText.Bytes("# 名册\n姓名|入党时间|职务级别|行政职务\n张三|'2009.7|一级|科长\n李四|'2009.7|二级|退休")).Value![0]).Value!;
        Assert.Equal(["退休"], table.Cut(RosterHeader.Of(table, ColumnWords.None)).Texts(3));   // 科长 does not even wait
    }

    [Theory]
    [InlineData("2002.5/2003.5", "2002-05", "2003-05", false)]
    [InlineData("2002/5/2003/5", "2002-05", "2003-05", false)]
    [InlineData("2002年5月1日、2003年5月1日", "2002-05-01", "2003-05-01", false)]
    [InlineData("2002.05.01 2003.05.01转正", "2002-05-01", "2003-05-01", false)]
    [InlineData("20020501/20030501", "2002-05-01", "2003-05-01", false)]
    [InlineData("入党2002.5，转正2003.5", "2002-05", "2003-05", false)]
    [InlineData("2025.6/预备期", "2025-06", null, true)]
    [InlineData("2025.6（预备）", "2025-06", null, true)]
    [InlineData("2025.6/—", "2025-06", null, false)]
    [InlineData("2003.5/2002.5", null, null, false)]   // the wrong way round
    [InlineData("2002.5", null, null, false)]
    public void Two_dates_in_a_cell(string text, string? joined, string? confirmed, bool isOnTrial)
    {
        var read = JoinedAndConfirmed.In(text);
        Assert.Equal((joined, confirmed, isOnTrial), (read?.Joined.ToString(), read?.Confirmed?.ToString(), read?.IsOnTrial ?? false));
    }

    [Fact]
    public void A_column_of_two_dates_is_read_and_told_where_its_heading_does_not_say_so()
    {
        const string Rows = "\n张三|'1980.5|2002.5/2003.5|第一党支部\n李四|'1999.5|2025.9/预备期|第一党支部\n王五|'1985.5|2010.7.1|第一党支部";
        var said = Read($"# 名册\n姓名|出生年月|入党/转正时间|所在支部{Rows}");
        Assert.Equal([("2002-05", "2003-05", MemberStatus.Full), ("2025-09", null, MemberStatus.Probationary), ("2010-07-01", null, MemberStatus.Full)], said.Lines.Select(l => (l.JoinedOn.ToString()!, l.ConfirmedOn?.ToString(), l.Status!.Value)));
        Assert.DoesNotContain(said.Findings, f => f.IsError || f.Row == 2);
        Assert.Contains("第 2 行 C 列：“2002.5/2003.5”按2002年5月入党、2003年5月转正读，请核对", Read($"# 名册\n姓名|出生年月|入党时间|所在支部{Rows}").Findings.Select(f => f.Text));
    }

    private const string Transferred = """
        # 名册
        姓名|出生年月|入党时间|政治面貌|所在支部|科室|党内职务|备注
        张三|'1980.5|'2009.7|中共党员|第一党支部|综合科|纪检委员|2026年2月由市公路中心转入
        李四|'1985.6|'2012.7|中共党员|第一党支部|综合科||借调；2026.1.15从县委办转入组织关系
        王五|'1990.1|'2015.7|中共党员|第一党支部|综合科||3月转入
        """;

    private async Task<string> Upload()
    {
        var answer = await Committee.SubmitFile("/people/import", "Form.File", "名册.xlsx", WorkbookText.Bytes(Transferred), ("Form.AsOf", "2025-01-01"));
        Assert.True(answer.StatusCode == HttpStatusCode.Redirect, (await answer.Read()).QuerySelector("main")?.TextContent);
        return answer.Headers.Location!.OriginalString;
    }

    private Task<Dictionary<string, string>> Since() => App.Read(async db =>
        (await db.Memberships.Where(m => m.UnitId == House.FirstBranch.Id || m.UnitId == House.General.Id).Join(db.People, m => m.PersonId, p => p.Id, (m, p) => new { p.Name, m.UnitId, m.From }).ToListAsync())
            .Where(x => x.Name is "张三" or "李四" or "王五").GroupBy(x => x.Name).ToDictionary(g => g.Key, g => string.Join(' ', g.OrderBy(x => x.UnitId == House.FirstBranch.Id ? 0 : 1).Select(x => x.From.ToString("yyyy-MM-dd")))));

    [Fact]
    public async Task A_note_of_a_transfer_dates_the_branch_and_is_shown()
    {
        var url = await Upload();
        var page = await Committee.Open(url);
        Assert.Contains("备注里写着转入时间的 2 人（张三 2026年2月、李四 2026年1月15日），从那时起算在支部", page.QuerySelector("#transfers")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("按备注，2026年2月起在这个支部", page.QuerySelector("section.scroll")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("备注里没有用到的：借调（第 3 行）、转入（第 4 行）", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);   // no year, no day
        await (await Committee.Submit(url)).Leads(Committee, "已导入");
        var since = await Since();
        Assert.Equal(("2026-02-01 2025-01-01", "2026-01-15 2025-01-01", "2025-01-01 2025-01-01"), (since["张三"], since["李四"], since["王五"]));
        Assert.Equal(new DateOnly(2026, 2, 1), await App.Read(db => db.Posts.Where(p => p.ImportId != null).Select(p => p.From).SingleAsync()));   // nor a post in it
    }

    [Fact]
    public async Task It_may_be_refused_and_taken_up_again()
    {
        var url = await Upload();
        async Task Turn(string receipt) => await (await Committee.SubmitForm(await Committee.Open(url), url, "main form[method=post]", ("Form.Choice", "Transfers"))).Leads(Committee, receipt);
        await Turn("转入的人也从名册日期起算");
        Assert.Contains("没有用这个时间，都从名册日期起算在支部", (await Committee.Open(url)).QuerySelector("#transfers")!.TextContent, StringComparison.Ordinal);
        await Turn("转入的人从备注里的时间起算");
        Assert.Contains("从那时起算在支部", (await Committee.Open(url)).QuerySelector("#transfers")!.TextContent, StringComparison.Ordinal);
        await Turn("转入的人也从名册日期起算");
        await (await Committee.Submit(url)).Leads(Committee, "已导入");
        Assert.All((await Since()).Values, since => Assert.Equal("2025-01-01 2025-01-01", since));
    }
}
