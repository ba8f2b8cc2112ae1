using Exemplar.Documents.Templates.Offers;
using Exemplar.Tests.Support;

namespace Exemplar.Tests.Documents.Templates;

/// <summary>A row of 合计 waits for sums; formulas and words are left alone.</summary>
public sealed class SumsTests
{
    private static byte[] Workbook() => BlankWorkbook.Build(new BlankSheet("Sheet1").Put("A1", 2, "序号", "支部", "次数", "人数", "率").Draw("A2:E3", 1).Put("A4", 1, "合计", "", "", "=SUM(D2:D3)", ""));

    [Fact]
    public void Numbers_are_added_up_below_them_even_where_rows_were_added()
    {
        var cells = FilledFile.Cells(GivenFilling.Fill(Workbook(), ("支部", ["甲", "乙", "丙"]), ("次数", [1, 2, 4]), ("人数", [1, 1, 1]), ("率", ["50%", "60%", "70%"])));
        Assert.Equal(("合计", "7", "=SUM(D2:D4)"), (cells["A5"], cells["C5"], cells["D5"]));
        Assert.False(cells.ContainsKey("B5") || cells.ContainsKey("E5"));
    }

    [Fact]
    public void Below_an_unknown_number_there_is_no_sum_and_an_empty_cell_is_passed_over()
    {
        var cells = FilledFile.Cells(GivenFilling.Fill(Workbook(), ("支部", ["甲", "乙"]), ("次数", [1, FormValue.Unknown]), ("人数", [1, 1])));
        Assert.Equal(("1", false, false), (cells["C2"], cells.ContainsKey("C3"), cells.ContainsKey("C4")));
        Assert.Equal("3", FilledFile.Cells(GivenFilling.Fill(Workbook(), ("支部", ["甲", "乙"]), ("次数", [3, default(FormValue)])))["C4"]);
    }

    [Fact]
    public void A_Word_table_gets_them_too()
    {
        var blank = BlankDocument.Start().Grid(true, ["支部", "次数"], ["", ""], ["", ""], ["合计", ""]).Build();
        Assert.Equal(["支部 | 次数", "甲 | 1", "乙 | 2", "丙 | 3", "合计 | 6"], FilledFile.Lines(GivenFilling.Fill(blank, ("支部", ["甲", "乙", "丙"]), ("次数", [1, 2, 3]))));
    }

    [Fact]
    public void Where_rows_and_columns_cross_each_meeting_is_a_field()
    {
        var blank = BlankDocument.Start().Grid(false, ["项目", "应开", "实开"], ["党员大会", "", ""], ["党课", "", ""]).Build();
        Assert.Equal(["党员大会／应开", "党员大会／实开", "党课／应开", "党课／实开"], GivenFilling.Labels(blank));
        Assert.Equal(["项目 | 应开 | 实开", "党员大会 | 1 | ", "党课 |  | 2"], FilledFile.Lines(GivenFilling.Fill(blank, ("党员大会／应开", [1]), ("党课／实开", [2]))));
    }
}
