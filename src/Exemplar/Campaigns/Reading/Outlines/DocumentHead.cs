using System.Buffers;
using System.Text.RegularExpressions;

namespace Exemplar.Campaigns.Reading;

/// <summary>What stands around the body: title, date, signature.</summary>
/// <param name="Year">The year that months belong to: of the date, else of the document number or title.</param>
/// <param name="Body">The clean text between title and signature.</param>
internal sealed partial record DocumentHead(string Title, DateOnly? Date, int? Year, TextSpan Body)
{
    private const int LongestTitle = 80;
    private const int HeadLines = 8;

    private static readonly SearchValues<char> Endings = SearchValues.Create("知案见划点话言料排法则告结单纲要函表报辞账稿)");

    [GeneratedRegex("(?:通知|方案|意见|计划|要点|讲话|发言|材料|安排|办法|细则|报告|总结|清单|规划|提纲|纲要|函|表|汇报|致辞|台账)(?:稿|提纲|材料)?(?:\\([^)]*\\))?$")]
    private static partial Regex Ending();

    [GeneratedRegex("(?<year>20\\d\\d)\\s?年")]
    private static partial Regex NamedYear();

    public static DocumentHead Of(CleanText text)
    {
        var paragraphs = text.Paragraphs;
        var head = 0;
        while (head < Math.Min(HeadLines, paragraphs.Count) && IsHead(text.FoldedOf(paragraphs[head].Span)) && paragraphs[head].Number is null) head++;
        var title = TitleIn(text, head, out var titleAt);
        var signed = DateOfSignature(text, head, out var signature);
        var date = DateInHead(text, head) ?? signed;
        var year = date?.Year ?? YearIn(text, head);
        var start = titleAt >= 0 ? paragraphs[titleAt].Span.End : 0;
        return new(title, date, year, new(start, Math.Max(start, Closing(text, head, signature))));
    }

    private static bool IsHead(ReadOnlySpan<char> line) =>
        line.Length <= LongestTitle && !Numbering.Starts(line) && line[^1] is not ('。' or ':' or ';' or '!');

    private static string TitleIn(CleanText text, int head, out int at)
    {
        at = -1;
        for (var i = 0; i < head; i++)
        {
            var line = text.FoldedOf(text.Paragraphs[i].Span);
            if (DocumentDates.IsDateLine(line) || DocumentDates.IsNumberLine(line) || line.EndsWith("文件")) continue;
            if (at < 0) at = i;
            if (!Endings.Contains(line[^1]) || !Ending().IsMatch(line)) continue;
            var joins = i > at && line.StartsWith("关于");
            at = i;
            return joins ? text.Shown(text.Paragraphs[i - 1].Span) + text.Shown(text.Paragraphs[i].Span) : text.Shown(text.Paragraphs[i].Span);
        }
        return at < 0 ? "" : text.Shown(text.Paragraphs[at].Span);
    }

    private static DateOnly? DateInHead(CleanText text, int head)
    {
        for (var i = 0; i < head; i++)
            if (DocumentDates.IsDateLine(text.FoldedOf(text.Paragraphs[i].Span)))
                return DocumentDates.First(text.FoldedOf(text.Paragraphs[i].Span).ToString());
        return null;
    }

    // The last date that stands alone signs the document; attachments rarely carry one.
    private static DateOnly? DateOfSignature(CleanText text, int head, out int at)
    {
        for (at = text.Paragraphs.Count - 1; at >= head; at--)
        {
            var line = text.FoldedOf(text.Paragraphs[at].Span);
            if (line.Length > LongestTitle || !(DocumentDates.IsDateLine(line) || DocumentDates.EndsWithDate(line))) continue;
            if (DocumentDates.First(line.ToString()) is { } date) return date;
        }
        return null;
    }

    private static int? YearIn(CleanText text, int head)
    {
        int? named = null;
        for (var i = 0; i < head; i++)
        {
            var line = text.FoldedOf(text.Paragraphs[i].Span).ToString();
            if (DocumentDates.YearOfNumber(line) is { } year) return year;
            if (NamedYear().Match(line) is { Success: true } match) named ??= int.Parse(match.Groups["year"].ValueSpan);
        }
        return named;
    }

    /// <summary>Where the body ends: before closing words, signature and what hangs after it.</summary>
    private static int Closing(CleanText text, int head, int signature)
    {
        var paragraphs = text.Paragraphs;
        if (paragraphs.Count == 0) return 0;
        var last = paragraphs.Count - 1;
        // A notice is signed before the plan that it encloses; then the body goes on behind the signature.
        if (signature > head && !EnclosesPlan(text, signature + 1))
        {
            last = signature - 1;
            while (last > head && IsOfficeName(text.FoldedOf(paragraphs[last].Span))) last--;
        }
        while (last > head && ClosesBody(text.FoldedOf(paragraphs[last].Span))) last--;
        return paragraphs[last].Span.End;
    }

    private static bool EnclosesPlan(CleanText text, int first)
    {
        var numbered = 0;
        for (var i = first; i < text.Paragraphs.Count; i++)
            if (text.Paragraphs[i].Number is not null || Numbering.Starts(text.FoldedOf(text.Paragraphs[i].Span))) numbered++;
        return numbered > 1;
    }

    private static bool IsOfficeName(ReadOnlySpan<char> line) =>
        line.Length <= 30 && !line.ContainsAny(",。;:、") && !Numbering.Starts(line) && UnitNames.Is(line);

    private static bool ClosesBody(ReadOnlySpan<char> line) =>
        line.StartsWith("同志们") || line.StartsWith("总之") || line.StartsWith("特此") || line.StartsWith("附件") || line.StartsWith("联系");
}
