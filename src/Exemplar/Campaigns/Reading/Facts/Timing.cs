using System.Buffers;

namespace Exemplar.Campaigns.Reading;

/// <summary>When a span says that something is to be done.</summary>
/// <param name="Doubts">Codes of <see cref="UnsureReasons"/>.</param>
internal sealed record Timing(DateOnly? Due, DateOnly? Starts, DateOnly? Ends, IReadOnlyList<string> Doubts)
{
    private static readonly SearchValues<char> TimeWords = SearchValues.Create("月季年半节旦一");

    public static readonly Timing None = new(null, null, null, []);

    /// <summary>A time is named, even if it could not be resolved.</summary>
    public bool IsNamed => Due is not null || Starts is not null || Ends is not null || Doubts.Count > 0;

    /// <param name="folded">Folded text.</param>
    /// <param name="isTime">The text stands where a time is expected (完成时限：3月), so a bare month or day counts.</param>
    public static Timing Of(ReadOnlySpan<char> folded, YearContext years, bool isTime)
    {
        if (!folded.ContainsAny(TimeWords) && !isTime) return None;
        var found = new TimeFinder(folded, years, isTime);
        // Each kind of phrase has a character or word it cannot do without.
        if (folded.Contains('月'))
        {
            found.AddMonths();
            if (TimePhrases.EndsMonth(folded)) found.AddMonthEnd();
        }
        if (TimePhrases.MayEndYear(folded)) found.AddYearEnds();
        if (TimePhrases.MayNameQuarter(folded)) found.AddQuarters();
        if (TimePhrases.MayNameHoliday(folded)) found.AddHolidays();
        return found.Result();
    }
}
