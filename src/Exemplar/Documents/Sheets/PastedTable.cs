using System.Text;

namespace Exemplar.Documents.Sheets;

/// <summary>A table copied from a spreadsheet: tabs between cells, a cell of several lines in quotation marks. Everything is text, as it was shown.</summary>
internal static class PastedTable
{
    public const string SheetName = "粘贴的表格";

    /// <summary>Refused when it has no two cells beside each other.</summary>
    public static Result<IReadOnlyList<Sheet>> Read(string text)
    {
        if (!text.Contains('\t')) return new Refusal("粘贴的不是表格：请在 WPS 或 Excel 里选中整张表（连同标题和表头）复制，再粘贴到这里");
        return Read(text, '\t', SheetName);
    }

    /// <summary>The same with another separator, as .csv files have it.</summary>
    public static Result<IReadOnlyList<Sheet>> Read(string text, char separator, string name)
    {
        List<SheetRow> rows = [];
        List<Cell> cells = [];
        var cell = new StringBuilder();
        var (number, quoted) = (1, false);
        foreach (var c in text.ReplaceLineEndings("\n") + "\n")
        {
            if (c == '"' && (quoted || cell.Length == 0)) quoted = !quoted;
            else if (c == separator && !quoted) EndCell();
            else if (c == '\n' && !quoted) EndRow();
            else cell.Append(c);
        }
        if (quoted) EndRow();
        if (rows.Count > SheetReader.MostRows) return new Refusal($"{name}超过 {SheetReader.MostRows} 行，请分成几份");
        return new Result<IReadOnlyList<Sheet>>([new(name, rows)], null);

        void EndCell()
        {
            var shown = cell.ToString();
            cells.Add(string.IsNullOrWhiteSpace(shown) ? Cell.Empty : new(CellKind.Text, shown));
            cell.Clear();
        }

        void EndRow()
        {
            EndCell();
            if (cells.Exists(c => c.Kind is not CellKind.Empty)) rows.Add(new(number, [.. cells]));
            number++;
            cells.Clear();
        }
    }
}
