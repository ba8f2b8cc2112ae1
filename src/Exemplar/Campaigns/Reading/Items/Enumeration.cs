using System.Buffers;

namespace Exemplar.Campaigns.Reading;

/// <param name="Whole">From after the mark to the end of the element.</param>
internal readonly record struct Element(NumberMark Mark, TextSpan Whole);

/// <summary>Finds the elements that text enumerates: 一是…二是…, ①…②…, 首先…其次….</summary>
internal static class Enumeration
{
    private static readonly SearchValues<char> Starts = SearchValues.Create("一二三四五六七八九十第(首其再最0123456789①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⒈⒉⒊⒋⒌⒍⒎⒏⒐");

    /// <summary>True when the text opens with the first mark of an enumeration.</summary>
    public static bool StartsAt(ReadOnlySpan<char> folded) => NumberShapes.At(folded.TrimStart()).Index == 1;

    /// <summary>The elements of the first sequence in the body that counts from one to at least two; sequences inside it belong to its elements.</summary>
    public static List<Element> Find(CleanText text, TextSpan body)
    {
        List<List<(NumberShape Shape, int At)>>? sequences = null;
        var folded = text.FoldedOf(body);
        for (var at = 0; at < folded.Length; at++)
        {
            var next = folded[at..].IndexOfAny(Starts);
            if (next < 0) break;
            at += next;
            // Most numerals are part of a word.
            if (at > 0 && Pinyin.IsHan(folded[at - 1]) && Pinyin.IsHan(folded[at])) continue;
            var shape = NumberShapes.At(folded[at..]);
            if (shape.Length == 0 || !MayStart(folded[..at], shape.Style)) continue;
            var sequence = SequenceOf(sequences, shape.Style);
            if (sequence is null && shape.Index == 1) (sequences ??= []).Add([(shape, at)]);
            else if (sequence is not null && (shape.Index == sequence[^1].Shape.Index + 1 || shape.Index == 99)) sequence.Add((shape, at));
            at += shape.Length - 1;
        }
        var found = sequences?.Find(s => s.Count > 1);
        return found is null ? [] : Cut(text, body, found);
    }

    private static List<(NumberShape Shape, int At)>? SequenceOf(List<List<(NumberShape Shape, int At)>>? sequences, NumberStyle style)
    {
        if (sequences is null) return null;
        foreach (var sequence in sequences)
            if (sequence[0].Shape.Style == style) return sequence;
        return null;
    }

    private static bool MayStart(ReadOnlySpan<char> before, NumberStyle style)
    {
        before = before.TrimEnd(' ');
        if (before.IsEmpty) return true;
        return before[^1] is '。' or ';' or ':' or '\n' or '!' or '?'
            || (style is NumberStyle.Listing or NumberStyle.Circled && before[^1] is ',' or '、' or '”' or ')' or '》' or '—')
            || (style is NumberStyle.Circled or NumberStyle.BracketedArabic && Pinyin.IsHan(before[^1]));
    }

    private static List<Element> Cut(CleanText text, TextSpan body, List<(NumberShape Shape, int At)> marks)
    {
        var elements = new List<Element>();
        var spread = false;
        for (var i = 0; i < marks.Count; i++)
        {
            var start = body.Start + marks[i].At + marks[i].Shape.Length;
            var next = i + 1 < marks.Count ? body.Start + marks[i + 1].At : body.End;
            var whole = text.Trim(new(start, next));
            if (i + 1 < marks.Count) spread |= OpensParagraphs(text.FoldedOf(whole));
            else if (!spread) whole = new(start, ParagraphEnd(text, whole));
            Numbering.TryRead(text.FoldedOf(body)[marks[i].At..], out var mark);
            elements.Add(new(mark, whole));
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
