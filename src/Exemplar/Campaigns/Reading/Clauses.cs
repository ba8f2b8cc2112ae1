namespace Exemplar.Campaigns.Reading;

/// <summary>Cuts text at its punctuation.</summary>
internal static class Clauses
{
    /// <summary>What stands between commas, full stops and brackets; 、 joins names and does not cut.</summary>
    public static List<TextSpan> Of(CleanText text, TextSpan span) => Cut(text, span, ",。;:!?()\n");

    /// <summary>Sentences without their full stop; a line end ends a sentence as well.</summary>
    public static List<TextSpan> Sentences(CleanText text, TextSpan span) => Cut(text, span, "。!?\n");

    private static List<TextSpan> Cut(CleanText text, TextSpan span, string at)
    {
        var cuts = new List<TextSpan>();
        for (var start = span.Start; start < span.End;)
        {
            var length = text.Folded.AsSpan(start, span.End - start).IndexOfAny(at);
            var end = length < 0 ? span.End : start + length;
            var piece = text.Trim(new(start, end));
            if (piece.Length > 0) cuts.Add(piece);
            start = end + 1;
        }
        return cuts;
    }
}
