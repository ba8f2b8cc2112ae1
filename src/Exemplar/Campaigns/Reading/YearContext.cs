namespace Exemplar.Campaigns.Reading;

/// <summary>What the document says about the year that its months belong to.</summary>
/// <param name="Date">The document's own date.</param>
/// <param name="Year">Its year, or one named by document number or title.</param>
internal sealed record YearContext(DateOnly? Date, int? Year)
{
    /// <summary>The year a phrase means: named, relative (明年), or the document's; null with a doubt when nobody says.</summary>
    public int? YearOf(string named, string relative, ISet<string> doubts)
    {
        if (int.TryParse(named, out var year)) return year;
        if (Year is null)
        {
            doubts.Add(UnsureReasons.NoYear);
            return null;
        }
        if (Date is null) doubts.Add(UnsureReasons.YearAssumed);
        return relative is "明" or "次" ? Year + 1 : Year;
    }

    /// <summary>A deadline without a year that lies before the document itself must mean the next year.</summary>
    public DateOnly? MoveOn(DateOnly? date, bool yearIsSaid, ISet<string> doubts)
    {
        if (yearIsSaid || date is null || Date is null || date >= new DateOnly(Date.Value.Year, Date.Value.Month, 1)) return date;
        doubts.Add(UnsureReasons.YearAssumed);
        return date.Value.AddYears(1);
    }
}
