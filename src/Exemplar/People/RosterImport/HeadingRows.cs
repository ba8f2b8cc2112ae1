using Exemplar.Documents.Sheets;

namespace Exemplar.People.RosterImport;

/// <summary>The heading of a table, which may stand in two rows.</summary>
internal static class HeadingRows
{
    /// <summary>Its cells repeat what stands above them (merged) or are headings themselves, or make one together with what stands above.</summary>
    public static bool IsSecond(SheetRow upper, SheetRow lower)
    {
        var news = 0;
        for (var i = 0; i < lower.Cells.Length; i++)
        {
            var (above, below) = (upper[i].Text, lower[i].Text);
            if (below.Length == 0 || below == above) continue;
            if (RosterHeadings.Recognise(below) is null && RosterHeadings.Recognise(above + below) is null && lower[i].Kind is not CellKind.Text) return false;
            if (RosterHeadings.Recognise(below) is not null || RosterHeadings.Recognise(above + below) is not null) news++;
        }
        return news > 0;
    }

    public static string[] Join(SheetRow upper, SheetRow? lower)
    {
        var headings = new string[Math.Max(upper.Cells.Length, lower?.Cells.Length ?? 0)];
        for (var i = 0; i < headings.Length; i++)
        {
            var (above, below) = (upper[i].Text, lower?[i].Text ?? "");
            headings[i] = below.Length == 0 || below == above ? above
                : RosterHeadings.Recognise(above + below) is not null ? above + below
                : RosterHeadings.Recognise(below) is not null || RosterHeadings.Recognise(above) is null ? below
                : above;
        }
        return headings;
    }
}
