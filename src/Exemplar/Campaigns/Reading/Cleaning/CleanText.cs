using Exemplar.Documents;

namespace Exemplar.Campaigns.Reading;

/// <summary>The text as the reader sees it: without pinyin and furniture, broken lines joined. Every character knows where it came from.</summary>
internal sealed class CleanText(SourceText source, CleanBuffer buffer) : IDisposable
{
    private readonly OriginMap origins = buffer.Origins;

    public SourceText Source => source;

    /// <summary>What is matched: the shown characters folded. Paragraphs end with "\n".</summary>
    public ReadOnlySpan<char> Folded => buffer.Folded(0);

    public required List<Paragraph> Paragraphs { get; init; }

    public required IReadOnlyDictionary<TextCell, Paragraph> Cells { get; init; }

    public required IReadOnlyList<TextSpan> Garbled { get; init; }

    public required IReadOnlyList<Cleaning> Cleaned { get; init; }

    public ReadOnlySpan<char> FoldedOf(TextSpan span) => buffer.Folded(span);

    /// <summary>The shown characters on one line, without outer blanks.</summary>
    public string Shown(TextSpan span)
    {
        var shown = buffer.Shown(span).Trim();
        return shown.Contains('\n') ? shown.ToString().Replace("\n", "", StringComparison.Ordinal).Trim() : shown.ToString();
    }

    /// <summary>The shown characters, paragraphs apart.</summary>
    public string ShownParagraphs(TextSpan span) => buffer.Shown(span).Trim().ToString();

    /// <summary>The span in the source, from the first character to after the last.</summary>
    public TextSpan InSource(TextSpan span) => span.Length == 0 ? new(origins[span.Start], origins[span.Start]) : new(origins[span.Start], origins[span.End - 1] + 1);

    /// <summary>The 1-based line of an offset into the source.</summary>
    public int LineOf(int at)
    {
        var (low, high) = (0, source.Lines.Count - 1);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (source.Lines[middle].Start <= at) low = middle;
            else high = middle - 1;
        }
        return low + 1;
    }

    public bool IsGarbled(TextSpan span)
    {
        var (low, high) = (0, Garbled.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (Garbled[middle].End <= span.Start) low = middle + 1;
            else high = middle;
        }
        return low < Garbled.Count && Garbled[low].Start < span.End;
    }

    /// <summary>The span without blanks and line ends at either end.</summary>
    public TextSpan Trim(TextSpan span)
    {
        var (start, end) = (span.Start, span.End);
        var folded = Folded;
        while (start < end && char.IsWhiteSpace(folded[start])) start++;
        while (end > start && char.IsWhiteSpace(folded[end - 1])) end--;
        return new(start, end);
    }

    /// <summary>Gives the characters back; copying them out of the buffer would cost as much as cleaning them.</summary>
    public void Dispose() => buffer.Dispose();
}

/// <param name="Line">1-based line of the source on which it starts.</param>
/// <param name="Span">Its characters in the clean text, without the line end.</param>
/// <param name="Number">What Word prints before it.</param>
internal readonly record struct Paragraph(int Line, TextSpan Span, string? Number);
