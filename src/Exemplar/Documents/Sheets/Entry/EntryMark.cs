namespace Exemplar.Documents.Sheets.Entry;

/// <summary>What a workbook to fill in knows of itself, on a hidden sheet: spreadsheet programs keep it through every saving. Each of its rows begins with a word.</summary>
public sealed class EntryMark
{
    private readonly ILookup<string, SheetRow> rows;

    private EntryMark(Sheet sheet) => rows = sheet.Rows.ToLookup(r => r[0].Text);

    /// <summary>Null when the sheet does not begin with the word of this format.</summary>
    public static EntryMark? Read(Sheet? sheet, string format) => sheet is { Rows: [var first, ..] } && first[0].Text == format ? new(sheet) : null;

    /// <summary>The rows that begin with the word, in their order.</summary>
    public IEnumerable<SheetRow> this[string word] => rows[word];

    /// <summary>What stands behind the first of them; empty without one.</summary>
    public string One(string word) => rows[word].Select(r => r[1].Text).FirstOrDefault() ?? "";

    public static EntryRow Row(params IEnumerable<string> texts) => new([.. texts.Select(t => new EntryCell(EntryLook.Plain, t))]);
}
