using System.Globalization;
using System.Text.RegularExpressions;

namespace Exemplar.People.RosterImport;

/// <summary>Which Party group 党小组 of a branch is meant: 第一党小组, 党小组会（二组）, 3组.</summary>
internal static partial class GroupWords
{
    /// <summary>The words that name a group; null when none do.</summary>
    public static string? In(string text) => Named().Match(HalfWidth.Of(text)) is { Success: true } named ? named.Value.Trim() : null;

    /// <summary>Whether nothing but a group is named, of whatever branch.</summary>
    public static bool IsAlone(string text) => In(text) is { } named && named.Length == HalfWidth.Of(text).Trim().Length;

    /// <summary>What a group is called that a sheet names by its number alone: 第二党小组 for 二组; null where it says more, or less.</summary>
    public static string? NameOf(string words) => IsAlone(words) && NumberOf(words) is > 0 and var number ? NameOf(number) : null;

    public static string NameOf(int number) => $"第{Documents.ChineseNumber.Format(number)}党小组";

    /// <summary>2 for 第二党小组; null without a number.</summary>
    public static int? NumberOf(string words)
    {
        if (Named().Match(HalfWidth.Of(words)) is not { Success: true } named) return null;
        var number = named.Groups["n"].Value;
        return int.TryParse(number, CultureInfo.InvariantCulture, out var digits) ? digits : Documents.ChineseNumber.Parse(number);
    }

    /// <summary>Whether both mean the same group of one branch: 一组 and 第一党小组.</summary>
    public static bool AreSame(string one, string other) =>
        NumberOf(one) is { } number ? NumberOf(other) == number : Core(one) == Core(other);

    /// <summary>一中队 of 一中队党小组.</summary>
    private static string Core(string words) => Tail().Replace(NamedUnits.KeyOf(words), "");

    /// <summary>What it is called where it is set up: 第二党小组 for 二组, 一中队党小组 for 一中队.</summary>
    public static string FullName(string words) => NameOf(words) ?? $"{Tail().Replace(HalfWidth.Of(words).Trim(), "")}党小组";

    /// <summary>A group of a name of its own before what is said of it: 养护组：23日.</summary>
    public static string? Before(string text) => Leading().Match(HalfWidth.Of(text)) is { Success: true } leading ? leading.Groups["g"].Value : null;

    [GeneratedRegex("(?:党?小组|组)$")]
    private static partial Regex Tail();

    [GeneratedRegex(@"^\s*(?<g>[\u4e00-\u9fff]{1,8}组)\s*[:：]")]
    private static partial Regex Leading();

    [GeneratedRegex(@"第?\s*(?<n>[一二三四五六七八九十]{1,3}|\d{1,2})\s*(?:党?小组|组)(?!织|成|长)")]
    private static partial Regex Named();
}
