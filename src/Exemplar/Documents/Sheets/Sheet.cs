namespace Exemplar.Documents.Sheets;

public enum CellKind
{
    Empty,
    Text,
    Number,

    /// <summary>A serial with a date format; the text is <c>yyyy-MM-dd</c>, or <c>yyyy-MM</c> when the format shows no day and none but the first is kept.</summary>
    Date,

    /// <summary>#N/A and its kind, or a formula whose result was never computed.</summary>
    Error,
}

public readonly record struct Cell(CellKind Kind, string Text)
{
    public static readonly Cell Empty = new(CellKind.Empty, "");
}

/// <summary>A row that holds something. <paramref name="Number"/> is what the spreadsheet program shows at its left edge.</summary>
public sealed record SheetRow(int Number, Cell[] Cells)
{
    public Cell this[int column] => column < Cells.Length ? Cells[column] : Cell.Empty;
}

/// <summary>A visible sheet of a workbook; a merged range shows its value in each of its cells.</summary>
public sealed record Sheet(string Name, IReadOnlyList<SheetRow> Rows)
{
    /// <summary>0 is A, 25 is Z, 26 is AA.</summary>
    public static string Letter(int column) => column < 26 ? ((char)('A' + column)).ToString() : Letter((column / 26) - 1) + Letter(column % 26);
}
