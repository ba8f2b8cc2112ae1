using System.Globalization;
using System.Xml.Linq;

namespace Exemplar.Documents.Templates.Blanks.Excel;

/// <summary>One sheet as XML, with its rows and cells at hand by number.</summary>
internal sealed class SheetPart
{
    private readonly WorkbookParts workbook;
    private readonly PartXml part;
    private XElement? last;

    public SheetPart(WorkbookParts workbook, string name, PartXml part)
    {
        (this.workbook, Name, this.part) = (workbook, name, part);
        Data = part.Root.Element(Ns + "sheetData") ?? throw new InvalidDataException("sheetData");
        NumberAll();
    }

    public string Name { get; }
    public XElement Root => part.Root;
    public XNamespace Ns => part.Root.Name.Namespace;
    public XElement Data { get; }

    public void Change() => part.IsChanged = true;

    public Grid ToGrid()
    {
        var merges = (Root.Element(Ns + "mergeCells")?.Elements() ?? [])
            .Select(m => CellName.Range((string?)m.Attribute("ref") ?? "")).OfType<(int Top, int Left, int Bottom, int Right)>()
            .DistinctBy(m => (m.Top, m.Left)).ToDictionary(m => (m.Top, m.Left));
        HashSet<(int, int)> anchored = [];
        List<GridCell> cells = [];
        foreach (var cell in Data.Elements(Ns + "row").Elements(Ns + "c"))
        {
            var (row, column) = CellName.Read((string?)cell.Attribute("r"));
            var read = Read(cell, row, column);
            if (merges.TryGetValue((row, column), out var merge) && anchored.Add((row, column)))
                read = read with { Rows = merge.Bottom - row + 1, Columns = merge.Right - column + 1, IsDrawn = true };
            cells.Add(read);
        }
        cells.AddRange(merges.Where(m => !anchored.Contains(m.Key)).Select(m => new GridCell(m.Value.Top, m.Value.Left, m.Value.Bottom - m.Value.Top + 1, m.Value.Right - m.Value.Left + 1, "", true)));
        return new(GridKind.Sheet, Name, [.. cells.Where(c => c.Rows > 1 || c.Columns > 1), .. cells.Where(c => c is { Rows: 1, Columns: 1 })]);
    }

    private GridCell Read(XElement cell, int row, int column)
    {
        var style = Style(cell);
        var value = (string?)cell.Element(Ns + "v") ?? "";
        var type = (string?)cell.Attribute("t");
        var text = type switch
        {
            "s" when int.TryParse(value, out var index) && index >= 0 && index < workbook.Strings.Count => WorkbookParts.TextOf(workbook.Strings[index]),
            "inlineStr" => cell.Element(Ns + "is") is { } inline ? WorkbookParts.TextOf(inline) : "",
            _ => value,
        };
        var isFormula = cell.Element(Ns + "f") is not null;
        var shown = isFormula || string.IsNullOrWhiteSpace(text) ? "" : text.ReplaceLineEndings("\n");
        return new(row, column, 1, 1, shown, style > 0, isFormula, shown.Length is > 0 and < 6 && int.TryParse(shown, out _), workbook.Styles.IsDate(style));
    }

    public static int Style(XElement cell) => int.TryParse((string?)cell.Attribute("s"), out var style) ? style : 0;

    public XElement? FindRow(int row) => Data.Elements(Ns + "row").FirstOrDefault(r => RowOf(r) == row);

    /// <summary>The row, made in its place when it is not there.</summary>
    public XElement Row(int row)
    {
        if (last is { Parent: not null } && RowOf(last) == row) return last;   // a row is written cell after cell
        return last = FindOrMakeRow(row);
    }

    private XElement FindOrMakeRow(int row)
    {
        XElement? before = null;
        foreach (var known in Data.Elements(Ns + "row"))
        {
            if (RowOf(known) == row) return known;
            if (RowOf(known) > row) break;
            before = known;
        }
        var made = new XElement(Ns + "row", new XAttribute("r", Text(row + 1)));
        if (before is null) Data.AddFirst(made);
        else before.AddAfterSelf(made);
        return made;
    }

    /// <summary>The cell, made in its place when it is not there.</summary>
    public XElement Cell(int row, int column)
    {
        var line = Row(row);
        XElement? before = null;
        foreach (var known in line.Elements(Ns + "c"))
        {
            var at = CellName.Read((string?)known.Attribute("r")).Column;
            if (at == column) return known;
            if (at > column) break;
            before = known;
        }
        var made = new XElement(Ns + "c", new XAttribute("r", CellName.Of(row, column)));
        if ((string?)line.Attribute("s") is { } look) made.SetAttributeValue("s", look);
        if (before is null) line.AddFirst(made);
        else before.AddAfterSelf(made);
        return made;
    }

    public static int RowOf(XElement row) => int.Parse((string?)row.Attribute("r") ?? "0", NumberStyles.None, CultureInfo.InvariantCulture) - 1;

    public static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>Programs may leave the numbers of rows and cells out; here each has its own.</summary>
    private void NumberAll()
    {
        var next = 0;
        foreach (var row in Data.Elements(Ns + "row"))
        {
            if (row.Attribute("r") is null) row.SetAttributeValue("r", Text(next + 1));
            next = RowOf(row) + 1;
            var column = 0;
            foreach (var cell in row.Elements(Ns + "c"))
            {
                if (cell.Attribute("r") is null) cell.SetAttributeValue("r", CellName.Of(next - 1, column));
                column = CellName.Read((string?)cell.Attribute("r")).Column + 1;
            }
        }
    }
}
