using Exemplar.Tests.Support;

namespace Exemplar.Tests.Documents.Templates;

/// <summary>Blanks as superiors send them, no two alike. What they look like filled stands in <see cref="FilledBlanksTests"/>.</summary>
internal static class Blanks
{
    /// <summary>One heading row, five empty rows.</summary>
    public static byte[] SingleHeading() => BlankWorkbook.Build(new BlankSheet("Sheet1")
        .Put("A1", 2, "序号", "任务名称", "责任科室", "完成时限", "进展情况").Draw("A2:E6", 1));

    /// <summary>A title, a heading of two rows with a merged group, dates in real date cells.</summary>
    public static byte[] TwoRowHeading() => BlankWorkbook.Build(new BlankSheet("台账")
        .Put("A1", 4, "模范机关创建任务台账").Merge("A1:G1")
        .Put("A2", 2, "序号", "工作任务", "责任", "", "时限", "完成情况", "")
        .Put("A3", 2, "", "", "牵头单位", "配合单位", "", "状态", "办结日期")
        .Merge("A2:A3", "B2:B3", "C2:D2", "E2:E3", "F2:G2")
        .Draw("A4:D7", 1).Draw("E4:E7", 3).Draw("F4:F7", 1).Draw("G4:G7", 3));

    /// <summary>Title, one merged line with two labels, heading, rows, a total and notes below; a formula that counts.</summary>
    public static byte[] LabelledLineAndTotal() => BlankWorkbook.Build("<definedNames><definedName name=\"_xlnm.Print_Area\" localSheetId=\"0\">'汇总表'!$A$1:$D$9</definedName></definedNames>", new BlankSheet("汇总表")
    {
        Tail = "<pageMargins left=\"0.7\" right=\"0.7\" top=\"0.75\" bottom=\"0.75\" header=\"0.3\" footer=\"0.3\"/><pageSetup paperSize=\"9\" orientation=\"landscape\"/>",
    }
        .Put("A1", 4, "重点任务进展情况汇总表").Merge("A1:D1")
        .Put("A2", 0, "填报单位（盖章）：                填报日期：    年   月   日").Merge("A2:D2")
        .Put("A3", 2, "序号", "重点任务", "责任单位", "目前进展\n（200字以内）")
        .Draw("A4:D6", 1)
        .Put("A7", 1, "合计", "=COUNTA(B4:B6)", "", "").Merge("C7:D7")
        .Put("A8", 0, "注：1.本表一式两份；2.于每月25日前报送。").Merge("A8:D8")
        .Put("A9", 1, "填表人：", "", "联系电话：", ""));

    /// <summary>Two tables one above the other.</summary>
    public static byte[] TwoTables() => BlankWorkbook.Build(new BlankSheet("Sheet1")
        .Put("A1", 0, "一、任务清单")
        .Put("A2", 2, "序号", "任务", "完成时限").Draw("A3:C4", 1)
        .Put("A6", 0, "二、问题清单")
        .Put("A7", 2, "序号", "问题", "整改措施", "整改时限").Draw("A8:D10", 1));

    /// <summary>A cover, an instruction sheet without any field, and the table.</summary>
    public static byte[] CoverAndTable() => BlankWorkbook.Build(
        new BlankSheet("封面") { Head = "<cols><col min=\"2\" max=\"2\" width=\"20\" customWidth=\"1\"/></cols>" }
            .Put("B3", 4, "2026年度创建工作报表").Put("B6", 2, "单位名称", "").Draw("C6:C8", 1).Put("B7", 2, "单位负责人").Put("B8", 2, "填报日期"),
        new BlankSheet("填表说明").Put("A1", 0, "一、本表由各单位填写。").Put("A2", 0, "二、不得改动格式。"),
        new BlankSheet("报表").Put("A1", 2, "项次", "任务内容", "任务目标", "所处阶段").Draw("A2:D3", 1));

