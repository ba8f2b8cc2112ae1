using System.Globalization;
using System.Text;

namespace Exemplar.Browser.Support;

/// <summary>One meeting as the office's own sheets have it.</summary>
public sealed record SheetMeeting(int Branch, string Kind, DateOnly Day, string Topic, int Away)
{
    public int Present => OfficeSheets.Members - Away;
}

/// <summary>
/// The spreadsheets that an office of twenty branches and 300 Party members kept before it had the program: a roster with posts, and
/// for last year and this one a workbook of meetings with a sheet for each branch and one of party days with a sheet for each month.
/// </summary>
public sealed class OfficeSheets(DateOnly today)
{
    public const int Branches = 20, Members = 15;
    private const string Surnames = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许", Given = "安博晨东飞光海嘉凯林敏宁平清瑞";
    private static readonly string[] Numerals = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十"];
    private static readonly string[] Topics = ["学习贯彻全会精神", "研究年度重点工作", "专题学习党纪条例", "讨论发展党员工作", "查摆整改情况通报"];

    public int LastYear => today.Year - 1;

    /// <summary>All meetings of both years, up to the last whole month.</summary>
    public IReadOnlyList<SheetMeeting> Meetings { get; } = [.. Enumerable.Range(1, Branches).SelectMany(branch => Of(branch, today))];

    public static string Branch(int number) => $"第{Spelled(number)}党支部";

    public static string Member(int branch, int number) => $"{Surnames[branch - 1]}{Given[number - 1]}{Given[(branch + number) % Given.Length]}";

    /// <summary>Whoever has a post is named with it; dates as people write them.</summary>
    public static byte[] Roster()
    {
        var rows = new StringBuilder("# 党员名册\n某市人民政府办公室党员名册\n@ A1:I1\n序号|姓名|性别|出生年月|政治面貌|入党时间|所在支部|科室|党内职务\n");
        for (var n = 0; n < Branches * Members; n++)
        {
            var (branch, member) = (n / Members + 1, n % Members + 1);
            rows.Append(CultureInfo.InvariantCulture, $"{n + 1}|{Member(branch, member)}|{(n % 3 == 0 ? "女" : "男")}|{1965 + n % 30}年{n % 12 + 1}月|中共党员|{1990 + n % 30}年7月|{Branch(branch)}|第{Spelled(branch)}科|{Post(member)}\n");
        }
        return WorkbookText.Bytes(rows.ToString());
    }

    /// <summary>三会一课, a sheet for each branch.</summary>
    public byte[] Register(int year) => WorkbookText.Bytes(string.Concat(Enumerable.Range(1, Branches).Select(branch =>
        $"# {Branch(branch)}\n{Branch(branch)}{year}年“三会一课”登记表\n@ A1:H1\n序号|时间|会议类型|主题|主持人|应到|实到|请假人员\n"
        + string.Concat(Meetings.Where(m => m.Branch == branch && m.Day.Year == year && m.Kind != "主题党日").OrderBy(m => m.Day)
            .Select((m, n) => $"{n + 1}|{m.Day.Month}月{m.Day.Day}日|{m.Kind}|{m.Topic}|{Member(branch, 1)}|{(m.Kind == "支委会" ? 3 : Members)}|{(m.Kind == "支委会" ? 3 : m.Present)}|{(m is { Away: 1, Kind: not "支委会" } ? Member(branch, Members) : "")}\n")))));

    /// <summary>Party days of all branches, a sheet for each month.</summary>
    public byte[] PartyDays(int year) => WorkbookText.Bytes(string.Concat(Enumerable.Range(1, 12).Select(month => (Month: month, Held: Meetings.Where(m => m.Kind == "主题党日" && m.Day.Year == year && m.Day.Month == month).ToList()))
        .Where(m => m.Held.Count > 0).Select(m => $"# {m.Month}月\n{year}年{m.Month}月主题党日开展情况\n@ A1:E1\n支部名称|活动时间|活动主题|应到人数|实到人数\n"
            + string.Concat(m.Held.Select(x => $"{Branch(x.Branch)}|{m.Month}.{x.Day.Day}|{x.Topic}|{Members}|{x.Present}\n")))));

    /// <summary>The superior's blank for the third quarter of last year.</summary>
    public byte[] Blank() => BlankWorkbook.Build(new BlankSheet("统计表")
        .Put("A1", 4, $"{LastYear}年三季度“三会一课”开展情况统计表").Merge("A1:H1")
        .Put("A2", 2, "序号", "支部名称", "支部书记", "党员数", "支部党员大会（次）", "支委会（次）", "党课（次）", "主题党日（次）")
        .Draw($"A3:H{Branches + 2}", 1));

    /// <summary>What the blank must say when it is filled: its cells from the first row below the heading.</summary>
    public IReadOnlyList<string[]> Filled() => [.. Enumerable.Range(1, Branches).Select(branch => (string[])
        [$"{branch}", Branch(branch), Member(branch, 1), $"{Members}", Held(branch, "支部党员大会"), Held(branch, "支委会"), Held(branch, "党课"), Held(branch, "主题党日")])];

    private string Held(int branch, string kind) => $"{Meetings.Count(m => m.Branch == branch && m.Kind == kind && m.Day.Year == LastYear && m.Day.Month is >= 7 and <= 9)}";

    /// <summary>Every third branch has missed a meeting somewhere: numbers that are all the same prove nothing.</summary>
    private static IEnumerable<SheetMeeting> Of(int branch, DateOnly today)
    {
        for (var month = new DateOnly(today.Year - 1, 1, 1); month < new DateOnly(today.Year, today.Month, 1); month = month.AddMonths(1))
        {
            var topic = Topics[(branch + month.Month) % Topics.Length];
            if ((branch + month.Month) % 9 != 0) yield return new(branch, "支委会", month.AddDays(2 + branch % 5), topic, 0);
            if ((branch + 2 * month.Month) % 11 != 0) yield return new(branch, "主题党日", month.AddDays(9 + branch % 5), topic, branch % 2);
            if (month.Month % 3 == 0) yield return new(branch, "支部党员大会", month.AddDays(14 + branch % 5), topic, branch % 2);
            if (month.Month % 3 == 0 && branch % 3 != 0) yield return new(branch, "党课", month.AddDays(19 + branch % 5), topic, branch % 2);
        }
    }

    private static string Post(int member) => member switch { 1 => "支部书记", 2 => "组织委员", 3 => "纪检委员兼宣传委员", _ => "" };

    private static string Spelled(int number) => number <= 10 ? Numerals[number - 1] : number == 20 ? "二十" : $"十{Numerals[number - 11]}";
}
