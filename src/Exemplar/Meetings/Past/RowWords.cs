using Exemplar.Documents.Sheets;
using Exemplar.People.RosterImport;

namespace Exemplar.Meetings.Past;

/// <summary>The cells of one row by what they say, without numbers that nobody may keep here.</summary>
internal sealed class RowWords(PastHeader header, SheetRow row)
{
    private readonly string?[] cleaned = new string?[row.Cells.Length];   // each is asked for many times

    public int Number => row.Number;

    public Cell Cell(PastColumn column) => header.Columns.TryGetValue(column, out var i) ? row[i] : Documents.Sheets.Cell.Empty;

    public Cell Cell(int column) => row[column];

    public int? At(PastColumn column) => header.Columns.TryGetValue(column, out var i) ? i : null;

    public string Text(PastColumn column) => header.Columns.TryGetValue(column, out var i) ? Text(i) : "";

    private string Text(int column) => column < cleaned.Length ? cleaned[column] ??= Clean(row[column]) : "";

    public static string Clean(Cell cell) => CellWords.Clean(cell);

    /// <summary>The row as the file has it: 主题：学习讨论.</summary>
    public string Kept()
    {
        return string.Join('\n', header.Kept.Select(i => (header.Headings[i], Text: Text(i))).Where(c => c.Text.Length > 0)
            .Select(c => $"{c.Item1.ReplaceLineEndings("")}：{c.Text.Replace('\n', ' ')}"));
    }

    /// <summary>The texts of the row, each once: a merged cell says its text in all of its columns.</summary>
    public List<string> Texts()
    {
        var texts = new List<string>(row.Cells.Length);
        foreach (var cell in row.Cells)
            if (cell.Kind is not CellKind.Empty) texts.Add(HalfWidth.Of(cell.Text).Trim());
        return texts;
    }
}
