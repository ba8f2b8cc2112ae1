using Exemplar.Documents;

namespace Exemplar.Campaigns.Reading;

/// <summary>One pass over the source that leaves the characters the reader works on and notes every change.</summary>
internal sealed class Cleaner
{
    // Fewer odd characters than this are somebody's name.
    private const int LeastOddness = 6;

    private readonly SourceText source;
    private readonly CleanBuffer buffer;
    private readonly List<Paragraph> paragraphs;
    private readonly Dictionary<TextCell, Paragraph> cells = [];
    private readonly List<TextSpan> garbled = [];
    private readonly List<Cleaning> cleaned = [];
    private readonly BrokenLines broken;

    private Cleaner(SourceText source, CleanBuffer buffer)
    {
        (this.source, this.buffer) = (source, buffer);
        paragraphs = new(source.Lines.Count);
        broken = BrokenLines.Of(source);
    }

    public static CleanText Clean(SourceText source)
    {
        // Every line and every cell ends with one character more, and cells need not be apart in the source.
        var cells = source.Tables.Sum(t => t.Rows.Sum(r => r.Count));
        var cleaner = new Cleaner(source, new CleanBuffer(source.Text, source.Text.Length + source.Lines.Count + cells + 1));
        cleaner.CleanParagraphs();
        cleaner.CleanCells();
        return cleaner.Result();
    }

    private void CleanParagraphs()
    {
        var cellLines = source.Tables.Count == 0 ? [] : source.Tables.SelectMany(t => t.Rows).SelectMany(r => r).Select(c => c.Line).ToHashSet();
        var (blank, inList, lastLine) = (true, false, 0);
        for (var line = 1; line <= source.Lines.Count; line++)
        {
            var start = buffer.Length;
            var copied = cellLines.Count > 0 && cellLines.Contains(line) ? default : buffer.Append(source.Lines[line - 1]);
            if (buffer.Length == start)
            {
                blank = true;
                continue;
            }
            var text = buffer.Folded(start);
            if (Furniture.Is(text) || (inList && text.Length <= 40 && text[^1] is not '。'))
            {
                inList = inList || (paragraphs.Count > 0 && Furniture.OpensList(text));
                cleaned.Add(Cleaning.Furniture(line, source.Text[source.Lines[line - 1].Start..source.Lines[line - 1].End].Trim()));
                buffer.CutTo(start);
                continue;
            }
            inList = false;
            NoteChanges(line, start, copied);
            if (!blank && paragraphs.Count > 0 && broken.Join(buffer.Folded(paragraphs[^1].Span), source.Lines[lastLine - 1].Length, text, paragraphs.Count)) Join(lastLine, start);
            else paragraphs.Add(new(line, new(start, buffer.Length), source.AutomaticNumber(line)));
            buffer.EndLine(source.Lines[line - 1].End);
            (blank, lastLine) = (false, line);
        }
    }

    private void CleanCells()
    {
        foreach (var table in source.Tables)
            foreach (var row in table.Rows)
                foreach (var cell in row)
                {
                    var start = buffer.Length;
                    NoteChanges(cell.Line, start, buffer.Append(new(cell.Start, cell.End)));
                    cells[cell] = new(cell.Line, new(start, buffer.Length), null);
                    buffer.EndLine(cell.End);
                }
    }

    private void NoteChanges(int line, int start, CopiedLine copied)
    {
        if (copied.PinyinCount > 0) cleaned.Add(Cleaning.Pinyin(line, source.Text[copied.Pinyin.Start..copied.Pinyin.End], copied.PinyinCount));
        var shown = buffer.Shown(start);
        if (copied.Digits > 0 || Numbering.MixesWidths(buffer.Folded(start), shown)) cleaned.Add(Cleaning.Width(line, new string(shown[..Math.Min(20, shown.Length)])));
        if (copied.Oddness < LeastOddness) return;
        foreach (var run in OddCharacters.Find(shown))
        {
            garbled.Add(new(start + run.Start, start + run.End));
            cleaned.Add(Cleaning.Garbled(line, new string(shown[run.Start..run.End])));
        }
    }

    private void Join(int brokenLine, int start)
    {
        var paragraph = paragraphs[^1];
        var tail = Math.Max(paragraph.Span.Start, start - 11);
        cleaned.Add(Cleaning.BrokenLine(brokenLine, new(buffer.Shown(tail)[..Math.Min(20, buffer.Length - tail)])));
        buffer.RemoveLineEnd(start);
        for (var i = garbled.Count - 1; i >= 0 && garbled[i].Start >= start; i--) garbled[i] = new(garbled[i].Start - 1, garbled[i].End - 1);
        paragraphs[^1] = paragraph with { Span = new(paragraph.Span.Start, buffer.Length) };
    }

    private CleanText Result() => new(source, buffer)
    {
        Paragraphs = paragraphs,
        Cells = cells,
        Garbled = garbled,
        Cleaned = cleaned.Count < 2 ? cleaned : [.. cleaned.OrderBy(c => c.Line)],
    };
}
