namespace Exemplar.Documents.Sheets;

/// <summary>What may be the heading of a table: one row or two, and the text of each column.</summary>
/// <param name="First">The number of its first row; titles stand above it.</param>
public sealed record SheetHeading(int First, int Last, string[] Texts)
{
    private const int FarthestDown = 30;

    /// <summary>Every row that may be one, first those of one row: a title above it is none.</summary>
    /// <param name="isExact">Whether a text is a heading word by word: what stands in a row of data must not look like one.</param>
    /// <param name="isKnown">Whether a text is a heading at all.</param>
    public static IEnumerable<SheetHeading> In(Sheet sheet, Func<string, bool> isExact, Func<string, bool> isKnown)
    {
        foreach (var isDouble in (bool[])[false, true])
        {
            for (var i = 0; i < Math.Min(sheet.Rows.Count, FarthestDown); i++)
            {
                if (IsTitle(sheet.Rows[i])) continue;
                if (isDouble && (i + 1 >= sheet.Rows.Count || !IsSecondRow(sheet.Rows[i], sheet.Rows[i + 1], isExact))) continue;
                var lower = isDouble ? sheet.Rows[i + 1] : null;
                yield return new(sheet.Rows[i].Number, lower?.Number ?? sheet.Rows[i].Number, Joined(sheet.Rows[i], lower, isExact, isKnown));
            }
        }
    }

    /// <summary>One text over several columns, 1月份主题党日活动开展情况: merged, it stands in each of their cells.</summary>
    private static bool IsTitle(SheetRow row) => row.Cells.Select(c => c.Text).Where(t => t.Length > 0).ToList() is { Count: > 1 } texts && texts.Distinct().Count() == 1;

    /// <summary>Its cells repeat what stands above them (merged), or are headings themselves or together with what stands above, or part a heading over several of them: 一中队 and 二中队 below 党小组会.</summary>
    private static bool IsSecondRow(SheetRow upper, SheetRow lower, Func<string, bool> isExact)
    {
        var (news, parts, repeated) = (0, 0, 0);
        for (var i = 0; i < lower.Cells.Length; i++)
        {
            var (above, below) = (upper[i].Text, lower[i].Text);
            if (below.Length > 0 && below == above) repeated++;
            if (below.Length == 0 || below == above) continue;
            var isHeading = isExact(below) || isExact(above + below);
            if (!isHeading && (lower[i].Kind is not CellKind.Text || below.Length > 8)) return false;
            if (isHeading) news++;
            else if (IsOverSeveral(upper, i) && !below.Any(char.IsDigit)) parts++;
        }
        return news > 0 || (parts > 1 && repeated > 0);
    }

    private static bool IsOverSeveral(SheetRow row, int column) => row[column].Text is { Length: > 0 } text && (row[column + 1].Text == text || (column > 0 && row[column - 1].Text == text));

    private static string[] Joined(SheetRow upper, SheetRow? lower, Func<string, bool> isExact, Func<string, bool> isKnown)
    {
        var headings = new string[Math.Max(upper.Cells.Length, lower?.Cells.Length ?? 0)];
        for (var i = 0; i < headings.Length; i++)
        {
            var (above, below) = (upper[i].Text, lower?[i].Text ?? "");
            headings[i] = below.Length == 0 || below == above ? above
                : isExact(above + below) ? above + below   // 支委会 over 时间 is not 党课 over 时间
                : isExact(below) ? below
                : !isKnown(above) ? below
                : IsOverSeveral(upper, i) ? $"{above}（{below}）"
                : above;
        }
        return headings;
    }
}
