using Exemplar.Documents.Templates.Offers;
using Exemplar.Tests.Support;

namespace Exemplar.Tests.Documents.Templates;

/// <summary>Each blank of <see cref="Blanks"/>: what is found in it, and cell by cell what it is when filled.</summary>
public sealed class FilledBlanksTests
{
    private static readonly DateOnly March31 = new(2026, 3, 31), April2 = new(2026, 4, 2);

    [Fact]
    public void A_single_heading_is_filled_from_the_first_empty_row_and_the_rest_stays_empty()
    {
        var blank = Blanks.SingleHeading();
        Assert.Equal(["任务名称", "责任科室", "完成时限", "进展情况"], GivenFilling.Labels(blank));

        var filled = GivenFilling.Fill(blank, ("任务名称", ["梳理服务事项", "压减文件"]), ("责任科室", ["综合科", "秘书科"]), ("完成时限", [March31, default]), ("进展情况", ["", "0012"]));

        Shows(filled, blank, ("A2", "1"), ("B2", "梳理服务事项"), ("C2", "综合科"), ("D2", "2026年3月31日"), ("A3", "2"), ("B3", "压减文件"), ("C3", "秘书科"), ("E3", "0012"));
        Assert.Equal(["xl/worksheets/sheet1.xml"], FilledFile.Changed(blank, filled));
    }

    [Fact]
    public void Two_heading_rows_give_each_column_both_names_and_date_cells_get_real_dates()
    {
        var blank = Blanks.TwoRowHeading();
        Assert.Equal(["工作任务", "责任／牵头单位", "责任／配合单位", "时限", "完成情况／状态", "完成情况／办结日期"], GivenFilling.Labels(blank));

        var filled = GivenFilling.Fill(blank, ("工作任务", ["压减文件"]), ("责任／配合单位", ["秘书科、综合科"]), ("时限", [March31]), ("完成情况／办结日期", [April2]));

        Shows(filled, blank, ("A4", "1"), ("B4", "压减文件"), ("D4", "秘书科、综合科"), ("E4", "46112"), ("G4", "46114"));
    }

