using System.Buffers;

namespace Exemplar.Campaigns.Reading;

/// <summary>What copying a line found to change or to remark on.</summary>
/// <param name="Pinyin">From the first to the last reading aid that was left out, in the source.</param>
/// <param name="Digits">Full-width digits that became half-width.</param>
/// <param name="Oddness">Sum of the characters' oddness.</param>
internal readonly record struct CopiedLine(TextSpan Pinyin, int PinyinCount, int Digits, int Oddness);

/// <summary>The clean text while it grows: shown and folded characters side by side, each with its origin.</summary>
internal sealed class CleanBuffer : IDisposable
{
    private readonly string source;
    private readonly char[] shown;
    private readonly char[] folded;

    public CleanBuffer(string source, int most)
    {
        this.source = source;
        (shown, folded) = (ArrayPool<char>.Shared.Rent(most), ArrayPool<char>.Shared.Rent(most));
    }

    public int Length { get; private set; }

    public OriginMap Origins { get; } = new();

    public ReadOnlySpan<char> Shown(int start) => shown.AsSpan(start, Length - start);

    public ReadOnlySpan<char> Folded(int start) => folded.AsSpan(start, Length - start);

    public ReadOnlySpan<char> Shown(TextSpan span) => shown.AsSpan(span.Start, span.Length);

    public ReadOnlySpan<char> Folded(TextSpan span) => folded.AsSpan(span.Start, span.Length);

    /// <summary>Copies the line without outer blanks and pinyin; nothing may be left of it.</summary>
    public CopiedLine Append(TextSpan line)
    {
        var (at, end) = (line.Start, line.End);
        while (at < end && (char.IsWhiteSpace(source[at]) || source[at] is '\uFEFF' or '\u200B')) at++;
        while (end > at && (char.IsWhiteSpace(source[end - 1]) || source[end - 1] is '\u200B')) end--;
        Origins.Add(Length, at);

        var text = source.AsSpan(0, end);
        var (to, start) = (Length, Length);
        var (pinyin, pinyinCount, digits, oddness) = (default(TextSpan), 0, 0, 0);
        for (; at < text.Length; at++)
        {
            var c = text[at];
            var glyph = Glyphs.Of(c);
            if (Glyphs.NeedsLook(glyph))
            {
                if (c is >= '０' and <= '９')
                {
                    c = Glyphs.Folded(glyph);
                    digits++;
                }
                else if (Pinyin.MayFollow(shown.AsSpan(start, to - start)) && Pinyin.LengthAt(text[at..]) is > 0 and var skipped)
                {
                    pinyin = new(pinyinCount++ == 0 ? at : pinyin.Start, at + skipped);
                    at += skipped - 1;
                    Origins.Add(to, at + 1);
                    continue;
                }
            }
            oddness += Glyphs.Oddness(glyph);
            shown[to] = c;
            folded[to++] = Glyphs.Folded(glyph);
        }
        Length = to;
        return new(pinyin, pinyinCount, digits, oddness);
    }

    public void EndLine(int origin)
    {
        (shown[Length], folded[Length]) = ('\n', '\n');
        Origins.Add(Length++, origin);
    }

    public void CutTo(int length)
    {
        Length = length;
        Origins.CutTo(length);
    }

    /// <summary>Joins what stands from <paramref name="start"/> on to the line before it.</summary>
    public void RemoveLineEnd(int start)
    {
        Shown(start).CopyTo(shown.AsSpan(start - 1));
        Folded(start).CopyTo(folded.AsSpan(start - 1));
        Origins.ShiftFrom(start);
        Length--;
    }

    public void Dispose()
    {
        ArrayPool<char>.Shared.Return(shown);
        ArrayPool<char>.Shared.Return(folded);
    }
}
