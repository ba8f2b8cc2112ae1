using Exemplar.Documents.Sheets;
using Exemplar.People.RosterImport;

namespace Exemplar.People.TermImport;

/// <summary>Where the heading of a sheet of elections is, and which column says what. The rows above it are its titles.</summary>
/// <param name="Unused">As they may be repeated to the reader.</param>
/// <param name="Open">Those of which somebody may say what they are.</param>
internal sealed record TermHeader(int First, int Last, IReadOnlyDictionary<TermColumn, int> Columns, string[] Headings, IReadOnlyList<string> Private, IReadOnlyList<string> Unused, IReadOnlyList<TermHeading> Open)
{
    /// <summary>Null when no row has a column that tells of a term, and one that tells whose it is.</summary>
    /// <param name="said">What somebody said of columns, by <see cref="TermHeading.KeyOf"/>.</param>
    public static TermHeader? Find(Sheet sheet, IReadOnlyDictionary<string, TermColumn> said)
    {
        TermHeader? best = null;
        foreach (var heading in SheetHeading.In(sheet, t => Meaning(t, said) is not null, t => Meaning(t, said) is not null))
        {
            var header = Assign(sheet, heading, said);
            if (header.IsUsable && header.Columns.Count > (best?.Columns.Count ?? 0)) best = header;
        }
        return best?.WithDayByContents(sheet);
    }

    private bool IsUsable => (Has(TermColumn.Elected) || Has(TermColumn.Ends) || Has(TermColumn.Span) || Has(TermColumn.Years)) && (Has(TermColumn.Unit) || Has(TermColumn.Secretary) || Has(TermColumn.Name) || Has(TermColumn.Ordinal));

    public bool Has(TermColumn column) => Columns.ContainsKey(column);

    public Cell Cell(SheetRow row, TermColumn column) => Columns.TryGetValue(column, out var i) ? row[i] : Documents.Sheets.Cell.Empty;

    public string Text(SheetRow row, TermColumn column) => CellWords.Clean(Cell(row, column));

    /// <summary>The sheet without the columns that nobody may keep here.</summary>
    public Sheet WithoutPrivate(Sheet sheet) => sheet with { Rows = [.. sheet.Rows.Select(row => row.Number <= Last ? row : row with { Cells = [.. row.Cells.Select((cell, i) => IsPrivate(i) ? Documents.Sheets.Cell.Empty : CellWords.Keepable(cell))] })] };

    private bool IsPrivate(int column) => column < Headings.Length && TermHeadings.Recognise(Headings[column]) is TermColumn.Private;

    /// <summary>What may not be read stays so whatever was said of it.</summary>
    private static TermColumn? Meaning(string heading, IReadOnlyDictionary<string, TermColumn> said) =>
        TermHeadings.Recognise(heading) is TermColumn.Private ? TermColumn.Private : said.TryGetValue(TermHeading.KeyOf(heading), out var meant) ? meant : TermHeadings.Recognise(heading);

    private static TermHeader Assign(Sheet sheet, SheetHeading heading, IReadOnlyDictionary<string, TermColumn> said)
    {
        Dictionary<TermColumn, int> columns = [];
        List<string> left = [], unused = [];
        List<TermHeading> open = [];
        for (var i = 0; i < heading.Texts.Length; i++)   // what somebody said goes before what the words look like
            if (said.TryGetValue(TermHeading.KeyOf(heading.Texts[i]), out var meant) && meant is not TermColumn.Unneeded && Meaning(heading.Texts[i], said) is not TermColumn.Private) columns.TryAdd(meant, i);
        for (var i = 0; i < heading.Texts.Length; i++)
        {
            var (plain, key) = (RosterHeadings.Plain(heading.Texts[i]), TermHeading.KeyOf(heading.Texts[i]));
            if (plain.Length == 0) continue;
            var column = Meaning(heading.Texts[i], said);
            var shown = PrivateText.Heading(plain, Sheet.Letter(i));
            if (column is TermColumn.Private) { left.Add(shown); continue; }
            var isUsed = column is not null and not TermColumn.Unneeded && (columns.TryAdd(column.Value, i) || columns[column.Value] == i);
            if (!isUsed && column is not TermColumn.Unneeded) unused.Add(shown);
            if (shown == plain && (said.ContainsKey(key) || !isUsed)) open.Add(new(key, plain, i, said.ContainsKey(key) ? column : null, IsByContents: false, Examples(sheet, heading.Last, i)));
        }
        return new(heading.First, heading.Last, columns, heading.Texts, [.. left.Distinct()], [.. unused.Distinct()], open);
    }

    /// <summary>Where no column says the day of the election and one of those left has nothing but days below it, that is proposed.</summary>
    private TermHeader WithDayByContents(Sheet sheet)
    {
        if (Has(TermColumn.Elected) || Has(TermColumn.Span) || Below(sheet, Last).Any(row => TermDates.Span(Cell(row, TermColumn.Years)) is not null)) return this;
        if (Open.Where(h => h.Is is null && !TermHeadings.IsOfAnotherDay(h.Words) && IsOfDays(sheet, h.Column)).Take(2).ToList() is not [var only]) return this;
        return this with
        {
            Columns = new Dictionary<TermColumn, int>(Columns) { [TermColumn.Elected] = only.Column },
            Unused = [.. Unused.Where(u => u != only.Words)],
            Open = [.. Open.Select(h => h == only ? h with { Is = TermColumn.Elected, IsByContents = true } : h)],
        };
    }

    private bool IsOfDays(Sheet sheet, int column)
    {
        var cells = Below(sheet, Last).Select(row => row[column]).Where(cell => CellWords.Clean(cell).Length > 0).ToList();
        return cells.Count > 0 && cells.Count(cell => TermDates.Read(cell) is { First.Year: >= 1980 and < 2100 }) >= 0.8 * cells.Count;
    }

    /// <summary>Rows of more than one text: the others are sections and notes.</summary>
    private static IEnumerable<SheetRow> Below(Sheet sheet, int heading) => sheet.Rows.Where(row => row.Number > heading && CellWords.Texts(row).Distinct().Count() > 1);

    private static IReadOnlyList<string> Examples(Sheet sheet, int heading, int column) =>
        [.. Below(sheet, heading).Select(row => CellWords.Clean(row[column]).Replace('\n', ' ')).Where(text => text.Length > 0).Distinct().Take(3).Select(PrivateText.Quote)];
}
