namespace Exemplar.Campaigns.Reading;

/// <summary>Where the heading of a numbered text ends: at its first full stop, or where an enumeration begins.</summary>
internal static class HeadingSpan
{
    /// <param name="numbered">What follows the number, to the end of the paragraph or of the enumerated element.</param>
    public static TextSpan Of(CleanText text, TextSpan numbered)
    {
        var folded = text.FoldedOf(numbered);
        var end = folded.IndexOfAny("。!?\n");
        if (end < 0) end = folded.Length;
        // 主要任务：一是…；二是…。 has its first full stop after the enumeration.
        var colon = folded[..end].IndexOf(':');
        if (colon > 0 && Enumeration.StartsAt(folded[(colon + 1)..])) end = colon;
        return Tidy(text, new(numbered.Start, numbered.Start + end));
    }

    /// <summary>The first character of the body after the heading's full stop.</summary>
    public static int BodyStart(CleanText text, TextSpan heading)
    {
        var at = heading.End;
        while (at < text.Folded.Length && text.Folded[at] is '。' or '!' or '?' or ';' or ':' or ',' or ' ') at++;
        return at;
    }

    private static TextSpan Tidy(CleanText text, TextSpan span)
    {
        var (start, end) = (span.Start, span.End);
        while (start < end && text.Folded[start] is ' ' or '\t' or ',' or ':' or '、' or '\n') start++;
        while (end > start && text.Folded[end - 1] is ' ' or '\t' or ';' or ':' or ',' or '、' or '.' or '\n') end--;
        return new(start, end);
    }
}
