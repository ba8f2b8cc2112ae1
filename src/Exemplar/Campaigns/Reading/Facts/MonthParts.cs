using Exemplar.Documents;

namespace Exemplar.Campaigns.Reading;

/// <summary>Reads the parts of a month phrase; <c>at</c> moves behind what was read and stays where nothing was.</summary>
internal static class MonthParts
{
    public static (int? Year, char Relative) Year(ReadOnlySpan<char> text, ref int at, string relatives, bool of = true)
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

    public static int? Month(ReadOnlySpan<char> text, ref int at)
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
    public static bool MonthSign(ReadOnlySpan<char> text, ref int at, bool refusesNouns)
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

    public static (int? Day, MonthPart Part) Day(ReadOnlySpan<char> text, ref int at, bool anyPart)
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

    public static int DigitsAt(ReadOnlySpan<char> text, int at) =>
        at >= text.Length || !char.IsAsciiDigit(text[at]) ? 0 : at + 1 < text.Length && char.IsAsciiDigit(text[at + 1]) ? 2 : 1;

    public static int AfterBlank(ReadOnlySpan<char> text, int at) => at < text.Length && char.IsWhiteSpace(text[at]) ? at + 1 : at;
}
