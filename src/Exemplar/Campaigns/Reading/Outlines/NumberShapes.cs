using System.Buffers;
using Exemplar.Documents;

namespace Exemplar.Campaigns.Reading;

/// <summary>Tells where a number ends and how it is written, without copying it: most places that are asked hold none.</summary>
internal static class NumberShapes
{
    private const string Numerals = "一二三四五六七八九十";

    private static readonly SearchValues<char> NumeralValues = SearchValues.Create(Numerals);
    private static readonly SearchValues<char> DecimalValues = SearchValues.Create("0123456789.");

    private static readonly (string Word, int Index)[] Words =
        [("首先", 1), ("其次", 2), ("再次", 3), ("再者", 3), ("最后", 99)];

    /// <summary>The mark at the start without its wording; Length is 0 when there is none.</summary>
    public static NumberShape At(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty) return default;
        var shape = text[0] switch
        {
            '第' => Ordinal(text),
            '(' => Bracketed(text),
            '首' or '其' or '再' or '最' => Word(text),
            >= '0' and <= '9' => Arabic(text),
            >= '①' and <= '⑳' => new(NumberStyle.Circled, text[0] - '①' + 1, 1, 1),
            >= '⑴' and <= '⒇' => new(NumberStyle.BracketedArabic, text[0] - '⑴' + 1, 1, 1),
            >= '⒈' and <= '⒛' => new(NumberStyle.Arabic, text[0] - '⒈' + 1, 1, 1),
            >= '㈠' and <= '㈩' => new(NumberStyle.BracketedChinese, text[0] - '㈠' + 1, 1, 1),
            var c when Numerals.Contains(c) => Chinese(text),
            _ => default,
        };
        if (shape.Length == 0) return default;
        var end = shape.Length;
        while (end < text.Length && text[end] is ' ' or '\t') end++;
        return shape with { Length = end };
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

    private static NumberShape Ordinal(ReadOnlySpan<char> text)
    {
        var length = NumeralLength(text[1..]);
        if (length == 0 || ChineseNumber.Parse(text.Slice(1, length)) is not (> 0 and var index)) return default;
        return text[(length + 1)..] switch
        {
            ['部', '分', ..] => Named(NumberStyle.Part, 2, text),
            ['章' or '编', ..] => Named(NumberStyle.Part, 1, text),
            ['节', ..] => Named(NumberStyle.Chapter, 1, text),
            ['条', ' ' or ':', ..] => Named(NumberStyle.Article, 1, text),
            ['阶', '段', ..] => Named(NumberStyle.Phase, 2, text),
            [',' or '、', ..] => Named(NumberStyle.Ordinal, 0, text),
            _ => default,
        };

        NumberShape Named(NumberStyle style, int unit, ReadOnlySpan<char> text)
        {
            var end = length + 1 + unit;
            return new(style, index, end < text.Length && text[end] is ':' or '、' or ',' ? end + 1 : end, end);
        }
    }

    private static NumberShape Bracketed(ReadOnlySpan<char> text)
    {
        var inner = text[1..].TrimStart(' ');
        var length = NumeralLength(inner);
        if (length == 0 || ChineseNumber.Parse(inner[..length]) is not (> 0 and var index)) return default;
        var end = text.Length - inner.Length + length;
        while (end < text.Length && text[end] == ' ') end++;
        if (end >= text.Length || text[end] != ')') return default;
        if (++end < text.Length && text[end] is '、' or '.') end++;
        return new(char.IsAsciiDigit(inner[0]) ? NumberStyle.BracketedArabic : NumberStyle.BracketedChinese, index, end, length);
    }

    private static NumberShape Arabic(ReadOnlySpan<char> text)
    {
        var length = NumeralLength(text);
        if (length == 0 || length >= text.Length) return default;
        var index = ChineseNumber.Parse(text[..length]);
        var after = length + 1 < text.Length ? text[length + 1] : '\n';
        switch (text[length])
        {
            case '、': return new(NumberStyle.Arabic, index, length + 1, length);
            case ')': return new(NumberStyle.BracketedArabic, index, length + 1, length + 1);
            case '.' when !char.IsAsciiDigit(after): return new(NumberStyle.Arabic, index, length + 1, length + 1);
            case '.': return Decimal(text, length);
            default: return default;
        }
    }

    // 1.1 and 1.1.2 number a heading; 1.5万 and 3.2% are amounts.
    private static NumberShape Decimal(ReadOnlySpan<char> text, int first)
    {
        var end = text[..Math.Min(text.Length, 9)].IndexOfAnyExcept(DecimalValues);
        if (end < 0 || text[end - 1] == '.') return default;
        if (text[end] is not (' ' or '\t') && !(Pinyin.IsHan(text[end]) && !"万亿元个件次名米倍".Contains(text[end]))) return default;
        var last = text[..end].LastIndexOf('.') + 1;
        return new(NumberStyle.Decimal, Math.Max(1, ChineseNumber.Parse(text[last..end])), end, end);
    }

    private static NumberShape Chinese(ReadOnlySpan<char> text)
    {
        var length = NumeralLength(text);
        if (length == 0 || length >= text.Length || ChineseNumber.Parse(text[..length]) is not (> 0 and var index)) return default;
        return text[length] switch
        {
            '、' or '.' => new(NumberStyle.Chinese, index, length + 1, length),
            '是' or '要' => new(NumberStyle.Listing, index, length + 1, length + 1),
            _ => default,
        };
    }

    private static NumberShape Word(ReadOnlySpan<char> text)
    {
        foreach (var (word, index) in Words)
            if (text.StartsWith(word) && text.Length > 2 && text[2] is ',' or '是' or '要')
                return new(NumberStyle.Order, index, text[2] == ',' ? 3 : 2, 2);
        return default;
    }
}
