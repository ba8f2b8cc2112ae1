using System.Xml.Linq;

namespace Exemplar.Documents.Templates.Blanks.Word;

/// <summary>A Word document taken apart: its lines and tables as grids, each cell with the element it stands for.</summary>
internal sealed class WordParts
{
    private const string Body = "word/document.xml";
    private readonly Dictionary<GridCell, XElement> elements = new(ReferenceEqualityComparer.Instance);

    private WordParts(OfficePackage package, PartXml document) => (Package, Document) = (package, document);

    public OfficePackage Package { get; }
    public PartXml Document { get; }
    public List<Grid> Grids { get; } = [];

    /// <summary>The table of a grid, or its paragraph.</summary>
    public List<XElement> Blocks { get; } = [];

    public static WordParts Read(OfficePackage package)
    {
        var parts = new WordParts(package, package.Open(Body));
        if (parts.Document.Root.Elements().FirstOrDefault(e => e.Name.LocalName == "body") is not { } body) throw new InvalidDataException("body");
        foreach (var block in Unwrapped(body, "p", "tbl"))
        {
            parts.Grids.Add(block.Name.LocalName == "p" ? parts.Line(block) : parts.Table(block));
            parts.Blocks.Add(block);
        }
        return parts;
    }

    /// <summary>The cell or paragraph behind a cell of a grid.</summary>
    public XElement ElementOf(GridCell cell) => elements[cell];

    /// <summary>Children of these names, also those that stand inside content controls.</summary>
    public static IEnumerable<XElement> Unwrapped(XElement parent, params string[] names)
    {
        foreach (var child in parent.Elements())
        {
            if (names.Contains(child.Name.LocalName)) yield return child;
            else if (child.Name.LocalName is "sdt" or "sdtContent" or "customXml")
                foreach (var inner in Unwrapped(child, names)) yield return inner;
        }
    }

    /// <summary>What makes the text of a cell or paragraph, without what was deleted under review and what floats above it.</summary>
    public static List<TextPiece> Pieces(XElement element) => [.. element.Descendants()
        .Where(e => e.Name.LocalName is "t" or "tab" or "br" or "cr" && e.Parent!.Name.LocalName == "r")
        .Where(e => e.Ancestors().TakeWhile(a => a != element).All(a => a.Name.LocalName is not ("del" or "txbxContent" or "tbl")))
        .Select(e => new TextPiece(e))];

    private Grid Line(XElement paragraph)
    {
        var cell = Keep(new GridCell(0, 0, 1, 1, TextOf(paragraph), true), paragraph);
        return new(GridKind.Paragraph, "", [cell]);
    }

    private Grid Table(XElement table)
    {
        List<GridCell> cells = [];
        Dictionary<int, int> open = [];   // by column, the index of the cell that may go on below
        var row = 0;
        foreach (var line in Unwrapped(table, "tr"))
        {
            var column = Number(line.Elements().FirstOrDefault(e => e.Name.LocalName == "trPr"), "gridBefore") ?? 0;
            foreach (var element in Unwrapped(line, "tc"))
            {
                var properties = element.Elements().FirstOrDefault(e => e.Name.LocalName == "tcPr");
                var span = Math.Clamp(Number(properties, "gridSpan") ?? 1, 1, 100);
                var merge = properties?.Elements().FirstOrDefault(e => e.Name.LocalName == "vMerge");
                if (merge is not null && Value(merge) is not "restart" && open.TryGetValue(column, out var above)) cells[above] = Keep(cells[above] with { Rows = cells[above].Rows + 1 }, elements[cells[above]]);
                else
                {
                    if (merge is null) open.Remove(column);
                    else open[column] = cells.Count;
                    var text = TextOf(element);
                    cells.Add(Keep(new GridCell(row, column, 1, span, text, true, IsNumber: text.Length is > 0 and < 6 && int.TryParse(text, out _)), element));
                }
                column += span;
            }
            row++;
        }
        return new(GridKind.WordTable, "", cells);
    }

    private GridCell Keep(GridCell cell, XElement element)
    {
        elements[cell] = element;
        return cell;
    }

    private static string TextOf(XElement element)
    {
        var paragraphs = element.Name.LocalName == "p" ? [element] : Unwrapped(element, "p").ToList();
        var text = string.Join('\n', paragraphs.Select(p => string.Concat(Pieces(p).Select(piece => piece.Text))));
        return string.IsNullOrWhiteSpace(text) ? "" : text;
    }

    private static int? Number(XElement? properties, string name) =>
        properties?.Elements().FirstOrDefault(e => e.Name.LocalName == name) is { } found && int.TryParse(Value(found), out var number) ? number : null;

    private static string? Value(XElement element) => element.Attributes().FirstOrDefault(a => a.Name.LocalName == "val")?.Value;
}