    [Fact]
    public void A_line_with_two_labels_is_filled_in_place_and_a_total_moves_down_with_its_formula()
    {
        var blank = Blanks.LabelledLineAndTotal();
        Assert.Equal(["填报单位（盖章）", "填报日期", "重点任务", "责任单位", "目前进展（200字以内）", "填表人", "联系电话"], GivenFilling.Labels(blank));

        var filled = GivenFilling.Fill(blank, ("填报单位（盖章）", ["综合科"]), ("填报日期", [March31]), ("填表人", ["赵某"]),
            ("重点任务", ["一", "二", "三", "四", "五"]), ("责任单位", ["甲", "乙", "丙", "丁", "戊"]));

        var cells = FilledFile.Cells(filled);
        Assert.Equal("填报单位（盖章）：综合科          填报日期：2026年3月31日", cells["A2"]);
        Assert.Equal(["1", "2", "3", "4", "5"], Enumerable.Range(4, 5).Select(row => cells[$"A{row}"]));
        Assert.Equal(["一", "二", "三", "四", "五"], Enumerable.Range(4, 5).Select(row => cells[$"B{row}"]));
        Assert.Equal(("戊", "合计", "=COUNTA(B4:B8)"), (cells["C8"], cells["A9"], cells["B9"]));
        Assert.StartsWith("注：", cells["A10"], StringComparison.Ordinal);
        Assert.Equal(("填表人：", "赵某", "联系电话："), (cells["A11"], cells["B11"], cells["C11"]));
        var sheet = FilledFile.Xml(filled, "xl/worksheets/sheet1.xml").ToString();
        foreach (var merged in (string[])["A1:D1", "A2:D2", "C9:D9", "A10:D10"]) Assert.Contains($"\"{merged}\"", sheet, StringComparison.Ordinal);
        Assert.Contains("orientation=\"landscape\"", sheet, StringComparison.Ordinal);
        Assert.Contains("'汇总表'!$A$1:$D$11", FilledFile.Xml(filled, "xl/workbook.xml").Value, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_tables_on_one_sheet_are_two_and_the_lower_one_moves_down()
    {
        var blank = Blanks.TwoTables();
        Assert.Equal(["任务", "完成时限", "问题", "整改措施", "整改时限"], GivenFilling.Labels(blank));

        var filled = GivenFilling.Fill(blank, ("任务", ["一", "二", "三"]), ("问题", ["甲"]));

        Shows(filled, null, ("A1", "一、任务清单"), ("A2", "序号"), ("B2", "任务"), ("C2", "完成时限"), ("A3", "1"), ("B3", "一"), ("A4", "2"), ("B4", "二"), ("A5", "3"), ("B5", "三"),
            ("A7", "二、问题清单"), ("A8", "序号"), ("B8", "问题"), ("C8", "整改措施"), ("D8", "整改时限"), ("A9", "1"), ("B9", "甲"));
    }

    [Fact]
    public void A_cover_is_filled_as_fields_and_the_instructions_are_left_alone()
    {
        var blank = Blanks.CoverAndTable();
        Assert.Equal(["单位名称", "单位负责人", "填报日期", "任务内容", "任务目标", "所处阶段"], GivenFilling.Labels(blank));

        var filled = GivenFilling.Fill(blank, ("单位名称", ["综合科"]), ("填报日期", [April2]), ("任务内容", ["一"]));

        Shows(filled, blank, 1, ("C6", "综合科"), ("C8", "2026年4月2日"));
        Shows(filled, blank, 3, ("A2", "1"), ("B2", "一"));
        Assert.Equal(["xl/worksheets/sheet1.xml", "xl/worksheets/sheet3.xml"], FilledFile.Changed(blank, filled));
    }

    [Fact]
    public void Protection_validation_colours_and_repeated_titles_stay_and_grow_with_the_rows()
    {
        var blank = Blanks.ValidatedAndProtected();
        var filled = GivenFilling.Fill(blank, ("事项", ["一", "二", "三", "四"]), ("状态", ["推进中", "", "", "已完成"]));

        var sheet = FilledFile.Xml(filled, "xl/worksheets/sheet1.xml").ToString();
        Assert.Contains("sheetProtection", sheet, StringComparison.Ordinal);
        Assert.Equal(2, sheet.Split("sqref=\"D3:D6\"").Length - 1);
        Assert.Contains("Sheet1!$1:$2", FilledFile.Xml(filled, "xl/workbook.xml").Value, StringComparison.Ordinal);
        var cells = FilledFile.Cells(filled);
        Assert.Equal(("推进中", "四", "已完成"), (cells["D3"], cells["B6"], cells["D6"]));
    }

    [Fact]
    public void Formulas_stay_are_carried_into_added_rows_and_are_never_written_over()
    {
        var blank = Blanks.FormulasInRows();
        Assert.Equal(["任务名称", "完成时限"], GivenFilling.Labels(blank));   // the days left are counted, not filled in

        var filled = GivenFilling.Fill(blank, ("任务名称", ["一", "二", "三", "四"]), ("完成时限", [March31, default, default, April2]));

        Shows(filled, null, ("A1", "序号"), ("B1", "任务名称"), ("C1", "完成时限"), ("D1", "剩余天数"),
            ("A2", "1"), ("B2", "一"), ("C2", "46112"), ("D2", "=IF(C2=\"\",\"\",C2-TODAY())"),
            ("A3", "2"), ("B3", "二"), ("D3", "=IF(C3=\"\",\"\",C3-TODAY())"),
            ("A4", "3"), ("B4", "三"), ("D4", "=IF(C4=\"\",\"\",C4-TODAY())"),
            ("A5", "4"), ("B5", "四"), ("C5", "46114"), ("D5", "=IF(C5=\"\",\"\",C5-TODAY())"),
            ("A6", "合计"), ("B6", "=COUNTA(B2:B5)"), ("D6", "=SUM(D2:D5)"));
        Assert.Contains("fullCalcOnLoad=\"1\"", FilledFile.Xml(filled, "xl/workbook.xml").ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Breaks_and_brackets_in_headings_are_read_and_the_given_form_of_a_date_is_kept()
    {
        var blank = Blanks.BracketsAndBreaks();
        Assert.Equal(["任务名称", "责任单位（科室）", "完成时限（如：2026.3.5）", "责任人（姓名、职务）", "备注"], GivenFilling.Labels(blank));

        var filled = GivenFilling.Fill(blank, ("任务名称", ["=1+1"]), ("完成时限（如：2026.3.5）", [March31]), ("备注", ["-3"]));

        Shows(filled, blank, ("A2", "1"), ("B2", "=1+1"), ("D2", "2026.3.31"), ("F2", "-3"));
        var styles = FilledFile.Xml(filled, "xl/styles.xml");
        Assert.Contains("quotePrefix=\"1\"", styles.ToString(), StringComparison.Ordinal);   // retyping it does not make it calculate either
        Assert.Equal(["xl/styles.xml", "xl/worksheets/sheet1.xml"], FilledFile.Changed(blank, filled));
    }

    [Fact]
    public void Numbers_that_stand_there_already_are_kept_and_counted_on()
    {
        var blank = Blanks.NumberedRows();
        Assert.Equal(["主要任务", "牵头科室", "是否完成"], GivenFilling.Labels(blank));

        var filled = GivenFilling.Fill(blank, ("主要任务", [.. Enumerable.Range(1, 22).Select(n => (FormValue)$"任务{n}")]));

        var cells = FilledFile.Cells(filled);
        Assert.Equal(Enumerable.Range(1, 22).Select(n => $"{n}"), Enumerable.Range(2, 22).Select(row => cells[$"A{row}"]));
        Assert.Equal(("任务1", "任务22"), (cells["B2"], cells["B23"]));
    }

    [Fact]
    public void A_word_table_of_labels_is_filled_beside_them()
    {
        var blank = Blanks.LabelsAndValues();
        Assert.Equal(["单位名称", "单位负责人", "填报日期", "联系电话", "进展情况"], GivenFilling.Labels(blank));

        var filled = GivenFilling.Fill(blank, ("单位名称", ["综合科"]), ("填报日期", [March31]), ("进展情况", ["一、已开会\n二、已发文"]));

        Assert.Equal(["模范机关创建工作情况登记表", "单位名称 | 综合科 | 单位负责人 | ", "填报日期 | 2026年3月31日 | 联系电话 | ", "进展情况 | 一、已开会\n二、已发文", "审核意见 | （盖章）"], FilledFile.Lines(filled));
        Assert.Equal(["word/document.xml"], FilledFile.Changed(blank, filled));
    }

    [Fact]
    public void Lines_with_labels_are_filled_after_them_and_the_date_in_its_gaps()
    {
        var blank = Blanks.LabelledLines();
        Assert.Equal(["（单位）", "填报人", "负责人", "日期"], GivenFilling.Labels(blank));

        var filled = GivenFilling.Fill(blank, ("（单位）", ["综合科"]), ("填报人", ["赵某"]), ("日期", [March31]));

        Assert.Equal(["任务办结报告", "（单位）：综合科", "填 报 人：赵某        负责人：________", "现将我单位承担任务的办理情况报告如下。", "        2026年3月31日"], FilledFile.Lines(filled));
    }

    [Fact]
    public void A_list_with_one_empty_row_grows_and_its_heading_is_still_repeated()
    {
        var blank = Blanks.LandscapeList();
        Assert.Equal(["填报单位", "填报时间", "任务", "牵头单位", "完成时限", "办理情况"], GivenFilling.Labels(blank));

        var filled = GivenFilling.Fill(blank, ("填报单位", ["综合科"]), ("任务", ["一", "二", "三"]), ("牵头单位", ["甲", "乙", "丙"]), ("完成时限", [March31, default, April2]));

        Assert.Equal(["附件2", "填报单位：综合科　　　　　填报时间：", "序号 | 任务 | 牵头单位 | 完成时限 | 办理情况", "1 | 一 | 甲 | 2026年3月31日 | ", "2 | 二 | 乙 |  | ", "3 | 三 | 丙 | 2026年4月2日 | "], FilledFile.Lines(filled));
        var xml = FilledFile.Xml(filled, "word/document.xml").ToString();
        Assert.Equal(2, xml.Split("tblHeader").Length);
        Assert.Contains("w:orient=\"landscape\"", xml, StringComparison.Ordinal);
        Assert.Contains("仿宋_GB2312", FilledFile.Xml(filled, "word/document.xml").Descendants().Last(e => e.Name.LocalName == "r").ToString(), StringComparison.Ordinal);
    }

    private static void Shows(byte[] filled, byte[]? blank, params (string At, string Text)[] expected) => Shows(filled, blank, 1, expected);

    /// <summary>The sheet shows what the blank showed and these cells, nothing else; with the cells emptied it is the blank again.</summary>
    private static void Shows(byte[] filled, byte[]? blank, int sheet, params (string At, string Text)[] expected)
    {
        var before = blank is null ? [] : FilledFile.Cells(blank, sheet);
        var should = expected.ToDictionary(e => e.At, e => e.Text);
        foreach (var (at, text) in before) should.TryAdd(at, text);
        Assert.Equal(should.OrderBy(c => c.Key, StringComparer.Ordinal), FilledFile.Cells(filled, sheet).OrderBy(c => c.Key, StringComparer.Ordinal));
        if (blank is null) return;
        var written = expected.Select(e => e.At).ToList();
        Assert.Equal(FilledFile.Without(blank, sheet, []), FilledFile.Without(Restyled(filled, blank, sheet), sheet, written));
    }

    /// <summary>A cell that looks like a formula carries a style of its own: give it the blank's back for the comparison.</summary>
    private static byte[] Restyled(byte[] filled, byte[] blank, int sheet) => FormulaMarks.TakeOff(filled, blank, sheet);
}
