using System.Text.RegularExpressions;
using Exemplar.Documents.Sheets;

namespace Exemplar.People.RosterImport;

/// <summary>The text of a cell as it may be kept: half-width, without numbers that nobody may keep here; empty for “无” and the like.</summary>
internal static partial class CellWords
{
    private static readonly string[] Nothing = ["/", "-", "—", "——", "无", "\\", "同上"];

    public static string Clean(Cell cell)
    {
        if (cell.Kind is CellKind.Error) return "";
        var text = PrivateNumber().Replace(HalfWidth.Of(cell.Text).ReplaceLineEndings("\n").Trim(), "…");
        return Array.IndexOf(Nothing, text) >= 0 ? "" : text;
    }

    /// <summary>The cell as it may wait for a confirmation: as it is, but for such numbers.</summary>
    public static Cell Keepable(Cell cell) => PrivateNumber().IsMatch(HalfWidth.Of(cell.Text)) ? cell with { Text = Clean(cell) } : cell;

    /// <summary>The texts of the row in its order: a merged cell says its text in all of its columns.</summary>
    public static List<string> Texts(SheetRow row) => [.. row.Cells.Where(c => c.Kind is not CellKind.Empty).Select(c => HalfWidth.Of(c.Text).Trim())];

    // Identity numbers and telephones, typed into a cell where something else belongs.
    [GeneratedRegex(@"(?<!\d)(?:\d{17}[\dXx]|\d{15}|1\d{10}|1\d{2}[ \-]\d{4}[ \-]\d{4})(?!\d)")]
    private static partial Regex PrivateNumber();
}
