using System.Buffers;

namespace Exemplar.Campaigns.Reading;

/// <summary>Reading aids that old converters leave behind: 關(guān). A bracket without tone mark is the author's own.</summary>
internal static class Pinyin
{
    private const int Longest = 40;
    private static readonly SearchValues<char> Toned = SearchValues.Create("āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜĀÁǍÀĒÉĚÈŌÓǑÒńňǹḿ\u0300\u0301\u0304\u030C");
    private static readonly SearchValues<char> Letters = SearchValues.Create(
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜüÜêĀÁǍÀĒÉĚÈŌÓǑÒńňǹḿɑɡ\u0300\u0301\u0304\u030C\u0308 '’");

    /// <summary>Length of the bracketed pinyin that <paramref name="rest"/> starts with; 0 when it is something else.</summary>
    public static int LengthAt(ReadOnlySpan<char> rest)
    {
        if (rest.Length < 3 || rest[0] is not ('(' or '（')) return 0;
        var inside = rest.Slice(1, Math.Min(Longest, rest.Length - 1));
        var length = inside.IndexOfAnyExcept(Letters);
        if (length <= 0 || inside[length] is not (')' or '）')) return 0;
        return inside[..length].ContainsAny(Toned) ? length + 2 : 0;
    }

    /// <summary>Behind a Chinese character, or behind the letter that a garbled one left.</summary>
    public static bool MayFollow(ReadOnlySpan<char> before) =>
        before is [.., var last] && (IsHan(last) || (char.IsAsciiLetter(last) && before is [.., var earlier, _] && IsHan(earlier)));

    public static bool IsHan(char c) => c is >= '\u4E00' and <= '\u9FFF' or >= '\u3400' and <= '\u4DBF' or >= '\uF900' and <= '\uFAFF';
}
