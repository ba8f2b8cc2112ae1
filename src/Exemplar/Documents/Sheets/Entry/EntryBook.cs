namespace Exemplar.Documents.Sheets.Entry;

/// <summary>How a cell of a workbook to fill in looks. Only the last four may be written to while the sheet is protected.</summary>
public enum EntryLook
{
    Plain,
    Title,
    Note,
    Heading,

    /// <summary>What is known already, on grey.</summary>
    Known,
    KnownDay,
    Text,
    Day,
    Time,
    Choice,
}

/// <summary>One cell: text, a day, or a formula that shows what was filled in elsewhere.</summary>
public sealed record EntryCell(EntryLook Look, string Text = "")
{
    public DateOnly? Day { get; init; }

    /// <summary>Without the equals sign.</summary>
    public string? Formula { get; init; }
}

/// <param name="Height">In points; null lets the program decide.</param>
public sealed record EntryRow(IReadOnlyList<EntryCell> Cells, double? Height = null);

public enum EntryRuleKind
{
    OneOf,
    Day,
    Time,
}

/// <summary>What may be typed into a range, and the sentence when something else is.</summary>
/// <param name="Range">B5:B12.</param>
/// <param name="From">The list as a range or as "a,b"; the first day or time as a number.</param>
/// <param name="Strict">False where something else is taken after a second look.</param>
public sealed record EntryRule(string Range, EntryRuleKind Kind, string From, string To, string Sentence, bool Strict = true)
{
    public static EntryRule Choice(string range, string list, string sentence, bool strict = true) => new(range, EntryRuleKind.OneOf, list, "", sentence, strict);

    public static EntryRule Between(string range, DateOnly first, DateOnly last, string sentence) => new(range, EntryRuleKind.Day, SerialOf(first), SerialOf(last), sentence);

    /// <summary>The number that a spreadsheet program has for a day.</summary>
    internal static string SerialOf(DateOnly day) => (day.DayNumber - new DateOnly(1899, 12, 30).DayNumber).ToString(System.Globalization.CultureInfo.InvariantCulture);
}

/// <summary>One sheet of a workbook to fill in: protected against accidents, without a password.</summary>
/// <param name="Widths">Of its columns, in characters.</param>
public sealed record EntrySheet(string Name, IReadOnlyList<double> Widths, IReadOnlyList<EntryRow> Rows)
{
    /// <summary>How many rows and columns stay in view, and stand on each printed page.</summary>
    public (int Rows, int Columns) Frozen { get; init; }
    public IReadOnlyList<string> Merged { get; init; } = [];
    public IReadOnlyList<EntryRule> Rules { get; init; } = [];

    /// <summary>Printed on A4 across; shrunk to the width of one page, or else over several.</summary>
    public bool FitsWidth { get; init; } = true;
    public bool IsHidden { get; init; }
}
