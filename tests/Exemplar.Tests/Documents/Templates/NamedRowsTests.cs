using Exemplar.Documents.Templates.Blanks;
using Exemplar.Tests.Support;

namespace Exemplar.Tests.Documents.Templates;

/// <summary>Superiors often write the names of the units into their table: each record belongs into the row of its name.</summary>
public sealed class NamedRowsTests
{
    private static byte[] Workbook(params string[] names)
    {
        var sheet = new BlankSheet("统计表").Put("A1", 4, "2026年三季度统计表").Merge("A1:D1").Put("A2", 2, "序号", "党支部名称", "党员大会", "").Put("A3", 2, "", "", "次数", "人次").Merge("A2:A3", "B2:B3", "C2:D2");
        for (var i = 0; i < names.Length; i++) sheet.Put($"A{4 + i}", 1, $"{i + 1}", names[i], "", "");
        return BlankWorkbook.Build(sheet.Put($"A{4 + names.Length}", 1, "合计", "", $"=SUM(C4:C{3 + names.Length})", "").Put($"A{5 + names.Length}", 0, "填表人：          审核人："));
    }

    [Fact]
    public void Each_record_goes_into_the_row_of_its_name_whatever_their_order()
    {
        var blank = Workbook("综合科党支部", "第二党支部", "离退休党支部");
        Assert.Equal(["党支部名称", "党员大会／次数", "党员大会／人次", "填表人", "审核人"], GivenFilling.Labels(blank));

        var cells = FilledFile.Cells(GivenFilling.Fill(blank, ("党支部名称", ["第二党支部", "离退休党支部", "综合科党支部"]), ("党员大会／次数", [2, 3, 1]), ("党员大会／人次", [20, 30, 10])));
        Assert.Equal(("综合科党支部", "1", "10"), (cells["B4"], cells["C4"], cells["D4"]));
        Assert.Equal(("第二党支部", "2", "20"), (cells["B5"], cells["C5"], cells["D5"]));
        Assert.Equal(("离退休党支部", "3", "30"), (cells["B6"], cells["C6"], cells["D6"]));
        Assert.Equal(("合计", "=SUM(C4:C6)", "60"), (cells["A7"], cells["C7"], cells["D7"]));
    }

    [Theory]
    [InlineData("中共临江市政府办公室综合科支部委员会", "综合科党支部")]
    [InlineData("第3党支部", "第三党支部")]
    [InlineData("离退休支部（总支下设）", "离退休党支部")]
    [InlineData("综合科 党支部", "综合科党支部")]
    public void Names_are_written_in_many_ways(string row, string record) => Assert.Equal([0], NamedRows.Match([row], [record, "机关工会"]).RecordOfRow);

    [Fact]
    public void What_could_be_two_is_neither()
    {
        var rows = NamedRows.Match(["支部", "综合支部"], ["综合党支部", "机关综合党支部"]);
        Assert.Equal([null, 0], rows.RecordOfRow);
        Assert.Equal(["支部"], rows.Without);
        Assert.Equal(["机关综合党支部"], rows.LeftOver);
        Assert.Equal(["第一支部", "第1党支部"], NamedRows.Match(["第一支部", "第1党支部"], ["第一党支部"]).Without);
    }

    [Fact]
    public void A_name_that_leaves_characters_out_is_taken_and_told_where_nothing_else_could_be_meant()
    {
        var rows = NamedRows.Match(["水政监察支队党支部", "第十一支部", "综合支部", "业务支部"], ["水政支队支部", "第一支部", "综合一科支部", "业务甲支部", "业务乙支部"]);
        Assert.Equal([0, null, null, null], rows.RecordOfRow);
        Assert.Equal([("水政监察支队党支部", "水政支队支部")], rows.Shorter);
    }

    [Fact]
    public void Those_without_a_row_of_their_own_go_into_free_rows_and_no_row_is_added()
    {
        var blank = Workbook("第二党支部", "", "");
        var cells = FilledFile.Cells(GivenFilling.Fill(blank, ("党支部名称", ["甲党支部", "第二党支部", "乙党支部", "丙党支部"]), ("党员大会／次数", [1, 2, 3, 4])));
        Assert.Equal(("第二党支部", "2", "甲党支部", "1", "乙党支部", "3", "合计"), (cells["B4"], cells["C4"], cells["B5"], cells["C5"], cells["B6"], cells["C6"], cells["A7"]));
    }

    [Fact]
    public void Without_the_names_of_the_records_nothing_is_put_into_rows_that_bear_names()
    {
        var cells = FilledFile.Cells(GivenFilling.Fill(Workbook("第二党支部", "第一党支部"), ("党员大会／次数", [1, 2])));
        Assert.False(cells.ContainsKey("C4") || cells.ContainsKey("C5"));
    }

    [Fact]
    public void A_Word_table_with_names_is_filled_too()
    {
        var blank = BlankDocument.Start().Grid(true, ["支部", "次数", "备注"], ["乙支部", "", ""], ["甲支部", "", ""], ["合计", "", ""]).Build();
        Assert.Equal(["支部 | 次数 | 备注", "乙支部 | 2 | ", "甲支部 | 1 | ", "合计 | 3 | "], FilledFile.Lines(GivenFilling.Fill(blank, ("支部", ["甲支部", "乙支部"]), ("次数", [1, 2]))));
    }
}
