namespace Exemplar.Documents.Templates.Blanks;

/// <summary>Finds the single fields of a grid outside its tables: a label with an empty cell at its right or below it, or a gap in its own text.</summary>
internal sealed class FieldFinder(Grid grid, IReadOnlyList<TableFinder.Found> tables, IReadOnlyList<TableFinder.Crossing> crossings)
{
    /// <param name="Target">Null when the blank has filled it in itself; it is then no field, but tells which blank this is.</param>
    public sealed record Found(GridCell At, string Label, GridCell? Target, Gap? Gap);

    private readonly HashSet<GridCell> taken = [];

    public IEnumerable<Found> Find() => from cell in grid.Cells
                                        where cell.Text.Length > 0 && !cell.IsFormula && !cell.IsNumber && !InTable(cell)
                                        orderby cell.Row, cell.Column
                                        from found in Of(cell)
                                        select found;

    private bool InTable(GridCell cell) => tables.Any(t => t.Top <= cell.Bottom && cell.Row <= t.Last) || crossings.Any(c => c.Top <= cell.Bottom && cell.Row <= c.Last);

    private IEnumerable<Found> Of(GridCell cell)
    {
        var gaps = Gaps.Find(cell.Text);
        var isLabel = Labels.IsLabel(Labels.Shown(cell.Text)) && gaps.Count <= 1 && (gaps is not [{ Gap: { Length: > 0 } }]);
        if (isLabel && Beside(cell) is { } target && taken.Add(target)) return [new(cell, Labels.Shown(cell.Text), target, null)];
        return gaps.Select(g => new Found(cell, Labels.Shown(g.Label), g.Gap is null ? null : cell, g.Gap));
    }

    private GridCell? Beside(GridCell cell)
    {
        if (grid.Kind is GridKind.Paragraph) return null;
        if (grid.At(cell.Row, cell.Right + 1) is { IsEmpty: true, IsDrawn: true } right) return right;
        return grid.At(cell.Bottom + 1, cell.Column) is { IsEmpty: true, IsDrawn: true } below && below.Column == cell.Column && below.Columns == cell.Columns && IsRowOfLabels(cell) ? below : null;
    }

    /// <summary>Only where labels stand side by side are their fields below them.</summary>
    private bool IsRowOfLabels(GridCell cell) => grid.Across(cell.Row, 0, grid.LastColumn).Count(c => c.Text.Length > 0 && Labels.IsLabel(Labels.Shown(c.Text))) >= 2;
}
