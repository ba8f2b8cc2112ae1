using System.Security;

namespace Exemplar.Tests.Support;

/// <summary>A superior's blank Word document; valid enough for a word processor to open.</summary>
internal static class BlankDocument
{
    private const string Package = "http://schemas.openxmlformats.org/package/2006";
    private const string Song = "<w:rPr><w:rFonts w:eastAsia=\"仿宋_GB2312\"/><w:sz w:val=\"28\"/></w:rPr>";

    public static DocxBuilder Start() => new DocxBuilder()
        .Part("[Content_Types].xml", $"""<?xml version="1.0" encoding="UTF-8"?><Types xmlns="{Package}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>""")
        .Part("_rels/.rels", $"""<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="{Package}/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>""");

    /// <summary>A bordered table. A cell <c>text|2</c> is two columns wide, <c>text^</c> begins a vertical merge and <c>^</c> goes on with it.</summary>
    public static DocxBuilder Grid(this DocxBuilder document, bool repeatsHeader, params string[][] rows) => document.Xml(
        $"<w:tbl><w:tblPr><w:tblBorders><w:insideH w:val=\"single\"/><w:insideV w:val=\"single\"/></w:tblBorders></w:tblPr>{string.Concat(rows.Select((row, i) => Row(row, repeatsHeader && i == 0)))}</w:tbl>");

    private static string Row(string[] cells, bool isHeader) =>
        $"<w:tr>{(isHeader ? "<w:trPr><w:tblHeader/></w:trPr>" : "")}{string.Concat(cells.Select(Cell))}</w:tr>";

    private static string Cell(string cell)
    {
        var (text, span) = cell.Split('|') is [var before, var wide] ? (before, $"<w:gridSpan w:val=\"{wide}\"/>") : (cell, "");
        var merge = text == "^" ? "<w:vMerge/>" : text.EndsWith('^') ? "<w:vMerge w:val=\"restart\"/>" : "";
        text = text.TrimEnd('^');
        var run = text.Length == 0 ? "" : $"<w:r>{Song}<w:t xml:space=\"preserve\">{SecurityElement.Escape(text)}</w:t></w:r>";
        return $"<w:tc><w:tcPr>{span}{merge}</w:tcPr><w:p><w:pPr>{Song}</w:pPr>{run}</w:p></w:tc>";
    }
}
