using System.Buffers;
using Exemplar.Documents;

namespace Exemplar.Campaigns.Reading;

/// <summary>One pass over the source that leaves the characters the reader works on and notes every change.</summary>
internal sealed class Cleaner
{
    private readonly SourceText source;
    private readonly char[] shown;
    private readonly char[] folded;
    private readonly OriginMap origins = new();
    private readonly List<Paragraph> paragraphs = [];
    private readonly Dictionary<TextCell, Paragraph> cells = [];
    private readonly List<TextSpan> garbled = [];
    private readonly List<Cleaning> cleaned = [];
    private readonly BrokenLines broken;
    private int length;
    private (int Count, int First, int Last) pinyin;
    private int widths;
    private int oddness;

    private Cleaner(SourceText source)
    {
        this.source = source;
        broken = BrokenLines.Of(source);
        var most = source.Text.Length + source.Lines.Count + 1;
        (shown, folded) = (ArrayPool<char>.Shared.Rent(most), ArrayPool<char>.Shared.Rent(most));
    }

    public static CleanText Clean(SourceText source)
    {
        var cleaner = new Cleaner(source);
        cleaner.CleanParagraphs();
        cleaner.CleanCells();
        return cleaner.Result();
    }

    private void CleanParagraphs()
    {
        var cellLines = source.Tables.SelectMany(t => t.Rows).SelectMany(r => r).Select(c => c.Line).ToHashSet();
        var (blank, inList, lastLine) = (true, false, 0);
        for (var line = 1; line <= source.Lines.Count; line++)
        {
            var start = length;
            if (cellLines.Contains(line) || !Append(source.Lines[line - 1]))
            {
                blank = true;
                continue;
            }
            var text = folded.AsSpan(start, length - start);
            if (Furniture.Is(text) || (inList && text.Length <= 40 && text[^1] is not '。'))
            {
                inList = inList || (paragraphs.Count > 0 && Furniture.OpensList(text));
                cleaned.Add(Cleaning.Furniture(line, source.Text[source.Lines[line - 1].Start..source.Lines[line - 1].End].Trim()));
                length = start;
                origins.CutTo(start);
                continue;
            }
            inList = false;
            NoteChanges(line, start);
            if (!blank && paragraphs.Count > 0 && broken.Join(Before(), source.Lines[lastLine - 1].Length, text, paragraphs.Count))
            {
                cleaned.Add(Cleaning.BrokenLine(lastLine, Tail(start)));
                RemoveLineEnd(start);
                paragraphs[^1] = paragraphs[^1] with { Span = new(paragraphs[^1].Span.Start, length) };
            }
            else paragraphs.Add(new(line, new(start, length), source.AutomaticNumber(line)));
            EndLine(source.Lines[line - 1].End);
            (blank, lastLine) = (false, line);
        }
    }

    private void CleanCells()
    {
        foreach (var cell in source.Tables.SelectMany(t => t.Rows).SelectMany(r => r))
        {
            var start = length;
            Append(new(cell.Start, cell.End));
            NoteChanges(cell.Line, start);
            cells[cell] = new(cell.Line, new(start, length), null);
            EndLine(cell.End);
        }
    }

    /// <summary>Copies the line without outer blanks and pinyin; false when nothing is left.</summary>
    private bool Append(TextSpan line)
    {
        var text = source.Text.AsSpan();
        var (at, end) = (line.Start, line.End);
        while (at < end && (char.IsWhiteSpace(text[at]) || text[at] is '\uFEFF' or '\u200B')) at++;
        while (end > at && (char.IsWhiteSpace(text[end - 1]) || text[end - 1] is '\u200B')) end--;
        var start = length;
        (pinyin, widths, oddness) = (default, 0, 0);
        origins.Add(length, at);
        for (; at < end; at++)
        {
            var c = text[at];
            if (c is '(' or '（' && Pinyin.MayFollow(shown.AsSpan(start, length - start)) && Pinyin.LengthAt(text[at..end]) is > 0 and var skipped)
            {
                pinyin = (pinyin.Count + 1, pinyin.Count == 0 ? at : pinyin.First, at + skipped);
                at += skipped - 1;
                origins.Add(length, at + 1);
                continue;
            }
            oddness += OddCharacters.WeightOf(c);
            if (c is >= '０' and <= '９')
            {
                c = (char)(c - 0xFEE0);
                widths++;
            }
            (shown[length], folded[length]) = (c, Folding.Fold(c));
            length++;
        }
        return length > start;
    }

    private void NoteChanges(int line, int start)
    {
        if (pinyin.Count > 0) cleaned.Add(Cleaning.Pinyin(line, source.Text[pinyin.First..pinyin.Last], pinyin.Count));
        var text = folded.AsSpan(start, length - start);
        if (widths > 0 || (Numbering.TryRead(text, out var mark) && mark.MixesWidths(shown.AsSpan(start, length - start))))
            cleaned.Add(Cleaning.Width(line, new string(shown.AsSpan(start, Math.Min(20, length - start)))));
        if (oddness < 6) return;
        foreach (var run in OddCharacters.Find(shown.AsSpan(start, length - start)))
        {
            garbled.Add(new(start + run.Start, start + run.End));
            cleaned.Add(Cleaning.Garbled(line, new string(shown.AsSpan(start + run.Start, run.Length))));
        }
    }

    private ReadOnlySpan<char> Before() => folded.AsSpan(paragraphs[^1].Span.Start, paragraphs[^1].Span.Length);

    private string Tail(int start) => new(shown.AsSpan(Math.Max(paragraphs[^1].Span.Start, start - 11), Math.Min(20, length - Math.Max(paragraphs[^1].Span.Start, start - 11))));

    private void RemoveLineEnd(int start)
    {
        shown.AsSpan(start, length - start).CopyTo(shown.AsSpan(start - 1));
        folded.AsSpan(start, length - start).CopyTo(folded.AsSpan(start - 1));
        origins.ShiftFrom(start);
        for (var i = garbled.Count - 1; i >= 0 && garbled[i].Start >= start; i--) garbled[i] = new(garbled[i].Start - 1, garbled[i].End - 1);
        length--;
    }

    private void EndLine(int origin)
    {
        (shown[length], folded[length]) = ('\n', '\n');
        origins.Add(length, origin);
        length++;
    }

    private CleanText Result()
    {
        var text = new CleanText(source, new(shown, 0, length), new(folded, 0, length), origins)
        {
            Paragraphs = paragraphs,
            Cells = cells,
            Garbled = garbled,
            Cleaned = [.. cleaned.OrderBy(c => c.Line)],
        };
        ArrayPool<char>.Shared.Return(shown);
        ArrayPool<char>.Shared.Return(folded);
        return text;
    }
}
