using Exemplar.Documents.Templates.Blanks;

namespace Exemplar.Documents.Templates;

/// <summary>A blank as a page shows it: its lines and tables, with a number at each place that can be filled.</summary>
public sealed record BlankPreview(IReadOnlyList<BlankPreview.Block> Blocks)
{
    private const int MostRows = 40;
    private const int MostColumns = 30;
    private const int MostBlocks = 60;

    /// <param name="Slots">Numbers of the slots that are filled here.</param>
    public sealed record Cell(string Text, int Rows, int Columns, IReadOnlyList<int> Slots);

    /// <param name="Left">How many rows are not shown.</param>
    public sealed record Block(GridKind Kind, string Name, IReadOnlyList<IReadOnlyList<Cell>> Rows, int Left);

    public static BlankPreview Of(BlankFile blank)
    {
        var slots = blank.Shape.Slots.Select((slot, i) => (Place: PlaceOf(slot, blank.Grids[slot.Grid]), Number: i + 1)).ToLookup(s => s.Place, s => s.Number);
        return new([.. blank.Grids.Select((grid, i) => Of(grid, i, slots)).Where(b => b.Rows.Count > 0).Take(MostBlocks)]);
    }

    private static Block Of(Grid grid, int index, ILookup<(int, int, int), int> slots)
    {
        var byRow = grid.Cells.Where(c => c.Column < MostColumns).ToLookup(c => c.Row);
        var last = grid.Cells.Where(c => c.Text.Length > 0 || slots.Contains((index, c.Row, c.Column))).Select(c => c.Bottom).DefaultIfEmpty(-1).Max();
        var rows = Enumerable.Range(0, Math.Min(last + 1, MostRows)).Select(row => Row(grid, row, byRow[row], index, slots)).ToList();
        return new(grid.Kind, grid.Name, rows, last + 1 - rows.Count);
    }

    /// <summary>Places where a sheet has no cell at all are shown too: later cells must stand in their columns.</summary>
    private static List<Cell> Row(Grid grid, int row, IEnumerable<GridCell> cells, int index, ILookup<(int, int, int), int> slots)
    {
        List<Cell> shown = [];
        var next = 0;
        foreach (var cell in cells.OrderBy(c => c.Column))
        {
            for (; next < cell.Column; next++)
                if (grid.At(row, next) is null) shown.Add(new("", 1, 1, []));
            shown.Add(new(cell.Text, Math.Min(cell.Rows, MostRows - row), Math.Min(cell.Columns, MostColumns - cell.Column), [.. slots[(index, row, cell.Column)]]));
            next = cell.Right + 1;
        }
        return shown;
    }

    /// <summary>The cell of a field, or the lowest cell of a column's heading, which may be merged with those above.</summary>
    private static (int, int, int) PlaceOf(Slot slot, Grid grid) => (slot is Field field ? field.Target : grid.At(slot.Row, slot.Column)) is { } cell
        ? (slot.Grid, cell.Row, cell.Column)
        : (slot.Grid, slot.Row, slot.Column);
}
