using System.Buffers;
using Exemplar.Documents;

namespace Exemplar.Campaigns.Reading;

/// <summary>Recognizes the number that a line or sentence starts with.</summary>
internal static class Numbering
{
    private const string Numerals = "一二三四五六七八九十";

    private static readonly SearchValues<char> NumeralValues = SearchValues.Create(Numerals);
    private static readonly SearchValues<char> DecimalValues = SearchValues.Create("0123456789.");

    private static readonly (string Word, int Index)[] Words =
        [("首先", 1), ("其次", 2), ("再次", 3), ("再者", 3), ("最后", 99)];

    /// <summary>Reads the mark at the start of folded text; false when it starts with none.</summary>
    public static bool TryRead(ReadOnlySpan<char> text, out NumberMark mark)
    {
        mark = default;
        if (text.IsEmpty) return false;
        mark = text[0] switch
        {
            '第' => Ordinal(text),
            '(' => Bracketed(text),
            '首' or '其' or '再' or '最' => Word(text),
            >= '0' and <= '9' => Arabic(text),
            >= '①' and <= '⑳' => new(NumberStyle.Circled, text[0] - '①' + 1, 1, text[0].ToString()),
            >= '⑴' and <= '⒇' => new(NumberStyle.BracketedArabic, text[0] - '⑴' + 1, 1, $"({text[0] - '⑴' + 1})"),
            >= '⒈' and <= '⒛' => new(NumberStyle.Arabic, text[0] - '⒈' + 1, 1, $"{text[0] - '⒈' + 1}."),
            >= '㈠' and <= '㈩' => new(NumberStyle.BracketedChinese, text[0] - '㈠' + 1, 1, $"({ChineseNumber.Format(text[0] - '㈠' + 1)})"),
            var c when Numerals.Contains(c) => Chinese(text),
            _ => default,
        };
        if (mark.Length == 0) return false;
        var end = mark.Length;
        while (end < text.Length && text[end] is ' ' or '\t') end++;
        mark = mark with { Length = end };
        return true;
    }

    private static int NumeralLength(ReadOnlySpan<char> text)
    {
        // Never look further than a number can reach: a line of digits must not cost its square.
        text = text[..Math.Min(text.Length, 4)];
        var digits = text.IndexOfAnyExceptInRange('0', '9');
        if (digits < 0) digits = text.Length;
        if (digits > 0) return digits <= 3 ? digits : 0;
        var length = text.IndexOfAnyExcept(NumeralValues);
        return length is > 0 and <= 3 ? length : 0;
    }

    private static NumberMark Ordinal(ReadOnlySpan<char> text)
    {
        var length = NumeralLength(text[1..]);
        if (length == 0 || ChineseNumber.Parse(text.Slice(1, length)) is not (> 0 and var index)) return default;
        var rest = text[(length + 1)..];
        NumberMark Named(NumberStyle style, int unit, ReadOnlySpan<char> text)
        {
            var end = length + 1 + unit;
            var number = text[..end].ToString();
            if (end < text.Length && text[end] is ':' or '、' or ',') end++;
            return new(style, index, end, number);
        }
        if (rest.StartsWith("部分")) return Named(NumberStyle.Part, 2, text);
        if (rest.StartsWith("章") || rest.StartsWith("编")) return Named(NumberStyle.Part, 1, text);
        if (rest.StartsWith("节")) return Named(NumberStyle.Chapter, 1, text);
        if (rest.StartsWith("条 ") || rest.StartsWith("条:")) return Named(NumberStyle.Article, 1, text);
        if (rest.StartsWith("阶段")) return Named(NumberStyle.Phase, 2, text);
        return rest is [',' or '、', ..] ? Named(NumberStyle.Ordinal, 0, text) : default;
    }

    private static NumberMark Bracketed(ReadOnlySpan<char> text)
    {
        var inner = text[1..].TrimStart(' ');
        var length = NumeralLength(inner);
        if (length == 0 || ChineseNumber.Parse(inner[..length]) is not (> 0 and var index)) return default;
        var end = text.Length - inner.Length + length;
        while (end < text.Length && text[end] == ' ') end++;
        if (end >= text.Length || text[end] != ')') return default;
        var number = $"({inner[..length]})";
        if (++end < text.Length && text[end] is '、' or '.') end++;
        return new(char.IsAsciiDigit(inner[0]) ? NumberStyle.BracketedArabic : NumberStyle.BracketedChinese, index, end, number);
    }

    private static NumberMark Arabic(ReadOnlySpan<char> text)
    {
        var length = NumeralLength(text);
        if (length == 0 || length >= text.Length) return default;
        var index = ChineseNumber.Parse(text[..length]);
        var after = length + 1 < text.Length ? text[length + 1] : '\n';
        switch (text[length])
        {
            case '、': return new(NumberStyle.Arabic, index, length + 1, text[..length].ToString());
            case ')': return new(NumberStyle.BracketedArabic, index, length + 1, text[..(length + 1)].ToString());
            case '.' when !char.IsAsciiDigit(after): return new(NumberStyle.Arabic, index, length + 1, text[..(length + 1)].ToString());
            case '.': return Decimal(text, length);
            default: return default;
        }
    }

    // 1.1 and 1.1.2 number a heading; 1.5万 and 3.2% are amounts.
    private static NumberMark Decimal(ReadOnlySpan<char> text, int first)
    {
        var end = text[..Math.Min(text.Length, 9)].IndexOfAnyExcept(DecimalValues);
        if (end < 0 || text[end - 1] == '.') return default;
        if (text[end] is not (' ' or '\t') && !(Pinyin.IsHan(text[end]) && !"万亿元个件次名米倍".Contains(text[end]))) return default;
        var last = text[..end].LastIndexOf('.') + 1;
        return new(NumberStyle.Decimal, Math.Max(1, ChineseNumber.Parse(text[last..end])), end, text[..end].ToString());
    }

    private static NumberMark Chinese(ReadOnlySpan<char> text)
    {
        var length = NumeralLength(text);
        if (length == 0 || length >= text.Length || ChineseNumber.Parse(text[..length]) is not (> 0 and var index)) return default;
        return text[length] switch
        {
            '、' or '.' => new(NumberStyle.Chinese, index, length + 1, text[..length].ToString()),
            '是' or '要' => new(NumberStyle.Listing, index, length + 1, text[..(length + 1)].ToString()),
            _ => default,
        };
    }

    private static NumberMark Word(ReadOnlySpan<char> text)
    {
        foreach (var (word, index) in Words)
            if (text.StartsWith(word) && text.Length > 2 && text[2] is ',' or '是' or '要')
                return new(NumberStyle.Order, index, text[2] == ',' ? 3 : 2, word);
        return default;
    }
}