    /// <summary>Protected, with a list to choose from, titles repeated on paper, and conditional colours.</summary>
    public static byte[] ValidatedAndProtected() => BlankWorkbook.Build("<definedNames><definedName name=\"_xlnm.Print_Titles\" localSheetId=\"0\">Sheet1!$1:$2</definedName></definedNames>", new BlankSheet("Sheet1")
    {
        Guard = "<sheetProtection sheet=\"1\" objects=\"1\" scenarios=\"1\"/>",
        Tail = "<conditionalFormatting sqref=\"D3:D5\"><cfRule type=\"containsText\" dxfId=\"0\" priority=\"1\" operator=\"containsText\" text=\"逾期\"><formula>NOT(ISERROR(SEARCH(\"逾期\",D3)))</formula></cfRule></conditionalFormatting><dataValidations count=\"1\"><dataValidation type=\"list\" allowBlank=\"1\" sqref=\"D3:D5\"><formula1>\"已完成,推进中,未启动\"</formula1></dataValidation></dataValidations>",
    }
        .Put("A1", 4, "督办事项表").Merge("A1:D1")
        .Put("A2", 2, "序号", "事项", "承办单位", "状态").Draw("A3:D5", 1));

    /// <summary>Formulas in every row, one shared, and a total; fewer rows than there will be records.</summary>
    public static byte[] FormulasInRows() => BlankWorkbook.Build(new BlankSheet("Sheet1")
        .Put("A1", 2, "序号", "任务名称", "完成时限", "剩余天数")
        .Draw("A2:B4", 1).Draw("C2:C4", 3)
        .Put("D2", 1, "=IF(C2=\"\",\"\",C2-TODAY())").Put("D3", 1, "=IF(C3=\"\",\"\",C3-TODAY())").Put("D4", 1, "=IF(C4=\"\",\"\",C4-TODAY())")
        .Put("A5", 1, "合计", "=COUNTA(B2:B4)", "", "=SUM(D2:D4)"));

    /// <summary>Units in brackets and line breaks in the headings, and the form of the date given in one.</summary>
    public static byte[] BracketsAndBreaks() => BlankWorkbook.Build(new BlankSheet("Sheet1")
        .Put("A1", 2, "序\n号", "任务\n名称", "责任\n单位\n（科室）", "完成时限\n（如：2026.3.5）", "责任人\n（姓名、职务）", "备注").Draw("A2:F4", 1));

    /// <summary>The numbers 1 to 20 stand there already.</summary>
    public static byte[] NumberedRows()
    {
        var sheet = new BlankSheet("Sheet1").Put("A1", 2, "编号", "主要任务", "牵头科室", "是否完成").Draw("B2:D21", 1);
        for (var n = 1; n <= 20; n++) sheet.Put($"A{n + 1}", 1, n);
        return BlankWorkbook.Build(sheet);
    }

    /// <summary>A Word table of labels and values, one of them over two columns.</summary>
    public static byte[] LabelsAndValues() => BlankDocument.Start()
        .Paragraph("模范机关创建工作情况登记表")
        .Grid(false, ["单位名称", "", "单位负责人", ""], ["填报日期", "", "联系电话", ""], ["进展情况", "|3"], ["审核意见", "（盖章）|3"])
        .Build();

    /// <summary>Lines with labels, underscores, spaced letters, and a date with gaps.</summary>
    public static byte[] LabelledLines() => BlankDocument.Start()
        .Paragraph("任务办结报告")
        .Paragraph("（单位）：")
        .Paragraph("填 报 人：________        负责人：________")
        .Paragraph("现将我单位承担任务的办理情况报告如下。")
        .Paragraph("        年   月   日")
        .Build();

    /// <summary>A landscape list whose heading row is repeated on each page; one empty row only.</summary>
    public static byte[] LandscapeList() => BlankDocument.Start()
        .Paragraph("附件2")
        .Paragraph("填报单位：　　　　　　　　填报时间：")
        .Grid(true, ["序号", "任务", "牵头单位", "完成时限", "办理情况"], ["", "", "", "", ""])
        .Xml("<w:sectPr><w:pgSz w:w=\"16838\" w:h=\"11906\" w:orient=\"landscape\"/></w:sectPr>")
        .Build();
}
