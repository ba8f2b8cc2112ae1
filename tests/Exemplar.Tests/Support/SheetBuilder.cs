using System.Globalization;
using System.IO.Compression;
using System.Security;
using System.Text;

namespace Exemplar.Tests.Support;

/// <summary>A formula with the result that the spreadsheet program left in the file, or none.</summary>
public sealed record Formula(string Text, object? Result);

/// <summary>#N/A and its kind.</summary>
public sealed record CellError(string Text);

/// <summary>Makes workbooks as offices make them: titles, merged cells, dates as serial numbers, formulas.</summary>
public sealed class SheetBuilder
{
    private readonly StringBuilder rows = new();
    private readonly List<string> strings = [];
    private readonly List<string> merged = [];
    private int number;

    public SheetBuilder Row(params object?[] cells)
    {
        rows.Append(CultureInfo.InvariantCulture, $"<row r=\"{++number}\">");
        for (var i = 0; i < cells.Length; i++) rows.Append(Cell($"{(char)('A' + i)}{number}", cells[i]));
        rows.Append("</row>");
        return this;
    }

    public SheetBuilder Blank(int count = 1)
    {
        number += count;
        return this;
    }

    public SheetBuilder Merge(params string[] ranges)
    {
        merged.AddRange(ranges);
        return this;
    }

    private string Cell(string at, object? value) => value switch
    {
        null or "" => $"<c r=\"{at}\" s=\"0\"/>",
        DateOnly day => $"<c r=\"{at}\" s=\"1\"><v>{day.DayNumber - new DateOnly(1899, 12, 30).DayNumber}</v></c>",
        double or int or long => string.Create(CultureInfo.InvariantCulture, $"<c r=\"{at}\"><v>{value}</v></c>"),
        CellError error => $"<c r=\"{at}\" t=\"e\"><v>{error.Text}</v></c>",
        Formula { Result: null } formula => $"<c r=\"{at}\"><f>{formula.Text}</f></c>",
        Formula { Result: string text } formula => $"<c r=\"{at}\" t=\"str\"><f>{formula.Text}</f><v>{text}</v></c>",
        Formula formula => string.Create(CultureInfo.InvariantCulture, $"<c r=\"{at}\"><f>{formula.Text}</f><v>{formula.Result}</v></c>"),
        _ => $"<c r=\"{at}\" t=\"s\"><v>{Shared((string)value)}</v></c>",
    };

    private int Shared(string text)
    {
        strings.Add(text);
        return strings.Count - 1;
    }

    public byte[] Bytes(params (string Name, string Content)[] more)
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            Put(zip, "[Content_Types].xml", "<Types/>");
            Put(zip, "xl/workbook.xml", """<workbook xmlns:r="r"><workbookPr/><sheets><sheet name="隐藏" sheetId="9" state="hidden" r:id="rId9"/><sheet name="名册" sheetId="1" r:id="rId1"/></sheets></workbook>""");
            Put(zip, "xl/_rels/workbook.xml.rels", """<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/><Relationship Id="rId9" Target="/xl/worksheets/sheet9.xml"/></Relationships>""");
            Put(zip, "xl/styles.xml", """<styleSheet><numFmts><numFmt numFmtId="177" formatCode="yyyy&quot;年&quot;m&quot;月&quot;;@"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="177"/></cellXfs></styleSheet>""");
            Put(zip, "xl/sharedStrings.xml", $"<sst>{string.Concat(strings.Select(s => $"<si><r><t xml:space=\"preserve\">{SecurityElement.Escape(s)}</t></r><rPh><t>拼音</t></rPh></si>"))}</sst>");
            Put(zip, "xl/worksheets/sheet1.xml", $"<worksheet><sheetData>{rows}</sheetData><mergeCells>{string.Concat(merged.Select(m => $"<mergeCell ref=\"{m}\"/>"))}</mergeCells></worksheet>");
            foreach (var (name, content) in more) Put(zip, name, content);
        }
        return file.ToArray();
    }

    private static void Put(ZipArchive zip, string name, string content)
    {
        using var writer = new StreamWriter(zip.CreateEntry(name).Open());
        writer.Write(content);
    }
}
