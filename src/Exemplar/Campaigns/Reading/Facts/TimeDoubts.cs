namespace Exemplar.Campaigns.Reading;

/// <summary>What is uncertain about a time; one bit each, because most times raise none and a set would cost more than the reading.</summary>
[Flags]
internal enum TimeDoubts
{
    None = 0,
    DateAmbiguous = 1,
    NoYear = 2,
    OpenEnded = 4,
    SeveralDeadlines = 8,
    YearAssumed = 16,
}

internal static class TimeDoubtCodes
{
    // In the order of their bits, which is alphabetical.
    private static readonly string[] Codes =
        [UnsureReasons.DateAmbiguous, UnsureReasons.NoYear, UnsureReasons.OpenEnded, UnsureReasons.SeveralDeadlines, UnsureReasons.YearAssumed];

    /// <summary>The doubts as codes of <see cref="UnsureReasons"/>.</summary>
    public static IReadOnlyList<string> Of(TimeDoubts doubts)
    {
        if (doubts == TimeDoubts.None) return [];
        var codes = new List<string>();
        for (var i = 0; i < Codes.Length; i++)
            if (((int)doubts & (1 << i)) != 0) codes.Add(Codes[i]);
        return codes;
    }
}
