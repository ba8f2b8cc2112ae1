namespace Exemplar.Documents.Sheets;

/// <summary>Rows by their numbers, columns from 0; both ends belong to it.</summary>
internal readonly record struct CellRange(int Top, int Bottom, int First, int Last);

/// <summary>A merged range keeps its value in the first cell; readers see it in all of them.</summary>
internal static class MergedCells
{
    private const int Most = 500_000;

    public static void Spread(List<SheetRow> rows, IEnumerable<CellRange> merged)
    {
        var left = Most;
        foreach (var range in merged)
        {
            var start = FindIndexByNumber(rows, range.Top);
            if (start < 0 || rows[start][range.First] is not { Kind: not CellKind.Empty } value) continue;

            for (var i = start; i < rows.Count && rows[i].Number <= range.Bottom; i++)
            {
                for (var column = range.First; column <= Math.Min(range.Last, SheetRows.MostColumns - 1); column++)
                {
                    if (--left < 0) throw new TooMuch("合并的单元格太多，不像一份登记表");
                    rows[i] = Put(rows[i], column, value);
                }
            }
        }
    }

    private static SheetRow Put(SheetRow row, int column, Cell value)
    {
        var cells = row.Cells;
        if (cells.Length <= column)
        {
            Array.Resize(ref cells, column + 1);
            for (var i = row.Cells.Length; i < cells.Length; i++) cells[i] = Cell.Empty;
        }
        cells[column] = value;
        return ReferenceEquals(cells, row.Cells) ? row : row with { Cells = cells };
    }

    /// <summary>The place of the row with this number, or -1; rows stand in the order of their numbers.</summary>
    private static int FindIndexByNumber(List<SheetRow> rows, int number)
    {
        var (low, high) = (0, rows.Count - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            if (rows[middle].Number == number) return middle;
            if (rows[middle].Number < number) low = middle + 1;
            else high = middle - 1;
        }
        return -1;
    }
}
