using Exemplar.Documents;

namespace Exemplar.Campaigns.Reading;

/// <summary>Recognizes the number that a line or sentence starts with.</summary>
internal static class Numbering
{
    /// <summary>Reads the mark at the start of folded text; false when it starts with none.</summary>
    public static bool TryRead(ReadOnlySpan<char> text, out NumberMark mark)
    {
        var shape = NumberShapes.At(text);
        mark = shape.Length == 0 ? default : new(shape.Style, shape.Index, shape.Length, NumberOf(shape, text));
        return shape.Length > 0;
    }

    /// <summary>True when a mark stands at the start; cheaper than reading it.</summary>
    public static bool Starts(ReadOnlySpan<char> text) => NumberShapes.At(text).Length > 0;

    /// <summary>True when one bracket of the number is full width and the other is not.</summary>
    public static bool MixesWidths(ReadOnlySpan<char> folded, ReadOnlySpan<char> shown)
    {
        if (folded is not ['(', ..]) return false;
        var number = shown[..Math.Min(NumberShapes.At(folded).Length, shown.Length)];
        return (number.Contains('（') && number.Contains(')')) || (number.Contains('(') && number.Contains('）'));
    }

    private static string NumberOf(NumberShape shape, ReadOnlySpan<char> text) => text[0] switch
    {
        '(' => string.Concat("(", text[1..].TrimStart(' ')[..shape.NumberLength], ")"),
        >= '⑴' and <= '⒇' => $"({shape.Index})",
        >= '⒈' and <= '⒛' => $"{shape.Index}.",
        >= '㈠' and <= '㈩' => $"({ChineseNumber.Format(shape.Index)})",
        _ => text[..shape.NumberLength].ToString(),
    };
}
