using Exemplar.Tests.Support;

namespace Exemplar.Tests.Documents.Templates;

/// <summary>What office programs leave in files besides text.</summary>
public sealed class OddBlanksTests
{
    [Fact]
    public void A_content_control_is_filled_inside_and_no_longer_shows_its_placeholder()
    {
        const string control = "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent><w:r><w:rPr><w:rStyle w:val=\"a3\"/></w:rPr><w:t>单击此处输入文字。</w:t></w:r></w:sdtContent></w:sdt>";
        var blank = BlankDocument.Start().Xml($"<w:p><w:r><w:t>填报单位：</w:t></w:r>{control}</w:p>").Xml($"<w:tbl><w:tr><w:tc><w:p><w:r><w:t>负责人</w:t></w:r></w:p></w:tc><w:tc><w:p>{control}</w:p></w:tc></w:tr></w:tbl>").Build();

        var filled = GivenFilling.Fill(blank, ("填报单位", ["综合科"]), ("负责人", ["钱某"]));

        Assert.Equal(["填报单位：综合科", "负责人 | 钱某"], FilledFile.Lines(filled));
        var xml = FilledFile.Xml(filled, "word/document.xml").ToString();
        Assert.Contains("sdtContent", xml, StringComparison.Ordinal);
        Assert.DoesNotContain("showingPlcHdr", xml, StringComparison.Ordinal);
        Assert.DoesNotContain("rStyle", xml, StringComparison.Ordinal);
    }

    [Fact]
    public void A_gap_of_underlined_spaces_keeps_its_line_and_a_tab_what_follows()
    {
        const string line = "<w:r><w:rPr><w:u w:val=\"single\"/></w:rPr>{0}</w:r>";
        var blank = BlankDocument.Start().Xml($"<w:p><w:r><w:t>单位：</w:t></w:r>{string.Format(null, line, "<w:t xml:space=\"preserve\">            </w:t>")}<w:r><w:t>电话：</w:t></w:r>{string.Format(null, line, "<w:tab/>")}<w:r><w:t>日期：</w:t></w:r></w:p>").Build();

        var filled = GivenFilling.Fill(blank, ("单位", ["综合科"]), ("电话", ["12345"]), ("日期", [new DateOnly(2026, 3, 5)]));

        Assert.Equal("单位：综合科      电话：12345日期：2026年3月5日", FilledFile.Lines(filled)[0]);   // the tab is no text
        var runs = FilledFile.Xml(filled, "word/document.xml").Descendants().Where(e => e.Name.LocalName == "r").Select(e => e.ToString()).ToList();
        Assert.Contains(runs, r => r.Contains("w:u ", StringComparison.Ordinal) && r.Contains("综合科", StringComparison.Ordinal));
        Assert.Contains(runs, r => r.Contains("w:tab", StringComparison.Ordinal));
    }

    [Fact]
    public void A_formula_that_cells_share_is_written_out_when_rows_are_added()
    {
        var blank = BlankWorkbook.Build(new BlankSheet("S").Put("A1", 2, "序号", "任务", "字数").Draw("A2:B4", 1)
            .Put("C2", 1, "<f t=\"shared\" ref=\"C2:C4\" si=\"0\">LEN(B2)</f>").Put("C3", 1, "<f t=\"shared\" si=\"0\"/>").Put("C4", 1, "<f t=\"shared\" si=\"0\"/>"));

        var cells = FilledFile.Cells(GivenFilling.Fill(blank, ("任务", ["一", "二", "三", "四", "五"])));

        Assert.Equal(Enumerable.Range(2, 5).Select(row => $"=LEN(B{row})"), Enumerable.Range(2, 5).Select(row => cells[$"C{row}"]));
    }

    [Fact]
    public void Cells_merged_in_each_row_are_merged_in_added_rows_too()
    {
        var blank = BlankWorkbook.Build(new BlankSheet("S").Put("A1", 2, "序号", "任务", "", "时限").Draw("A2:D3", 1).Merge("B1:C1", "B2:C2", "B3:C3"));
        var sheet = FilledFile.Xml(GivenFilling.Fill(blank, ("任务", ["一", "二", "三", "四"])), "xl/worksheets/sheet1.xml").ToString();
        foreach (var merged in (string[])["B1:C1", "B2:C2", "B3:C3", "B4:C4", "B5:C5"]) Assert.Contains($"\"{merged}\"", sheet, StringComparison.Ordinal);
        Assert.DoesNotContain("B6:C6", sheet, StringComparison.Ordinal);
    }

    [Fact]
    public void Numbers_of_the_blank_are_left_as_they_were_written()
    {
        var blank = BlankWorkbook.Build(new BlankSheet("S").Put("A1", 2, "序号", "任务", "时限").Put("A2", 1, "01").Put("A3", 1, "02").Draw("B2:C3", 1));
        var cells = FilledFile.Cells(GivenFilling.Fill(blank, ("任务", ["一", "二"])));
        Assert.Equal(("01", "02", "二"), (cells["A2"], cells["A3"], cells["B3"]));
    }

    [Fact]
    public void A_drawn_cell_far_below_makes_no_table_longer() =>
        Assert.Equal(["任务", "时限"], GivenFilling.Labels(BlankWorkbook.Build(new BlankSheet("S").Put("A1", 2, "序号", "任务", "时限").Draw("A2:C3", 1).Put("Z1048576", 1, ""))));

    [Fact]
    public void A_hint_below_a_heading_and_groups_beside_merged_headings_belong_to_the_heading()
    {
        var blank = BlankWorkbook.Build(new BlankSheet("S").Put("A1", 4, "2026年11月汇总表").Merge("A1:G1").Put("A2", 0, "填报单位：").Merge("A2:D2").Put("E2", 0, "填报日期：    年   月   日").Merge("E2:G2")
            .Put("A3", 2, "序号", "重点任务", "责任分工", "", "完成时限", "进展情况", "备注").Put("A4", 2, "", "", "牵头单位", "配合单位", "（如：2026.3.5）", "", "")
            .Merge("A3:A4", "B3:B4", "C3:D3", "F3:F4", "G3:G4").Draw("A5:G7", 1));
        Assert.Equal(["填报单位", "填报日期", "重点任务", "责任分工／牵头单位", "责任分工／配合单位", "完成时限（如：2026.3.5）", "进展情况", "备注"], GivenFilling.Labels(blank));
        Assert.Equal("2026.3.5", FilledFile.Cells(GivenFilling.Fill(blank, ("完成时限（如：2026.3.5）", [new DateOnly(2026, 3, 5)])))["E5"]);
    }
}
