namespace Exemplar.Documents.Templates.Blanks;

/// <summary>
/// Finds the tables of a grid: a row of labels side by side with empty rows below it. The heading may reach further up
/// (merged groups), may end in a row of column numbers, and may be followed by an example.
/// </summary>
internal sealed class TableFinder(Grid grid)
{
    private const int DeepestHeading = 4;
    private const int FewestCrossed = 2;

    /// <summary>A table before its columns have keys.</summary>
    /// <param name="Names">The column in which the blank has written the units already, if it has.</param>
    public sealed record Found(int Top, int First, int Last, IReadOnlyList<(int Column, string Label)> Columns, int? Numbers, int? Names);

    public IEnumerable<Found> Find()
    {
        for (var row = 0; row <= grid.LastRow; row++)
        {
            if (Heading(row) is not { } heading || TableBelow(row, heading.First, heading.Last) is not { } found) continue;
            yield return found;
            row = Math.Max(row, found.Last);
        }
    }

    /// <summary>Rows of labels that cross a heading, with nothing but room where they meet: 党员大会／应开次数.</summary>
    public sealed record Crossing(int Top, int Last, IReadOnlyList<FieldFinder.Found> Fields);

    public IEnumerable<Crossing> Crossings()
    {
        for (var row = 0; row < grid.LastRow; row++)
        {
            if (Heading(row) is not { } heading || TableBelow(row, heading.First, heading.Last) is not null) continue;
            var top = TopOf(row, heading.First, heading.Last);
            List<FieldFinder.Found> fields = [];
            var last = row;
            while (last < grid.LastRow && CrossedBy(last + 1, top, row, heading.First, heading.Last) is { } crossed)
            {
                fields.AddRange(crossed);
                last++;
            }
            if (last - row < FewestCrossed) continue;
            yield return new(top, last, fields);
            row = last;
        }
    }

    /// <summary>Null when the row does not begin with a label, or more than room follows it.</summary>
    private List<FieldFinder.Found>? CrossedBy(int row, int top, int bottom, int first, int last)
    {
        var cells = grid.Across(row, 0, last).ToList();
        var named = cells.TakeWhile(c => c.Text.Length > 0).ToList();
        var room = cells[named.Count..];
        if (named.Count == 0 || named[^1] is not { Rows: 1 } label || !Labels.IsLabel(Labels.Shown(label.Text)) || room.Count < FewestCrossed) return null;
        if (!room.TrueForAll(c => c is { IsEmpty: true, IsDrawn: true, Rows: 1 } && c.Column >= first && grid.At(bottom, c.Column) is { } above && above.Column == c.Column && above.Columns == c.Columns)) return null;
        return room.ConvertAll(c => new FieldFinder.Found(c, $"{Labels.Shown(label.Text)}／{LabelOf(c.Column, top, bottom)}", c, null));
    }

    /// <summary>The columns from the first to the last label of the row, when no column between them is without one.</summary>
    private (int First, int Last)? Heading(int row)
    {
        var labels = grid.Across(row, 0, grid.LastColumn).Where(c => c.Bottom == row && IsHeading(c)).ToList();
        if (labels.Count < 2) return null;
        var (first, last) = (labels[0].Column, labels[^1].Right);
        while (first > 0 && grid.At(row, first - 1) is { } left && Above(left) is not null) first = left.Column;
        while (grid.At(row, last + 1) is { } right && Above(right) is not null) last = right.Right;
        if (GoesOnBelow(row, first - 1) || GoesOnBelow(row, last + 1)) return null;   // the heading ends further down
        return grid.Across(row, first, last).All(c => c.Bottom == row && (IsHeading(c) || Above(c) is not null)) && Covers(row, first, last) ? (first, last) : null;
    }

    /// <summary>An empty cell of a heading that was not merged with the label above it.</summary>
    private GridCell? Above(GridCell cell) => cell.IsEmpty && grid.At(cell.Row - 1, cell.Column) is { } above && IsHeading(above) && above.Columns == cell.Columns ? above : null;

    private bool GoesOnBelow(int row, int column) => grid.At(row, column) is { Text.Length: > 0 } cell && cell.Bottom > row;

    private bool Covers(int row, int first, int last) => Enumerable.Range(first, last - first + 1).All(column => grid.At(row, column) is not null);

    private static bool IsHeading(GridCell cell) => cell.Text.Length is > 0 and <= 60 && !cell.IsFormula && !cell.Text.TrimEnd().EndsWith('：') && !cell.Text.TrimEnd().EndsWith(':');

