using Exemplar.Documents.Templates.Offers;

namespace Exemplar.Documents.Templates.Blanks;

/// <summary>The title of a blank that bears the period of the last time: where it stands, and what it should say.</summary>
internal sealed record TitleOfBlank(int Grid, GridCell Cell, PeriodTitle Period)
{
    private const int TextsRead = 12;

    /// <summary>Null unless exactly one of the first texts names periods, and that names exactly one, which is not the one meant.</summary>
    public static TitleOfBlank? Find(BlankFile blank, Period meant)
    {
        var first = blank.Grids.SelectMany((g, i) => g.Cells.OrderBy(c => c.Row).ThenBy(c => c.Column).Select(c => (Grid: i, Cell: c))).Where(x => x.Cell.Text.Length is > 3 and < 80).Take(TextsRead).ToList();
        return first.Where(x => PeriodWords.Find(x.Cell.Text, meant.First) is not null).Take(2).ToList() is [var (grid, cell)] && !cell.IsFormula && !IsFilled(blank, cell) && PeriodTitle.In(cell.Text, meant) is { } period ? new(grid, cell, period) : null;
    }

    public Gap Gap => new(Period.Start, Period.Was.Length, IsDate: true, HasMore: false);

    private static bool IsFilled(BlankFile blank, GridCell cell) => blank.Shape.Slots.OfType<Field>().Any(f => f.Target == cell);
}
