using Exemplar.Documents.Sheets;
using Exemplar.People.RosterImport;
using Exemplar.Tests.Support;
using Xunit.Abstractions;

namespace Exemplar.Tests.People.RosterImport;

public sealed class ColumnGuessTests(ITestOutputHelper output)
{
    private sealed record Kept(string Heading, RosterColumn? Truth, params object?[] Cells);

    /// <summary>Kept aside: headings and cells as offices write them, with what a careful reader would take each for; null where nobody could say or nothing is stored of it.</summary>
    private static readonly Kept[] Unseen =
    [
        new("政治面貌及加入时间", RosterColumn.StatusAndJoined, "中共党员 2001.06", "中共预备党员2025.3", "群众", "民盟 2010.5"),
        new("政治面貌情况", RosterColumn.Status, "中共党员", "共青团员", "群众"),
        new("党内身份情况", RosterColumn.Status, "正式党员", "预备党员", "正式党员"),
        new("何时入党", RosterColumn.JoinedOn, "2001.06", "1999年7月", "20100701"),
        new("转为正式党员的时间", RosterColumn.ConfirmedOn, "2002.06", "2000年7月", "20110701"),
        new("出生时间（公历）", null, "1980.5", "1979年12月", "199001"),       // known by its synonym: not asked
        new("组织关系隶属", RosterColumn.Branch, "机关第一党支部", "机关第二党支部", "离退休党支部"),
        new("归属处室", RosterColumn.Department, "综合处", "秘书处", "人事处"),
        new("所属机构", RosterColumn.Department, "办公室", "信息中心", "综合科"),
        new("男女", RosterColumn.Sex, "男", "女", "男"),
        new("在编在岗", RosterColumn.Standing, "在职", "退休", "在职"),
        new("党内任何职", RosterColumn.PartyPost, "支部书记", "组织委员", null),
        new("分管工作", null, "党建", "财务", "后勤"),
        new("入职时间", null, "2005.7", "2009.8", "2015.9"),
        new("进入本单位时间", null, "2005.7", "2009.8", "2015.9"),
        new("熟悉专业有何专长", null, "法律", "计算机", "文秘"),
        new("驻在地", null, "总部", "分中心", "总部"),
        new("处级", null, "是", "否", "是"),
    ];

    [Fact]
    public void Of_unseen_columns_no_guess_is_wrong()
    {
        var (right, wrong, open) = (0, new List<string>(), 0);
        foreach (var kept in Unseen)
        {
            var sheet = new SheetBuilder().Row("姓名", "性别", kept.Heading);
            foreach (var (i, cell) in kept.Cells.Index()) sheet.Row(((string[])["张三", "李四", "王五", "赵六"])[i], kept.Truth is RosterColumn.Sex ? null : "男", cell);
            var header = RosterHeader.Find(SheetReader.ReadAll(sheet.Bytes()).Value![0]).Value!;
            var asked = header.Asked.SingleOrDefault();
            if (asked?.Column is not { } guess) open += kept.Truth is null ? 0 : 1;
            else if (guess == kept.Truth) right++;
            else wrong.Add($"{kept.Heading}：{guess}");
        }
        output.WriteLine($"unseen columns {Unseen.Length}: guessed right {right}, wrong {wrong.Count}（{string.Join('；', wrong)}）, left to the reader {open}");
        Assert.Empty(wrong);
        Assert.True(right >= 9, $"{right}");
    }

    [Theory]
    [InlineData("中共党员（2009.7）", "中共党员", "2009.7")]
    [InlineData("2009年7月加入中国共产党", "中国共产党", "")]
    [InlineData("2024年12月入党 预备党员", "预备党员", "2024年12月")]
    [InlineData("中共党员20090701", "中共党员", "20090701")]
    [InlineData("中共党员、2009-07-01", "中共党员", "2009-07-01")]
    [InlineData("群众", "群众", "")]
    [InlineData("民盟 2010.3", "民盟", "")]
    public void A_status_and_its_date_in_one_cell_are_told_apart(string cell, string words, string date) => Assert.Equal((words, date), (StatusAndDate.WordsIn(cell), StatusAndDate.DateIn(cell)));
}
