namespace Exemplar.Campaigns.Reading;

internal enum MonthPart
{
    None,

    /// <summary>上旬</summary>
    FirstTen,

    /// <summary>中旬</summary>
    MiddleTen,

    /// <summary>下旬</summary>
    LastTen,

    /// <summary>底, 末</summary>
    End,

    /// <summary>初</summary>
    Beginning,
}

/// <summary>One side of a phrase, as far as it is written down: 明年3月, 10月上旬, 15日.</summary>
/// <param name="Relative">今 of 今年; '\0' without one.</param>
internal readonly record struct MonthPoint(int? Year, char Relative, int? Month, int? Day, MonthPart Part)
{
    public bool SaysYear => Year is not null || Relative != '\0';
}

/// <summary>A month as documents name it: 3月底前, 6月30日前, 2026年2月至10月.</summary>
/// <param name="To">The other end of a span; null for a single time.</param>
/// <param name="IsBefore">前, 之前 or 以前 follows.</param>
/// <param name="IsFrom">起 follows.</param>
internal readonly record struct MonthPhrase(TextSpan Span, MonthPoint From, MonthPoint? To, bool IsBefore, bool IsFrom);
