using System.Buffers;
using Exemplar.Documents;

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
        var (year, relative) = ReadYear(text, ref at, "今本明次当去上前");
        if (at == start && start > 0 && (char.IsDigit(text[start - 1]) || text[start - 1] is '.' or '第' or '每' or '十')) return false;
        if (ReadMonth(text, ref at) is not { } month) return false;

        var (day, part) = ((int?)null, MonthPart.None);
        if (!ReadMonthSign(text, ref at, refusesNouns: true))
        {
            if (!LeadsToMonth(text, at)) return false;
        }
        else (day, part) = ReadDay(text, ref at, anyPart: true);
        var to = ReadEnd(text, ref at);
        var isBefore = Takes(text, ref at, "之前") || Takes(text, ref at, "前") || Takes(text, ref at, "以前");
        var isFrom = Takes(text, ref at, "起");
        phrase = new(new(start, at), new(year, relative, month, day, part), to, isBefore, isFrom);
        return true;
    }

    // 至10月, -15日, 至次年1月, 至月底's 底
    private static MonthPoint? ReadEnd(ReadOnlySpan<char> text, ref int at)
    {
        var end = AfterBlank(text, at);
        if (end >= text.Length || !IsDash(text[end])) return null;
        end += text[end] is '-' or '—' && end + 1 < text.Length && text[end + 1] == text[end] ? 2 : 1;
        end = AfterBlank(text, end);
        var (year, relative) = ReadYear(text, ref end, "明次", of: false);

        var afterMonth = end;
        if (ReadMonth(text, ref afterMonth) is { } month && ReadMonthSign(text, ref afterMonth, refusesNouns: false))
        {
            var (day, part) = ReadDay(text, ref afterMonth, anyPart: true);
            at = afterMonth;
            return new(year, relative, month, day, part);
        }
        var (lastDay, lastPart) = ReadDay(text, ref end, anyPart: false);
        if (lastDay is null && lastPart == MonthPart.None) return null;
        at = end;
        return new(year, relative, null, lastDay, lastPart);
    }

    private static (int? Year, char Relative) ReadYear(ReadOnlySpan<char> text, ref int at, string relatives, bool of = true)
    {
        if (text[at..] is ['2', '0', >= '0' and <= '9', >= '0' and <= '9', ..])
        {
            var sign = AfterBlank(text, at + 4);
            if (sign >= text.Length || text[sign] != '年') return default;
            var year = int.Parse(text.Slice(at, 4));
            at = AfterBlank(text, sign + 1);
            return (year, '\0');
        }
        if (at + 1 >= text.Length || text[at + 1] != '年' || !relatives.Contains(text[at])) return default;
        var relative = text[at];
        at += 2;
        if (of && at < text.Length && text[at] == '的') at++;
        at = AfterBlank(text, at);
        return (null, relative);
    }

    private static int? ReadMonth(ReadOnlySpan<char> text, ref int at)
    {
        if (at >= text.Length) return null;
        var length = text[at] == '十' ? 1 + (at + 1 < text.Length && text[at + 1] is '一' or '二' ? 1 : 0)
            : "一二三四五六七八九".Contains(text[at]) ? 1
            : DigitsAt(text, at);
        if (length == 0) return null;
        at += length;
        return ChineseNumber.Parse(text.Slice(at - length, length));
    }

    // 3月报 and 3月刊 are things, not times.
    private static bool ReadMonthSign(ReadOnlySpan<char> text, ref int at, bool refusesNouns)
    {
        var sign = AfterBlank(text, at);
        if (sign >= text.Length || text[sign] != '月') return false;
        var after = sign + 1;
        if (after < text.Length)
        {
            if (refusesNouns && text[after] is '报' or '度' or '均' or '刊') return false;
            if (text[after] == '份') after++;
        }
        at = AfterBlank(text, after);
        return true;
    }

    private static (int? Day, MonthPart Part) ReadDay(ReadOnlySpan<char> text, ref int at, bool anyPart)
    {
        if (DigitsAt(text, at) is > 0 and var digits)
        {
            var sign = AfterBlank(text, at + digits);
            if (sign >= text.Length || text[sign] is not ('日' or '号')) return default;
            var day = int.Parse(text.Slice(at, digits));
            at = sign + 1;
            return (day, MonthPart.None);
        }
        var (part, length) = text[at..] switch
        {
            ['上', '旬', ..] => (MonthPart.FirstTen, 2),
            ['中', '旬', ..] => (MonthPart.MiddleTen, 2),
            ['下', '旬', ..] => (MonthPart.LastTen, 2),
            ['底', ..] => (MonthPart.End, 1),
            ['末', ..] when anyPart => (MonthPart.End, 1),
            ['初', ..] when anyPart => (MonthPart.Beginning, 1),
            _ => default,
        };
        at += length;
        return (null, part);
    }

    // The 3 of 3-5月.
    private static bool LeadsToMonth(ReadOnlySpan<char> text, int at)
    {
        at = AfterBlank(text, at);
        if (at >= text.Length || !IsDash(text[at])) return false;
        at = AfterBlank(text, at + 1);
        if (DigitsAt(text, at) is not (> 0 and var digits)) return false;
        at = AfterBlank(text, at + digits);
        return at < text.Length && text[at] == '月';
    }

    private static bool Takes(ReadOnlySpan<char> text, ref int at, string word)
    {
        if (!text[at..].StartsWith(word)) return false;
        at += word.Length;
        return true;
    }

    private static bool IsDash(char c) => c is '至' or '到' or '-' or '—' or '–' or '~';

    private static int DigitsAt(ReadOnlySpan<char> text, int at) =>
        at >= text.Length || !char.IsAsciiDigit(text[at]) ? 0 : at + 1 < text.Length && char.IsAsciiDigit(text[at + 1]) ? 2 : 1;

    private static int AfterBlank(ReadOnlySpan<char> text, int at) => at < text.Length && char.IsWhiteSpace(text[at]) ? at + 1 : at;
}
