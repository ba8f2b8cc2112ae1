using System.Globalization;
using System.IO.Compression;
using System.Security;
using System.Text;

namespace Exemplar.Tests.Support;

/// <summary>One sheet of a superior's blank, cell by cell; valid enough for a spreadsheet program to open.</summary>
internal sealed class BlankSheet(string name)
{
    private readonly SortedDictionary<int, SortedDictionary<int, string>> rows = [];
    private readonly List<string> merged = [];

    public string Name => name;

    /// <summary>What stands after the merged cells: validations, page set-up.</summary>
    public string Tail { get; set; } = "";

    /// <summary>What stands before the rows: views, column widths.</summary>
    public string Head { get; set; } = "";

    /// <summary>What stands between the rows and the merged cells: protection.</summary>
    public string Guard { get; set; } = "";

    public List<string> Strings { get; init; } = [];

    /// <summary>Texts from this cell to the right; null leaves a cell out, "" draws an empty one.</summary>
    public BlankSheet Put(string at, int style, params object?[] values)
    {
        var (row, column) = Split(at);
        for (var i = 0; i < values.Length; i++)
            if (values[i] is { } value) Cells(row)[column + i] = Cell(At(row, column + i), style, value);
        return this;
    }

    /// <summary>Empty bordered cells over a range.</summary>
    public BlankSheet Draw(string range, int style)
    {
        var (top, left) = Split(range.Split(':')[0]);
        var (bottom, right) = Split(range.Split(':')[1]);
        for (var row = top; row <= bottom; row++)
            for (var column = left; column <= right; column++) Cells(row).TryAdd(column, Cell(At(row, column), style, ""));
        return this;
    }

    public BlankSheet Merge(params string[] ranges)
    {
        merged.AddRange(ranges);
        return this;
    }

    internal string Xml()
    {
        var data = string.Concat(rows.Select(r => $"<row r=\"{r.Key}\">{string.Concat(r.Value.Values)}</row>"));
        var merges = merged.Count == 0 ? "" : $"<mergeCells count=\"{merged.Count}\">{string.Concat(merged.Select(m => $"<mergeCell ref=\"{m}\"/>"))}</mergeCells>";
        return $"<worksheet xmlns=\"{BlankWorkbook.Main}\">{Head}<sheetData>{data}</sheetData>{Guard}{merges}{Tail}</worksheet>";
    }

    private SortedDictionary<int, string> Cells(int row) => rows.TryGetValue(row, out var cells) ? cells : rows[row] = [];

    private string Cell(string at, int style, object value) => value switch
    {
        "" => $"<c r=\"{at}\" s=\"{style}\"/>",
        string formula when formula.StartsWith("<f", StringComparison.Ordinal) => $"<c r=\"{at}\" s=\"{style}\">{formula}<v>0</v></c>",
        string text when text.StartsWith('=') => $"<c r=\"{at}\" s=\"{style}\"><f>{SecurityElement.Escape(text[1..])}</f><v>0</v></c>",
        string text => $"<c r=\"{at}\" s=\"{style}\" t=\"s\"><v>{Shared(text)}</v></c>",
        _ => string.Create(CultureInfo.InvariantCulture, $"<c r=\"{at}\" s=\"{style}\"><v>{value}</v></c>"),
    };

    private int Shared(string text)
    {
        Strings.Add(text);
        return Strings.Count - 1;
    }

    private static string At(int row, int column) => $"{(char)('A' + column)}{row}";

    private static (int Row, int Column) Split(string at) => (int.Parse(at[1..], CultureInfo.InvariantCulture), at[0] - 'A');
}

/// <summary>A superior's blank workbook. Styles: 0 none, 1 bordered, 2 heading, 3 bordered date, 4 title.</summary>
internal static class BlankWorkbook
{
    public const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Package = "http://schemas.openxmlformats.org/package/2006";

    private const string Styles = $"""
        <styleSheet xmlns="{Main}"><fonts count="2"><font><sz val="11"/><name val="宋体"/></font><font><b/><sz val="16"/><name val="黑体"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border><left style="thin"/><right style="thin"/><top style="thin"/><bottom style="thin"/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="5"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="0" fillId="0" borderId="1" xfId="0" applyBorder="1"/><xf numFmtId="0" fontId="0" fillId="0" borderId="1" xfId="0" applyBorder="1" applyAlignment="1"><alignment horizontal="center" wrapText="1"/></xf><xf numFmtId="14" fontId="0" fillId="0" borderId="1" xfId="0" applyNumberFormat="1" applyBorder="1"/><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/></cellXfs></styleSheet>
        """;

    /// <param name="defined">The workbook's defined names, as XML.</param>
    public static byte[] Build(string defined, params BlankSheet[] sheets)
    {
        List<string> strings = [];
        List<string> parts = [];
        foreach (var sheet in sheets)
        {
            // Each sheet counted its own strings from 0: give it its place in the one table.
            var shift = strings.Count;
            parts.Add(System.Text.RegularExpressions.Regex.Replace(sheet.Xml(), "t=\"s\"><v>(\\d+)</v>", m => $"t=\"s\"><v>{int.Parse(m.Groups[1].Value, CultureInfo.InvariantCulture) + shift}</v>"));
            strings.AddRange(sheet.Strings);
        }
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            var overrides = string.Concat(sheets.Select((_, i) => $"<Override PartName=\"/xl/worksheets/sheet{i + 1}.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/>"));
            Put(zip, "[Content_Types].xml", $"""<Types xmlns="{Package}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>{overrides}<Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/></Types>""");
            Put(zip, "_rels/.rels", $"""<Relationships xmlns="{Package}/relationships"><Relationship Id="rId1" Type="{Relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>""");
            Put(zip, "xl/workbook.xml", $"""<workbook xmlns="{Main}" xmlns:r="{Relations}"><sheets>{string.Concat(sheets.Select((s, i) => $"<sheet name=\"{s.Name}\" sheetId=\"{i + 1}\" r:id=\"rId{i + 1}\"/>"))}</sheets>{defined}</workbook>""");
            Put(zip, "xl/_rels/workbook.xml.rels", $"""<Relationships xmlns="{Package}/relationships">{string.Concat(sheets.Select((_, i) => $"<Relationship Id=\"rId{i + 1}\" Type=\"{Relations}/worksheet\" Target=\"worksheets/sheet{i + 1}.xml\"/>"))}<Relationship Id="rId90" Type="{Relations}/styles" Target="styles.xml"/><Relationship Id="rId91" Type="{Relations}/sharedStrings" Target="sharedStrings.xml"/></Relationships>""");
            for (var i = 0; i < parts.Count; i++) Put(zip, $"xl/worksheets/sheet{i + 1}.xml", parts[i]);
            Put(zip, "xl/styles.xml", Styles.Trim());
            Put(zip, "xl/sharedStrings.xml", $"<sst xmlns=\"{Main}\">{string.Concat(strings.Select(s => $"<si><t xml:space=\"preserve\">{SecurityElement.Escape(s)}</t></si>"))}</sst>");
        }
        return file.ToArray();
    }

    public static byte[] Build(params BlankSheet[] sheets) => Build("", sheets);

    private static void Put(ZipArchive zip, string name, string content)
    {
        using var writer = new StreamWriter(zip.CreateEntry(name).Open(), new UTF8Encoding(false));
        writer.Write("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n");
        writer.Write(content);
    }
}
