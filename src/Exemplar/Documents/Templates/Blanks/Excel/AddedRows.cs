using System.Globalization;
using System.Text.RegularExpressions;

namespace Exemplar.Documents.Templates.Blanks.Excel;

/// <summary>
/// Rows put in above row <paramref name="At"/> (0-based): what that does to every reference. A range that ends in the row
/// before grows when <paramref name="Grows"/>, since a single empty row can only be added to at its end.
/// </summary>
internal sealed partial record AddedRows(int At, int Count, bool Grows)
{
    /// <summary>A reference list such as <c>A1:B2 D4</c>, with or without dollar signs.</summary>
    public string Move(string references) => Reference().Replace(references, Moved);

    /// <summary>A formula or defined name; only references to this sheet move: those with its name, and bare ones when the formula stands on it.</summary>
    public string MoveFormula(string formula, string sheet, bool standsHere) => Rewrite(formula, sheet, standsHere, Moved);

    /// <summary>The formula of a row, for its copy <paramref name="rows"/> further down.</summary>
    public static string Copy(string formula, int rows, int columns = 0) => Rewrite(formula, "", true, m => Copied(m, rows, columns));

    private static string Rewrite(string formula, string sheet, bool standsHere, MatchEvaluator change) => Token().Replace(formula, m =>
    {
        if (!m.Groups["range"].Success) return m.Value;   // a text, a function's name
        var of = m.Groups["sheet"];
        var isHere = of.Success ? of.Value.Trim('\'').Replace("''", "'", StringComparison.Ordinal) == sheet && sheet.Length > 0 : standsHere;
        return isHere ? (of.Success ? of.Value + "!" : "") + Reference().Replace(m.Groups["range"].Value, change) : m.Value;
    });

    private string Moved(Match reference)
    {
        var to = reference.Groups["to"];
        var first = Row(reference.Groups["from"].Value);
        var movedFirst = first >= At ? first + Count : first;
        if (!to.Success) return With(reference, movedFirst, null);
        var last = Row(to.Value);
        return With(reference, movedFirst, last >= At || (Grows && last == At - 1) ? last + Count : last);
    }

    private static string Copied(Match reference, int rows, int columns)
    {
        var from = Shift(reference.Groups["a"].Value, reference.Groups["af"].Value, reference.Groups["from"].Value, rows, columns);
        return !reference.Groups["to"].Success ? from : $"{from}:{Shift(reference.Groups["b"].Value, reference.Groups["bf"].Value, reference.Groups["to"].Value, rows, columns)}";
    }

    private static string Shift(string column, string dollar, string row, int rows, int columns)
    {
        var letters = column.StartsWith('$') || columns == 0 ? column : Documents.Sheets.Sheet.Letter(CellName.Read($"{column}1").Column + columns);
        return $"{letters}{dollar}{(dollar.Length > 0 ? row : (Row(row) + 1 + rows).ToString(CultureInfo.InvariantCulture))}";
    }

    private static string With(Match reference, int first, int? last)
    {
        var from = $"{reference.Groups["a"].Value}{reference.Groups["af"].Value}{first + 1}";
        return last is { } to ? $"{from}:{reference.Groups["b"].Value}{reference.Groups["bf"].Value}{to + 1}" : from;
    }

    private static int Row(string digits) => int.Parse(digits, CultureInfo.InvariantCulture) - 1;

    [GeneratedRegex(@"(?<a>\$?[A-Z]{1,3})(?<af>\$?)(?<from>[1-9]\d{0,6})(?::(?<b>\$?[A-Z]{1,3})(?<bf>\$?)(?<to>[1-9]\d{0,6}))?(?![\w(])")]
    private static partial Regex Reference();

    [GeneratedRegex(@"""(?:[^""]|"""")*""|(?:(?<sheet>'(?:[^']|'')+'|[\p{L}_][\w.]*)!)?(?<![\w.])(?<range>\$?[A-Z]{1,3}\$?[1-9]\d{0,6}(?::\$?[A-Z]{1,3}\$?[1-9]\d{0,6})?)(?![\w(.!])|[\p{L}_][\w.]*")]
    private static partial Regex Token();
}
