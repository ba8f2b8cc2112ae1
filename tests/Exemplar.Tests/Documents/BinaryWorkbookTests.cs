using System.Globalization;
using Exemplar.Documents.Sheets;
using Exemplar.Tests.Support;

namespace Exemplar.Tests.Documents;

/// <summary>The .xls of older programs: Sheets/old.xls and its twin old.xlsx, saved from one workbook.</summary>
public sealed class BinaryWorkbookTests
{
    private static readonly byte[] Old = File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Documents", "Sheets", "old.xls"));

    private static readonly string[] Expected =
    [
        "[第一党支部]",
        "1: 第一党支部2026年组织生活台账 × 6",
        "2: 序号 时间 类型 应到 实到 内容",
        "3: #1 @2026-01-08 支委会 #3 #3 研究全年计划",
        "4: #2 @2026-01-16 党员大会 #8 #7 通报支部工作",
        "5: #3 @2026-01-23 主题党日 #8 #8 参观展馆",
        "6: #4 2.6 支委会 #3 #3 讨论发展党员",
        "7: #5 @2026-02-12 主题党日 #8 #8 集体学习",
        "8: #6 @2026-03-05 主题党日 #8 #6 志愿服务",
        "9: 备注： @2026-03 实际人数 - #14.5 是",
        "[第二党支部]",
        "1: 时间 类型 内容",
        "3: 3月2日 党课 书记讲党课",
    ];

    [Theory]
    [InlineData("old.xls")]
    [InlineData("old.xlsx")]
    public void Its_visible_sheets_are_read_as_the_same_xlsx_would_be(string name) =>
        Assert.Equal(Expected, Lines(SheetReader.ReadAll(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Documents", "Sheets", name))).Value!));

    [Fact]
    public void A_date_in_the_Chinese_format_that_has_a_number_only_is_a_date()
    {
        var file = Old.ToArray();
        var style = file.AsSpan().IndexOf((ReadOnlySpan<byte>)[0xE0, 0, 20, 0, 0, 0, 165, 0]);   // the XF record of yyyy年m月d日: font, then format
        Assert.True(style > 0, "the record moved");
        file[style + 6] = 31;

        Assert.Equal(Expected, Lines(SheetReader.ReadAll(file).Value!));
    }

    [Fact]
    public void The_sheet_that_is_asked_for_by_name_is_read_although_it_is_hidden()
    {
        var book = SheetReader.ReadAll(Old, "草稿").Value!;

        Assert.Equal("不看", book.Marked!.Rows[0][0].Text);
        Assert.Equal(["第一党支部", "第二党支部"], book.Shown.Select(s => s.Name));
    }

    [Fact]
    public void Macros_and_passwords_are_refused()
    {
        Assert.Equal("带宏的表格不收，请另存为 .xlsx 再上传", SheetReader.ReadAll([.. Old, .. System.Text.Encoding.Unicode.GetBytes("_VBA_PROJECT_CUR")]).Refusal?.Message);
        Assert.StartsWith("这份表格加了密码", SheetReader.ReadAll([.. Old, .. System.Text.Encoding.Unicode.GetBytes("EncryptedPackage")]).Refusal?.Message, StringComparison.Ordinal);
    }

    /// <summary>Bytes flipped and ends cut off: a table or a sentence, whatever the library meets.</summary>
    [Fact]
    public void However_it_is_damaged_it_is_read_or_refused_in_little_memory()
    {
        var (refused, most) = (0, 0L);
        for (var seed = 0; seed < 400; seed++)
        {
            var random = new Random(seed);
            var file = Old.AsSpan(0, seed % 4 == 0 ? random.Next(9, Old.Length) : Old.Length).ToArray();
            for (var i = random.Next(1, 40); i > 0; i--) file[random.Next(8, file.Length)] = (byte)random.Next(256);

            var before = GC.GetAllocatedBytesForCurrentThread();
            if (SheetReader.ReadAll(file).Refusal is not null) refused++;
            most = Math.Max(most, GC.GetAllocatedBytesForCurrentThread() - before);
        }
        Assert.InRange(refused, 1, 399);
        Assert.True(most < 64 << 20, $"{most >> 20} MiB");
    }

    private static IEnumerable<string> Lines(IReadOnlyList<Sheet> sheets) => sheets.SelectMany(s => s.Rows.Select(Line).Prepend($"[{s.Name}]"));

    private static string Line(SheetRow row) => $"{row.Number.ToString(CultureInfo.InvariantCulture)}: " + (row.Cells.Length > 1 && row.Cells.Distinct().Count() == 1
        ? $"{row[0].Text} × {row.Cells.Length}"
        : string.Join(' ', row.Cells.Select(Said)));

    private static string Said(Cell cell) => cell.Kind switch
    {
        CellKind.Empty => "-",
        CellKind.Number => "#" + cell.Text,
        CellKind.Date => "@" + cell.Text,
        _ => cell.Text,
    };
}