    private Found? TableBelow(int bottom, int first, int last)
    {
        var top = TopOf(bottom, first, last);
        var start = bottom + 1;
        if (grid.Across(start, first, last).FirstOrDefault(c => c.Text.Length > 0) is { } begins && Labels.IsExample(begins.Text)) start++;

        var leaves = grid.Across(bottom, first, last).Select(c => (Cell: c, Label: LabelOf(c.Column, top, bottom))).ToList();
        var numbers = leaves.Where(l => Labels.IsRunningNumber(l.Label) || (Labels.IsNumberOfSomething(l.Label) && grid.At(start, l.Cell.Column) is { IsNumber: true })).Select(l => (int?)l.Cell.Column).FirstOrDefault();
        var names = leaves.Where(l => Labels.IsUnit(l.Label)).Select(l => (int?)l.Cell.Column).FirstOrDefault();
        var end = start - 1;
        if (grid.LastRow < start && (grid.Kind is not GridKind.Sheet || leaves.Count < 3)) return null;
        var drawn = IsDrawn(start, first, last);
        while (end < grid.LastRow && IsEmpty(end + 1, first, last, numbers, names) && IsDrawn(end + 1, first, last) == drawn) end++;
        if (end < start && grid.LastRow >= start) return null;
        if (leaves.Count(l => Labels.IsLabel(l.Label)) < 2 || (end == start && numbers is null && IsPairOfRows(end + 1, first, last))) return null;

        var columns = leaves.Where(l => l.Cell.Column != numbers && Labels.Words(l.Label).Length > 0 && !IsCounted(start, end, l.Cell.Column)).Select(l => (l.Cell.Column, l.Label)).ToList();
        if (columns.Count == 0) return null;
        var areWritten = names is { } column && Enumerable.Range(start, Math.Max(0, end - start + 1)).Any(row => grid.At(row, column) is { Text.Length: > 0 });
        return new(top, start, end, columns, numbers, areWritten ? names : null);
    }

    private int TopOf(int bottom, int first, int last)
    {
        var top = grid.Across(bottom, first, last).Min(c => c.Row);
        while (top > 0 && bottom - top < DeepestHeading && GoesOnAbove(top, first, last)) top = grid.Across(top - 1, first, last).Min(c => c.Row);
        return top;
    }

    private bool GoesOnAbove(int top, int first, int last)
    {
        var above = grid.Across(top - 1, first, last).ToList();
        if (grid.Across(top, first, last).All(c => Labels.IsColumnNumber(c.Text))) return above.Count(IsHeading) >= 2;
        // A title or a line with gaps, merged over most of the table, is no group of columns.
        var isGroup = above.Exists(c => IsHeading(c) && c.Columns >= 2 && c.Column >= first && c.Right <= last && c.Columns * 5 <= (last - first + 1) * 4 && !c.Text.AsSpan().ContainsAny("：:"));
        return isGroup || grid.Across(top, first, last).Any(c => Above(c) is not null);
    }

    /// <summary>The names from the top of the heading down: 责任／牵头单位.</summary>
    private string LabelOf(int column, int top, int bottom) => string.Join('／', Enumerable.Range(top, bottom - top + 1)
        .Select(row => grid.At(row, column)).OfType<GridCell>().Distinct()
        .Select(c => Labels.Shown(c.Text)).Where(text => text.Length > 0 && !Labels.IsColumnNumber(text))).Replace("／（", "（", StringComparison.Ordinal);

    private bool IsEmpty(int row, int first, int last, int? numbers, int? names) =>
        grid.Across(row, first, last).All(c => c.IsEmpty || c.IsFormula || (c.IsNumber && c.Column == (numbers ?? first)) || (c.Column == names && c is { Rows: 1, Columns: 1 } && Labels.IsLabel(c.Text)));

    private bool IsDrawn(int row, int first, int last) => grid.Across(row, first, last).Any(c => c.IsDrawn);

    /// <summary>Labels again right below a single empty row: the labels stand over their fields, and this is no list.</summary>
    private bool IsPairOfRows(int row, int first, int last) => grid.Across(row, first, last).Count(c => IsHeading(c) && Labels.IsLabel(c.Text)) >= 2;

    private bool IsCounted(int start, int end, int column) => end >= start && grid.At(start, column) is { IsFormula: true };
}
