using Exemplar.Documents.Sheets;
using Exemplar.People.RosterImport;

namespace Exemplar.People.TermImport;

/// <summary>Where the heading of a sheet of elections is, and which column says what. The rows above it are its titles.</summary>
internal sealed record TermHeader(int First, int Last, IReadOnlyDictionary<TermColumn, int> Columns, string[] Headings, IReadOnlyList<string> Private, IReadOnlyList<string> Unused)
{
    /// <summary>Null when no row has a column that tells of a term, and one that tells whose it is.</summary>
    public static TermHeader? Find(Sheet sheet)
    {
        TermHeader? best = null;
        foreach (var heading in SheetHeading.In(sheet, t => TermHeadings.Recognise(t) is not null, t => TermHeadings.Recognise(t) is not null))
        {
            var header = Assign(heading);
            if (header.IsUsable && header.Columns.Count > (best?.Columns.Count ?? 0)) best = header;
        }
        return best;
    }

    private bool IsUsable => (Has(TermColumn.Elected) || Has(TermColumn.Ends) || Has(TermColumn.Span) || Has(TermColumn.Years)) && (Has(TermColumn.Unit) || Has(TermColumn.Secretary) || Has(TermColumn.Name) || Has(TermColumn.Ordinal));

    public bool Has(TermColumn column) => Columns.ContainsKey(column);

    public Cell Cell(SheetRow row, TermColumn column) => Columns.TryGetValue(column, out var i) ? row[i] : Documents.Sheets.Cell.Empty;

    public string Text(SheetRow row, TermColumn column) => CellWords.Clean(Cell(row, column));

    private static TermHeader Assign(SheetHeading heading)
    {
        Dictionary<TermColumn, int> columns = [];
        List<string> left = [], unused = [];
        for (var i = 0; i < heading.Texts.Length; i++)
        {
            var plain = RosterHeadings.Plain(heading.Texts[i]);
            if (plain.Length == 0) continue;
            var column = TermHeadings.Recognise(heading.Texts[i]);
            if (column is TermColumn.Private) left.Add(PrivateText.Heading(plain, Sheet.Letter(i)));
            else if (column is null || !columns.TryAdd(column.Value, i)) unused.Add(PrivateText.Heading(plain, Sheet.Letter(i)));
        }
        return new(heading.First, heading.Last, columns, heading.Texts, [.. left.Distinct()], [.. unused.Distinct()]);
    }
}
