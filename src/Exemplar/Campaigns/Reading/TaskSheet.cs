using System.Text;
using Exemplar.Documents;
using Exemplar.Documents.Sheets;

namespace Exemplar.Campaigns.Reading;

/// <summary>
/// A spreadsheet of tasks as a text with its tables: a row is a line, a tab stands between its cells. So it is read, lit and reviewed
/// like any other document. All or nothing: what has to be put right in the sheet is named by row and column.
/// </summary>
internal static class TaskSheet
{
    private const int MostNamed = 10;
    private const int MostSheets = 20;
    private static readonly string[] ErrorValues = ["#REF!", "#N/A", "#VALUE!", "#DIV/0!", "#NAME?", "#NULL!", "#NUM!"];

    public static Result<DecodedText> Decode(byte[] content)
    {
        var read = SheetReader.ReadAll(content);
        if (read.Value is not { } sheets) return read.Refusal!;
        if (sheets.Count > MostSheets) return new Refusal($"工作簿里有 {sheets.Count} 张表，最多读 {MostSheets} 张，请分成几份");

        var (text, tables, wrong) = (new StringBuilder(), new List<TextTable>(), new List<string>());
        var line = 1;
        foreach (var sheet in sheets)
        {
            if (Find(sheet) is not var (heading, columns)) continue;   // a sheet of notes beside the list
            Write(sheet, heading, columns, sheets.Count > 1 ? sheet.Name : "", text, tables, wrong, ref line);
        }
        if (tables.Count == 0) return new Refusal("没有找到表头：要有一列“任务”或“工作内容”，并有“责任单位”“完成时限”“序号”中的至少一列");
        if (wrong.Count > 0) return Refused(wrong);
        return new DecodedText(text.ToString(), tables, new Dictionary<int, string>());
    }

    /// <summary>What a sheet would be refused for, of a text that holds a table of tasks copied from one; its rows are counted from the first that was copied. Null when there is nothing to put right.</summary>
    public static Refusal? OfPaste(string text)
    {
        if (PastedTable.Read(text).Value is not [var sheet] || Find(sheet) is not var (heading, columns)) return null;
        var wrong = sheet.Rows.Where(r => r.Number > heading.Last && r.Cells.Length > 1)   // a line without a tab is no row of it
            .SelectMany(r => Errors(WithErrors(r), [.. Enumerable.Range(0, heading.Texts.Length).Select(column => Words(r[column]))], columns)).ToList();
        return wrong.Count > 0 ? Refused(wrong) : null;
    }

    private static (SheetHeading Heading, Dictionary<int, TaskColumn> Columns)? Find(Sheet sheet)
    {
        foreach (var heading in SheetHeading.In(sheet, TaskColumns.IsExact, TaskColumns.IsKnown))
            if (TaskColumns.Of(heading.Texts) is var columns && TaskColumns.MakeTable(columns)) return (heading, columns);
        return null;
    }

    private static Refusal Refused(List<string> wrong) => new($"有 {wrong.Count} 处要先在表里改好，一行也没有读入：{string.Join("；", wrong.Take(MostNamed))}{(wrong.Count > MostNamed ? "；……" : "")}");

    /// <summary>What is copied as text is what was shown, also of a formula that failed.</summary>
    private static SheetRow WithErrors(SheetRow row) => row with { Cells = [.. row.Cells.Select(c => Array.IndexOf(ErrorValues, c.Text.Trim()) >= 0 ? new Cell(CellKind.Error, c.Text.Trim()) : c)] };

    /// <summary>What stands above the heading is the document's title; below it each row that holds something is a row of the table.</summary>
    private static void Write(Sheet sheet, SheetHeading heading, IReadOnlyDictionary<int, TaskColumn> columns, string name, StringBuilder text, List<TextTable> tables, List<string> wrong, ref int line)
    {
        foreach (var row in sheet.Rows.Where(r => r.Number < heading.First))
        {
            text.Append(string.Join('\t', row.Cells.Select(Words).Where(w => w.Length > 0).Distinct())).Append('\n');
            line++;
        }
        List<IReadOnlyList<TextCell>> rows = [Line(heading.Texts, _ => false, text, ref line)];
        string[]? above = null;
        foreach (var row in sheet.Rows.Where(r => r.Number > heading.Last))
        {
            var words = Enumerable.Range(0, heading.Texts.Length).Select(column => Words(row[column])).ToArray();
            wrong.AddRange(Errors(row, words, columns).Select(error => name.Length > 0 ? $"“{name}”{error}" : error));
            if (words.All(w => w.Length == 0) || IsSum(words)) continue;
            var former = above;
            rows.Add(Line(words, column => columns.GetValueOrDefault(column) is TaskColumn.Problem && former?[column] == words[column], text, ref line));
            above = words;
        }
        tables.Add(new(rows));
    }

    private static IEnumerable<string> Errors(SheetRow row, string[] words, IReadOnlyDictionary<int, TaskColumn> columns)
    {
        foreach (var (column, _) in columns.Where(c => row[c.Key].Kind is CellKind.Error)) yield return $"第 {row.Number} 行 {Sheet.Letter(column)} 列：{row[column].Text}";
        var asks = columns.Where(c => c.Value is TaskColumn.Owner or TaskColumn.CoOwner or TaskColumn.Time).Any(c => words[c.Key].Length > 0);
        var says = columns.Where(c => c.Value is TaskColumn.Task or TaskColumn.Problem).ToList();
        if (asks && says.TrueForAll(c => words[c.Key].Length == 0)) yield return $"第 {row.Number} 行 {Sheet.Letter(says[0].Key)} 列：没有写任务";
    }

    /// <summary>合计 is no task.</summary>
    private static bool IsSum(string[] words) => words.FirstOrDefault(w => w.Length > 0) is "合计" or "总计" or "小计";

    /// <param name="continues">A problem that was merged over several rows stands in each of them and is told once.</param>
    private static List<TextCell> Line(string[] words, Func<int, bool> continues, StringBuilder text, ref int line)
    {
        var cells = new List<TextCell>();
        for (var column = 0; column < words.Length; column++)
        {
            if (column > 0) text.Append('\t');
            var start = text.Length;
            text.Append(words[column]);
            cells.Add(new(column, line, words[column].Length > 0 && continues(column), start, text.Length));
        }
        text.Append('\n');
        line++;
        return cells;
    }

    /// <summary>One line; a date as it is written in documents.</summary>
    private static string Words(Cell cell) => cell.Kind is CellKind.Date && cell.Text.Split('-') is [var year, var month, .. var day]
        ? $"{year}年{int.Parse(month)}月{(day is [var d] ? $"{int.Parse(d)}日" : "")}"
        : string.Join(' ', cell.Text.Split(['\r', '\n', '\t'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
}
