using System.IO.Compression;
using System.Text;
using Exemplar.Documents.Sheets;
using Exemplar.Tests.Support;

namespace Exemplar.Tests.Documents;

/// <summary>Files from anybody: what is no plain workbook is refused in Chinese.</summary>
public sealed class SheetReaderTests
{
    private static readonly byte[] Ole = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    public static TheoryData<string, byte[], string> Hostile => new()
    {
        { "empty", [], "文件是空的" },
        { "text", Encoding.UTF8.GetBytes("姓名,性别\n张三,男"), "这不是 Excel 表格" },
        { "old xls of nothing", [.. Ole, .. new byte[600]], "文件已损坏，或者不是 Excel 表格；请在 Excel 或 WPS 里另存为" },
        { "encrypted", [.. Ole, .. new byte[600], .. Encoding.Unicode.GetBytes("EncryptedPackage")], "这份表格加了密码" },
        { "macros", new SheetBuilder().Row("姓名", "性别").Bytes(("xl/vbaProject.bin", "x")), "带宏的表格（.xlsm）不收" },
        { "a zip of something else", Zip(("readme.txt", "hello")), "这不是 Excel 表格" },
        { "cut off", new SheetBuilder().Row("姓名", "性别").Bytes()[..200], "文件已损坏" },
        { "no rows", new SheetBuilder().Bytes(), "工作簿里的表都是空的" },
        { "entities", Zip(("xl/workbook.xml", "<!DOCTYPE x [<!ENTITY a \"aaaa\">]><workbook>&a;</workbook>")), "文件已损坏" },
        { "bad string index", Workbook("<c t='s'><v>9</v></c>"), "文件已损坏" },
        { "zip bomb", Bomb(), "表格展开后太大" },
        { "too many rows", TooManyRows(), "表格超过 50000 行" },
    };

    [Theory]
    [MemberData(nameof(Hostile))]
    public void It_is_refused_in_Chinese_and_in_little_memory(string what, byte[] file, string sentence)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        var answer = SheetReader.ReadAll(file);
        var bytes = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.StartsWith(sentence, answer.Refusal?.Message ?? what, StringComparison.Ordinal);
        Assert.True(bytes < 64 << 20, $"{what} took {bytes >> 20} MiB");
    }

    [Fact]
    public void A_merged_range_shows_its_value_everywhere_and_hidden_sheets_are_skipped()
    {
        var sheet = SheetReader.ReadAll(new SheetBuilder().Row("甲", null, "乙").Row(null, null, "丙").Merge("A1:B2").Bytes()).Value![0];

        Assert.Equal("名册", sheet.Name);
        Assert.Equal(["甲甲乙", "甲甲丙"], sheet.Rows.Select(r => string.Concat(r.Cells.Select(c => c.Text))));
    }

    [Theory]
    [InlineData("yyyy-mm-dd", true)]
    [InlineData("yyyy\"年\"m\"月\"", true)]
    [InlineData("[$-804]d/m/yyyy;@", true)]
    [InlineData("General", false)]
    [InlineData("0.00", false)]
    [InlineData("\"day\"0", false)]
    [InlineData("[Red]0", false)]
    [InlineData("h:mm", false)]
    public void A_format_that_speaks_of_days_makes_a_date(string format, bool isDate) => Assert.Equal(isDate, DateStyles.IsDate(format));

    [Theory]
    [InlineData("=1+1")]
    [InlineData("+86")]
    [InlineData("-x")]
    [InlineData("@SUM(A1)")]
    [InlineData("\tx")]
    [InlineData("普通 <文字> & \"引号\"")]
    public void What_looks_like_a_formula_is_written_as_text_and_reads_back_the_same(string text)
    {
        var file = SheetWriter.Write("表", [new("列", 10)], [[text]]);

        using var zip = new ZipArchive(new MemoryStream(file));
        using var xml = new StreamReader(zip.GetEntry("xl/worksheets/sheet1.xml")!.Open());
        var written = xml.ReadToEnd();
        Assert.DoesNotContain("<f>", written, StringComparison.Ordinal);
        Assert.Equal(SheetWriter.IsFormulaLike(text), written.Contains("s=\"2\"", StringComparison.Ordinal));
        Assert.Equal(text, SheetReader.ReadAll(file).Value![0].Rows[1][0].Text);
    }

    [Theory]
    [InlineData("a\u0001b\uFFFEc\uFFFF", "abc")]
    [InlineData("𠮷田&<𫖯>", "𠮷田&<𫖯>")]
    [InlineData(" 两边 ", " 两边 ")]
    [InlineData("一行\n又一行", "一行\n又一行")]
    [InlineData("00123", "00123")]
    public void Text_reads_back_as_it_was_written_without_what_XML_cannot_hold(string text, string back)
    {
        var rows = SheetReader.ReadAll(SheetWriter.Write("表", [new("列", 10), new("空", 10), new("又", 10)], [[text, "", "末"]])).Value![0].Rows;

        Assert.Equal(new Cell(CellKind.Text, back), rows[1][0]);
        Assert.Equal(Cell.Empty, rows[1][1]);
        Assert.Equal("末", rows[1][2].Text);
    }

    private static byte[] Zip(params (string Name, string Content)[] entries)
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in entries)
            {
                using var writer = new StreamWriter(zip.CreateEntry(name).Open());
                writer.Write(content);
            }
        }
        return file.ToArray();
    }

    /// <summary>200 MB of one letter.</summary>
    private static byte[] Bomb() => Workbook($"<c t='str'><v>{new string('x', 200 << 20)}</v></c>");

    private static byte[] TooManyRows() => Workbook(string.Concat(Enumerable.Repeat("<c><v>1</v></c></row><row>", SheetReader.MostRows + 1)));

    private static byte[] Workbook(string firstRow) => Zip(
        ("xl/workbook.xml", "<workbook xmlns:r='r'><sheets><sheet name='a' r:id='1'/></sheets></workbook>"),
        ("xl/_rels/workbook.xml.rels", "<r><Relationship Id='1' Target='s.xml'/></r>"),
        ("xl/s.xml", $"<worksheet><sheetData><row>{firstRow}</row></sheetData></worksheet>"));
}
