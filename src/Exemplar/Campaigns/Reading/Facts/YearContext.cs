namespace Exemplar.Campaigns.Reading;

/// <summary>What the document says about the year that its months belong to.</summary>
/// <param name="Date">The document's own date.</param>
/// <param name="Year">Its year, or one named by document number or title.</param>
internal sealed record YearContext(DateOnly? Date, int? Year)
{
    /// <summary>The year a phrase means: named, relative (明), or the document's; null with a doubt when nobody says.</summary>
    public int? YearOf(int? named, char relative, ref TimeDoubts doubts)
    {
        if (named is not null) return named;
        if (Year is null)
        {
            doubts |= TimeDoubts.NoYear;
            return null;
        }
        if (Date is null) doubts |= TimeDoubts.YearAssumed;
        return relative is '明' or '次' ? Year + 1 : Year;
    }

    /// <summary>A deadline without a year that lies before the document itself must mean the next year.</summary>
    public DateOnly? MoveOn(DateOnly? date, bool yearIsSaid, ref TimeDoubts doubts)
    {
        if (yearIsSaid || date is null || Date is null || date >= new DateOnly(Date.Value.Year, Date.Value.Month, 1)) return date;
        doubts |= TimeDoubts.YearAssumed;
        return date.Value.AddYears(1);
    }
}
