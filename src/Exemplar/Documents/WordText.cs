using System.Text;
using System.Xml;

namespace Exemplar.Documents;

/// <summary>Turns the body of a Word document into lines: one per paragraph, one per table cell.</summary>
internal sealed class WordText(WordNumbering numbering)
{
    private readonly StringBuilder text = new();
    private readonly Dictionary<int, string> numbers = [];
    private readonly List<TextTable> tables = [];
    private List<IReadOnlyList<TextCell>>? rows;
    private List<TextCell> row = [];
    private int line = 1;
    private int tableDepth;
    private int column;
    private int span = 1;
    private bool merged;
    private int cellStart;
    private string? style;
    private string? list;
    private int level;
    private bool inRun;
    private bool inText;

    public DecodedText Read(Stream part)
    {
        using var xml = WordFile.Open(part);
        xml.Read();
        while (!xml.EOF)
        {
            // The fallback repeats its text box for old readers; what was deleted under review is not text.
            if (xml.NodeType == XmlNodeType.Element && xml.LocalName is "Fallback" or "del")
            {
                xml.Skip();
                continue;
            }
            Visit(xml);
            xml.Read();
        }
        return new(text.ToString(), tables, numbers);
    }

    private void Visit(XmlReader xml)
    {
        switch (xml.NodeType)
        {
            case XmlNodeType.Element:
                Open(xml);
                if (xml.IsEmptyElement) Close(xml.LocalName);
                break;
            case XmlNodeType.EndElement:
                Close(xml.LocalName);
                break;
            case XmlNodeType.Text or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace or XmlNodeType.CDATA when inText:
                Append(xml.Value);
                break;
        }
    }

    private void Open(XmlReader xml)
    {
        switch (xml.LocalName)
        {
            case "t": inText = !xml.IsEmptyElement; break;
            case "r": inRun = true; break;
            case "tab" when inRun: text.Append('\t'); break;
            case "br" or "cr" when inRun: text.Append(' '); break;
            case "noBreakHyphen" when inRun: text.Append('-'); break;
            case "p": (style, list, level) = (null, null, 0); SeparateInCell(); break;
            case "pStyle": style = Value(xml); break;
            case "numId": list = Value(xml); break;
            case "ilvl": level = int.TryParse(Value(xml), out var at) ? Math.Clamp(at, 0, 8) : 0; break;
            case "tbl" when tableDepth++ == 0: rows = []; break;
            case "tr" when tableDepth == 1: (row, column) = ([], 0); break;
            case "tc" when tableDepth == 1: (cellStart, span, merged) = (text.Length, 1, false); break;
            case "gridSpan" when tableDepth == 1: span = int.TryParse(Value(xml), out var wide) ? Math.Clamp(wide, 1, 100) : 1; break;
            case "vMerge" when tableDepth == 1: merged = Value(xml) is not "restart"; break;
        }
    }

    private void Close(string element)
    {
        switch (element)
        {
            case "t": inText = false; break;
            case "r": inRun = false; break;
            case "p" when tableDepth == 0:
                if (numbering.Next(list, level, style) is { } number) numbers[line] = number;
                EndLine();
                break;
            case "tbl" when --tableDepth == 0: tables.Add(new(rows!)); break;
            case "tr" when tableDepth == 1: rows!.Add(row); break;
            case "tc" when tableDepth == 1:
                row.Add(new(column, line, merged, cellStart, text.Length));
                column += span;
                EndLine();
                break;
        }
    }

    private void SeparateInCell()
    {
        if (tableDepth > 0 && text.Length > cellStart) text.Append(' ');
    }

    // A line break inside a run is only how the XML was printed.
    private void Append(string run) => text.Append(run.AsSpan().ContainsAny('\n', '\r') ? run.ReplaceLineEndings(" ") : run);

    private void EndLine()
    {
        text.Append('\n');
        line++;
    }

    private static string? Value(XmlReader xml) => xml.GetAttribute("val", xml.NamespaceURI);
}
