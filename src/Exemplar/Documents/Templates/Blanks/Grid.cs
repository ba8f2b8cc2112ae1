namespace Exemplar.Documents.Templates.Blanks;

/// <summary>
/// A cell of a blank, with what it is merged with. <paramref name="IsDrawn"/> tells whether somebody gave it a border or
/// another look: an empty cell that is drawn waits to be filled.
/// </summary>
/// <param name="Row">0-based, as <paramref name="Column"/> is.</param>
/// <param name="Rows">How many rows it covers.</param>
public sealed record GridCell(int Row, int Column, int Rows, int Columns, string Text, bool IsDrawn, bool IsFormula = false, bool IsNumber = false, bool HasDateFormat = false)
{
    public bool IsEmpty => Text.Length == 0 && !IsFormula;
    public int Bottom => Row + Rows - 1;
    public int Right => Column + Columns - 1;
}

public enum GridKind
{
    Sheet,
    WordTable,

    /// <summary>A line of a Word document: a grid of one cell.</summary>
    Paragraph,
}

/// <summary>A sheet, a Word table or a line of text, as cells. Both kinds of files are searched in this form.</summary>
public sealed class Grid
{
    private const int MostCovered = 500_000;
    private readonly Dictionary<(int Row, int Column), GridCell> covered = [];
    private readonly Dictionary<int, List<GridCell>> byRow = [];

    /// <param name="cells">Merged cells before those that they cover.</param>
    public Grid(GridKind kind, string name, IReadOnlyList<GridCell> cells)
    {
        (Kind, Name) = (kind, name);
        List<GridCell> shown = [];
        foreach (var cell in cells)
        {
            if (covered.ContainsKey((cell.Row, cell.Column))) continue;   // it lies hidden below a merged one
            shown.Add(cell);
            if ((long)covered.Count + ((long)cell.Rows * cell.Columns) > MostCovered) throw new TooMuchToFill("合并的单元格太多，不像一张空表");
            for (var row = cell.Row; row <= cell.Bottom; row++)
            {
                if (byRow.TryGetValue(row, out var line)) line.Add(cell);
                else byRow[row] = [cell];
                for (var column = cell.Column; column <= cell.Right; column++) covered.TryAdd((row, column), cell);
            }
            LastRow = Math.Max(LastRow, cell.Bottom);
            LastColumn = Math.Max(LastColumn, cell.Right);
        }
        Cells = shown;
        foreach (var line in byRow.Values) line.Sort((a, b) => a.Column.CompareTo(b.Column));
    }

    public GridKind Kind { get; }
    public string Name { get; }
    public IReadOnlyList<GridCell> Cells { get; }
    public int LastRow { get; } = -1;
    public int LastColumn { get; } = -1;

    /// <summary>The cell that covers this place, or null where there is none.</summary>
    public GridCell? At(int row, int column) => covered.GetValueOrDefault((row, column));

    /// <summary>The cells of a row that lie between two columns, from the left.</summary>
    public IEnumerable<GridCell> Across(int row, int first, int last) =>
        byRow.TryGetValue(row, out var line) ? line.Where(c => c.Right >= first && c.Column <= last) : [];
}
