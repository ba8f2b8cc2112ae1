namespace Exemplar.Campaigns.Reading;

/// <summary>Decides whether a line end cuts a sentence in two, as copying from a page or an old editor does.</summary>
internal sealed class BrokenLines
{
    private const int ShortestWidth = 16;
    private readonly int width;

    private BrokenLines(int width) => this.width = width;

    /// <summary>Measures the document first: in hard-wrapped text most lines end at the same column.</summary>
    public static BrokenLines Of(SourceText source)
    {
        var lengths = new int[121];
        var filled = 0;
        foreach (var line in source.Lines)
        {
            if (line.Length == 0) continue;
            filled++;
            if (line.Length < lengths.Length) lengths[line.Length]++;
        }
        for (var at = lengths.Length - 1; at >= ShortestWidth; at--)
        {
            var near = lengths[at] + lengths[at - 1] + lengths[at - 2];
            if (near >= 6 && near * 10 >= filled * 4) return new(at - 2);
        }
        return new(int.MaxValue);
    }

    /// <summary>True when <paramref name="next"/> goes on with the sentence that <paramref name="paragraph"/> left open.</summary>
    public bool Join(ReadOnlySpan<char> paragraph, int lastLine, ReadOnlySpan<char> next, int paragraphs)
    {
        var last = paragraph[^1];
        if (Ends(last) || Responsibility.StartsWithLabel(next) || StartsAnew(next)) return false;
        if (last is ',' or '、' or '(' or '《' or '“') return true;
        if (Responsibility.StartsWithLabel(paragraph)) return false;
        if (!Pinyin.IsHan(last) && !char.IsAsciiLetterOrDigit(last) && last is not ('”' or '》' or ')')) return false;
        if (lastLine >= width) return true;
        if (!Ends(next[^1]) && next[^1] != ',' && next.Length < 20) return false;
        if (paragraph.ContainsAny('。', ';')) return true;
        return paragraph.Length >= 30 && paragraphs > 1 && !Numbering.Starts(paragraph) && paragraph.ContainsAny(',', ':');
    }

    private static bool StartsAnew(ReadOnlySpan<char> next) =>
        Numbering.Starts(next) || DocumentDates.IsDateLine(next)
        || next.StartsWith("附件") || next.StartsWith("同志们") || next.StartsWith("总之") || next.StartsWith("特此");

    private static bool Ends(char c) => c is '。' or '!' or '?' or ';' or ':' or '…';
}
