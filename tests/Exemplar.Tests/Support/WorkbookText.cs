using System.Globalization;
using System.IO.Compression;
using System.Security;
using System.Text;

namespace Exemplar.Tests.Support;

/// <summary>
/// A workbook of several sheets, written as text: <c># name</c> begins a sheet, <c>@ A1:H1</c> merges, every other line is a row
/// with <c>|</c> between its cells. Numbers and dates (2025-03-15) are typed as such; <c>'</c> makes a cell text.
/// </summary>
public static class WorkbookText
{
    public static byte[] Bytes(string text)
    {
        var sheets = new List<(string Name, StringBuilder Rows, List<string> Merged, int Last)>();
        foreach (var line in text.TrimEnd('\n').Split('\n'))
        {
            if (line.StartsWith("# ", StringComparison.Ordinal)) sheets.Add((line[2..], new(), [], 0));
            else if (line.StartsWith("@ ", StringComparison.Ordinal)) sheets[^1].Merged.Add(line[2..]);
            else
            {
                var sheet = sheets[^1] with { Last = sheets[^1].Last + 1 };
                sheets[^1] = sheet;
                sheet.Rows.Append(CultureInfo.InvariantCulture, $"<row r=\"{sheet.Last}\">");
                foreach (var (i, cell) in line.Split('|').Index()) sheet.Rows.Append(Cell($"{(char)('A' + i)}{sheet.Last}", cell.Replace("\\n", "\n", StringComparison.Ordinal)));
                sheet.Rows.Append("</row>");
            }
        }
        return Zip(sheets.ConvertAll(s => (s.Name, $"<worksheet><sheetData>{s.Rows}</sheetData><mergeCells>{string.Concat(s.Merged.Select(m => $"<mergeCell ref=\"{m}\"/>"))}</mergeCells></worksheet>")));
    }

    private static string Cell(string at, string text)
    {
        if (text.Length == 0) return "";
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", out var day)) return $"<c r=\"{at}\" s=\"1\"><v>{day.DayNumber - new DateOnly(1899, 12, 30).DayNumber}</v></c>";
        if (double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)) return string.Create(CultureInfo.InvariantCulture, $"<c r=\"{at}\"><v>{number}</v></c>");
        return $"<c r=\"{at}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">{SecurityElement.Escape(text.TrimStart('\''))}</t></is></c>";
    }

    private static byte[] Zip(List<(string Name, string Xml)> sheets)
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            Put("[Content_Types].xml", "<Types/>");
            Put("xl/workbook.xml", $"<workbook xmlns:r=\"r\"><workbookPr/><sheets>{string.Concat(sheets.Select((s, i) => $"<sheet name=\"{SecurityElement.Escape(s.Name)}\" sheetId=\"{i + 1}\" r:id=\"rId{i + 1}\"/>"))}</sheets></workbook>");
            Put("xl/_rels/workbook.xml.rels", $"<Relationships>{string.Concat(sheets.Select((_, i) => $"<Relationship Id=\"rId{i + 1}\" Target=\"worksheets/sheet{i + 1}.xml\"/>"))}</Relationships>");
            Put("xl/styles.xml", "<styleSheet><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs></styleSheet>");
            foreach (var (i, (_, xml)) in sheets.Index()) Put($"xl/worksheets/sheet{i + 1}.xml", xml);

            void Put(string name, string content)
            {
                using var writer = new StreamWriter(zip.CreateEntry(name, CompressionLevel.Fastest).Open());
                writer.Write(content);
            }
        }
        return file.ToArray();
    }
}
