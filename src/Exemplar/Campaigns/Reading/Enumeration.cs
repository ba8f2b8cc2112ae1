using System.Buffers;

namespace Exemplar.Campaigns.Reading;

/// <param name="Whole">From after the mark to the end of the element.</param>
internal readonly record struct Element(NumberMark Mark, TextSpan Whole);

/// <summary>Finds the elements that text enumerates: 一是…二是…, ①…②…, 首先…其次….</summary>
internal static class Enumeration
{
    private static readonly SearchValues<char> Starts = SearchValues.Create("一二三四五六七八九十第(首其再最0123456789①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⒈⒉⒊⒋⒌⒍⒎⒏⒐");

    /// <summary>True when the text opens with the first mark of an enumeration.</summary>
    public static bool StartsAt(ReadOnlySpan<char> folded) => Numbering.TryRead(folded.TrimStart(), out var mark) && mark.Index == 1;

    /// <summary>The elements of the first sequence in the body that counts from one to at least two; sequences inside it belong to its elements.</summary>
    public static List<Element> Find(CleanText text, TextSpan body)
    {
        var sequences = new List<List<(NumberMark Mark, int At)>>();
        var folded = text.FoldedOf(body);
        for (var at = 0; at < folded.Length; at++)
        {
            var next = folded[at..].IndexOfAny(Starts);
            if (next < 0) break;
            at += next;
            if (!Numbering.TryRead(folded[at..], out var mark) || !MayStart(folded[..at], mark.Style)) continue;
            var sequence = sequences.Find(s => s[0].Mark.Style == mark.Style);
            if (sequence is null && mark.Index == 1) sequences.Add([(mark, at)]);
            else if (sequence is not null && (mark.Index == sequence[^1].Mark.Index + 1 || (mark.Index == 99 && sequence.Count > 0))) sequence.Add((mark, at));
            at += mark.Length - 1;
        }
        var found = sequences.Find(s => s.Count > 1);
        return found is null ? [] : Cut(text, body, found);
    }

    private static bool MayStart(ReadOnlySpan<char> before, NumberStyle style)
    {
        before = before.TrimEnd(' ');
        if (before.IsEmpty) return true;
        return before[^1] is '。' or ';' or ':' or '\n' or '!' or '?'
            || (style is NumberStyle.Listing or NumberStyle.Circled && before[^1] is ',' or '、' or '”' or ')' or '》' or '—')
            || (style is NumberStyle.Circled or NumberStyle.BracketedArabic && Pinyin.IsHan(before[^1]));
    }

    private static List<Element> Cut(CleanText text, TextSpan body, List<(NumberMark Mark, int At)> marks)
    {
        var elements = new List<Element>();
        var spread = false;
        for (var i = 0; i < marks.Count; i++)
        {
            var start = body.Start + marks[i].At + marks[i].Mark.Length;
            var next = i + 1 < marks.Count ? body.Start + marks[i + 1].At : body.End;
            var whole = text.Trim(new(start, next));
            if (i + 1 < marks.Count) spread |= OpensParagraphs(text.FoldedOf(whole));
            else if (!spread) whole = new(start, ParagraphEnd(text, whole));
            elements.Add(new(marks[i].Mark, whole));
        }
        return elements;
    }

    // When the other elements run over several paragraphs, so does the last one; else it ends with its own.
    private static bool OpensParagraphs(ReadOnlySpan<char> element)
    {
        var cut = element.IndexOf('\n');
        return cut >= 0 && !Responsibility.StartsWithLabel(element[(cut + 1)..]);
    }

    private static int ParagraphEnd(CleanText text, TextSpan whole)
    {
        var cut = text.FoldedOf(whole).IndexOf('\n');
        return cut < 0 ? whole.End : whole.Start + cut;
    }
}
