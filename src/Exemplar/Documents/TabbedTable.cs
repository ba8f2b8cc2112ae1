namespace Exemplar.Documents;

/// <summary>Finds tables in plain text: what a web page or a spreadsheet becomes when it is pasted has tabs between its cells.</summary>
internal static class TabbedTable
{
    private const int FewestColumns = 3;

    public static IReadOnlyList<TextTable> Find(string text)
    {
        if (!text.Contains('\t')) return [];
        var tables = new List<TextTable>();
        var rows = new List<IReadOnlyList<TextCell>>();
        var line = 0;
        for (var (start, end) = (0, 0); start <= text.Length; start = AfterLineEnd(text, end))
        {
            line++;
            var length = text.AsSpan(start).IndexOfAny('\r', '\n');
            end = length < 0 ? text.Length : start + length;
            var row = Cells(text, start, end, line);
            if (row.Count >= FewestColumns && (rows.Count == 0 || row.Count <= rows[0].Count))
            {
                rows.Add(row);
                continue;
            }
            if (rows.Count > 1) tables.Add(new([.. rows]));
            rows.Clear();
        }
        if (rows.Count > 1) tables.Add(new([.. rows]));
        return tables;
    }

    private static List<TextCell> Cells(string text, int start, int end, int line)
    {
        var cells = new List<TextCell>();
        if (!text.AsSpan(start, end - start).Contains('\t')) return cells;
        while (start <= end)
        {
            var length = text.AsSpan(start, end - start).IndexOf('\t');
            var cellEnd = length < 0 ? end : start + length;
            cells.Add(new(cells.Count, line, false, start, cellEnd));
            start = cellEnd + 1;
        }
        return cells;
    }

    // A lone "\r" ends a line as well: the lines of cells must be those of the document.
    private static int AfterLineEnd(string text, int end) => end + (end + 1 < text.Length && text[end] == '\r' && text[end + 1] == '\n' ? 2 : 1);
}
