namespace Exemplar.Documents.Templates.Blanks;

/// <summary>
/// A place of a blank that can be filled. <paramref name="Key"/> stays the same in another copy of the same blank,
/// whatever its dates and the number of its rows; <paramref name="Label"/> is what the blank calls it.
/// </summary>
/// <param name="Grid">Index of the grid it stands in.</param>
/// <param name="Row">0-based row of its label, for the order of reading.</param>
public abstract record Slot(string Key, string Label, int Grid, int Row, int Column)
{
    /// <summary>Whether a key is that of a column: the table that it stands in is numbered before its words.</summary>
    public static bool IsColumn(string key) => key.IndexOf('/') is >= 0 and var table && table < key.IndexOf(':');
}

/// <summary>A single value: a cell of its own, or with <paramref name="Gap"/> a gap within the text of the label's cell.</summary>
public sealed record Field(string Key, string Label, int Grid, int Row, int Column, GridCell Target, Gap? Gap) : Slot(Key, Label, Grid, Row, Column);

/// <summary>A column of a table, filled once for each record.</summary>
public sealed record Column(string Key, string Label, int Grid, int Row, int Index, int Table) : Slot(Key, Label, Grid, Row, Index);

/// <summary>A stretch of a text that waits for a value; empty (<paramref name="Length"/> 0) where the text just ends.</summary>
/// <param name="IsDate">The gap reads 年 月 日 with room between.</param>
/// <param name="HasMore">More text follows, which should not come closer than it must.</param>
public sealed record Gap(int Start, int Length, bool IsDate, bool HasMore);

/// <summary>A table: its heading ends above <paramref name="First"/>, its empty rows are those from there to <paramref name="Last"/> (one less when there are none).</summary>
/// <param name="Numbers">The column of running numbers, if it has one.</param>
/// <param name="HasSums">The row right below the empty ones waits for their sums: 合计.</param>
public sealed record FormTable(int Grid, int Top, int First, int Last, IReadOnlyList<Column> Columns, int? Numbers, bool HasSums = false)
{
    /// <summary>The column in which the blank names the unit of each row; null where the rows are free.</summary>
    public Column? Names { get; init; }

    /// <summary>What it says there, one text for each row, empty where the row is free.</summary>
    public IReadOnlyList<string> RowNames { get; init; } = [];

    public int EmptyRows => Last - First + 1;
}

/// <summary>What was found in a blank, in the order of reading. Two copies of one blank have the same <paramref name="Fingerprint"/>.</summary>
public sealed record Shape(IReadOnlyList<Slot> Slots, IReadOnlyList<FormTable> Tables, string Fingerprint);
