using System.Buffers;

namespace Exemplar.Campaigns.Reading;

/// <summary>
/// Finds months in folded text. Written by hand: a pattern with a dozen groups was the dearest part of a reading.
/// </summary>
internal static class MonthPhrases
{
    /// <summary>From the start of a phrase to its first 月 at most: "2026 年 10 - 12 月".</summary>
    private const int Reach = 16;

    private static readonly SearchValues<char> Starts = SearchValues.Create("0123456789一二三四五六七八九十今本明次当去上前");

    /// <summary>The next phrase that starts at or after <paramref name="from"/>.</summary>
    public static bool TryFind(ReadOnlySpan<char> text, int from, out MonthPhrase phrase)
    {
        for (var at = from; at < text.Length;)
        {
            var next = text[at..].IndexOf('月');
            if (next < 0) break;
            var month = at + next;
            for (var start = Math.Max(from, month - Reach); start < month; start++)
                if (Starts.Contains(text[start]) && TryRead(text, start, out phrase)) return true;
            at = month + 1;
        }
        phrase = default;
        return false;
    }

    private static bool TryRead(ReadOnlySpan<char> text, int start, out MonthPhrase phrase)
    {
        phrase = default;
        var at = start;
        var (year, relative) = MonthParts.Year(text, ref at, "今本明次当去上前");
        if (at == start && start > 0 && (char.IsDigit(text[start - 1]) || text[start - 1] is '.' or '第' or '每' or '十')) return false;
        if (MonthParts.Month(text, ref at) is not { } month) return false;

        var (day, part) = ((int?)null, MonthPart.None);
        if (!MonthParts.MonthSign(text, ref at, refusesNouns: true))
        {
            if (!LeadsToMonth(text, at)) return false;
        }
        else (day, part) = MonthParts.Day(text, ref at, anyPart: true);
        var to = ReadEnd(text, ref at);
        var isBefore = Takes(text, ref at, "之前") || Takes(text, ref at, "前") || Takes(text, ref at, "以前");
        var isFrom = Takes(text, ref at, "起");
        phrase = new(new(start, at), new(year, relative, month, day, part), to, isBefore, isFrom);
        return true;
    }

    // 至10月, -15日, 至次年1月, 至月底's 底
    private static MonthPoint? ReadEnd(ReadOnlySpan<char> text, ref int at)
    {
        var end = MonthParts.AfterBlank(text, at);
        if (end >= text.Length || !IsDash(text[end])) return null;
        end += text[end] is '-' or '—' && end + 1 < text.Length && text[end + 1] == text[end] ? 2 : 1;
        end = MonthParts.AfterBlank(text, end);
        var (year, relative) = MonthParts.Year(text, ref end, "明次", of: false);

        var afterMonth = end;
        if (MonthParts.Month(text, ref afterMonth) is { } month && MonthParts.MonthSign(text, ref afterMonth, refusesNouns: false))
        {
            var (day, part) = MonthParts.Day(text, ref afterMonth, anyPart: true);
            at = afterMonth;
            return new(year, relative, month, day, part);
        }
        var (lastDay, lastPart) = MonthParts.Day(text, ref end, anyPart: false);
        if (lastDay is null && lastPart == MonthPart.None) return null;
        at = end;
        return new(year, relative, null, lastDay, lastPart);
    }

    // The 3 of 3-5月.
    private static bool LeadsToMonth(ReadOnlySpan<char> text, int at)
    {
        at = MonthParts.AfterBlank(text, at);
        if (at >= text.Length || !IsDash(text[at])) return false;
        at = MonthParts.AfterBlank(text, at + 1);
        if (MonthParts.DigitsAt(text, at) is not (> 0 and var digits)) return false;
        at = MonthParts.AfterBlank(text, at + digits);
        return at < text.Length && text[at] == '月';
    }

    private static bool Takes(ReadOnlySpan<char> text, ref int at, string word)
    {
        if (!text[at..].StartsWith(word)) return false;
        at += word.Length;
        return true;
    }

    private static bool IsDash(char c) => c is '至' or '到' or '-' or '—' or '–' or '~';
}
