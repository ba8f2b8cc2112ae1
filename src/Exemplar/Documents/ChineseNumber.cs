namespace Exemplar.Documents;

/// <summary>Numbers up to 99 as official documents write them: 一, 十, 十二, 二十, 二十一.</summary>
public static class ChineseNumber
{
    private const string Digits = "零一二三四五六七八九";

    public static string Format(int number) => number switch
    {
        < 0 or > 99 => number.ToString(),
        < 10 => Digits[number..(number + 1)],
        _ => $"{(number >= 20 ? Digits[number / 10] : "")}十{(number % 10 > 0 ? Digits[number % 10] : "")}",
    };

    /// <summary>The number in one of Word's formats; formats we do not know are printed as digits.</summary>
    internal static string Format(int number, string wordFormat) => wordFormat switch
    {
        "chineseCounting" or "chineseCountingThousand" or "japaneseCounting" or "taiwaneseCounting" or "taiwaneseCountingThousand"
            or "ideographDigital" or "chineseLegalSimplified" => Format(number),
        "decimalEnclosedCircle" or "decimalEnclosedCircleChinese" when number is >= 1 and <= 20 => ((char)('①' + number - 1)).ToString(),
        _ => number.ToString(),
    };

    /// <summary>Reads digits or Chinese numerals below 100; 0 when the characters are no such number.</summary>
    public static int Parse(ReadOnlySpan<char> numeral)
    {
        if (numeral.IsEmpty || numeral.Length > 3) return 0;
        if (char.IsAsciiDigit(numeral[0])) return int.TryParse(numeral, out var number) ? number : 0;
        var ten = numeral.IndexOf('十');
        if (ten < 0) return numeral.Length == 1 ? Digit(numeral[0]) : 0;
        if (ten > 1 || numeral.Length > ten + 2) return 0;
        var tens = ten == 0 ? 1 : Digit(numeral[0]);
        var ones = numeral.Length == ten + 1 ? 0 : Digit(numeral[^1]);
        return tens == 0 || (numeral.Length > ten + 1 && ones == 0) ? 0 : tens * 10 + ones;
    }

    private static int Digit(char numeral) => Math.Max(0, Digits.IndexOf(numeral));
}
