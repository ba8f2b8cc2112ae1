using System.Buffers;
using System.Text.RegularExpressions;

namespace Exemplar.Campaigns.Reading;

/// <summary>Recurrence and countable targets.</summary>
internal static partial class Amounts
{
    // Atomic: no unit begins with a numeral, so there is nothing to be found by giving digits back.
    private const string Number = @"(?>\d+(?:[.,]\d+)?|[一二两三四五六七八九十百千]+|半)";
    private const string Unit = "(?:%|个百分点|个工作日|工作日|人次|件次|小时|分钟|学时|课时|万元|亿元|万|元|[个件次名篇条项人户场期家份天字轮年月站所处批类本部页时倍成])";

    private const int Reach = 8;
    private static readonly List<TextSpan> None = [];
    private static readonly SearchValues<char> Numerals = SearchValues.Create("0123456789一二两三四五六七八九十百千半");
    private static readonly SearchValues<char> Followers = SearchValues.Create(" .,%个工人件小分学课万亿元次名篇条项户场期家份天字轮年月站所处批类本部页时倍成");

    [GeneratedRegex($"""
        (?:不少于|不低于|不得少于|不得低于|不得超过|不超过|不高于|不多于|不短于|不大于|不小于|至少[^\d,。;:]??[^\d,。;:]??|超过|达到|达|控制在|突破|少于|低于)\s?{Number}\s?{Unit}(?:以内|以上|以下|左右)?
        |(?:减少|压减|精简|下降|降低|压缩|提高|提升|增长|增加|缩短|新增)(?:了|到|至|为)?\s?(?:{Number}\s?{Unit}(?:以内|以上|以下|左右)?|[一二三四五]分之[一二三四]|一半|一倍)
        |{Number}\s?{Unit}(?:以上|以内|以下)
        |每(?:个|半)?(?:年|季度?|月|周)\s?{Number}\s?(?:名|件|个|篇|条|项|人|户|家|份|学时|课时|小时|天)
        |(?>\d+(?:\.\d+)?)%
        """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Target();

    // The last characters of what stands before a number that counts (不少于, 减少), and those that may come between (减少到).
    private static readonly SearchValues<char> Leads = SearchValues.Create("于过少达在破减简降低缩高升长加短增");
    private static readonly SearchValues<char> Particles = SearchValues.Create("了到至为");

    [GeneratedRegex("(?:每(?:个|逢)?(?:半个?月|两个?月|月|季度?|半年|两年|年|两周|周|星期|天|日|旬|学期)|(?:按|逐)(?:月|季度?|周|年(?!龄))(?!份))")]
    private static partial Regex Every();

    /// <summary>Spans of the targets, relative to the folded text; not to be changed.</summary>
    public static List<TextSpan> Targets(ReadOnlySpan<char> folded)
    {
        List<TextSpan>? found = null;
        for (var at = 0; at < folded.Length;)
        {
            // Most numerals count nothing (统一, 第一); only those with a unit are worth the pattern.
            var next = folded[at..].IndexOfAny(Numerals);
            if (next < 0) break;
            var number = at + next;
            at = number + 1;
            while (at < folded.Length && Numerals.Contains(folded[at])) at++;
            if (at < folded.Length && !Followers.Contains(folded[at])) continue;
            var from = Math.Max(found is null ? 0 : found[^1].End, number - Reach);
            var window = folded[from..Math.Min(folded.Length, at + Reach)];
            if (!window.ContainsAny('每', '以', '%') && !FollowsLead(folded[from..number])) continue;
            foreach (var match in Target().EnumerateMatches(window))
            {
                var end = from + match.Index + match.Length;
                if (end <= number) continue;
                if (from + match.Index > number) break;
                if (!IsDate(folded[end..], window.Slice(match.Index, match.Length))) (found ??= []).Add(new(from + match.Index, end));
                at = Math.Max(at, end);
                break;
            }
        }
        return found ?? None;
    }

    private static bool FollowsLead(ReadOnlySpan<char> before)
    {
        if (before.Contains("至少", StringComparison.Ordinal)) return true;
        if (before is [.., var blank] && char.IsWhiteSpace(blank)) before = before[..^1];
        if (before is [.., var particle] && Particles.Contains(particle)) before = before[..^1];
        return before is [.., var last] && Leads.Contains(last);
    }

    /// <summary>The first recurrence that is no part of a target (每年10名 is an amount), in one wording: 每个月 is 每月.</summary>
    public static string? Recurrence(ReadOnlySpan<char> folded, List<TextSpan> targets)
    {
        if (!folded.ContainsAny('每', '按', '逐')) return null;
        var target = 0;
        foreach (var match in Every().EnumerateMatches(folded))
        {
            // Both run through the text from left to right.
            while (target < targets.Count && targets[target].End <= match.Index) target++;
            if (target < targets.Count && targets[target].Start <= match.Index) continue;
            var unit = folded.Slice(match.Index + 1, match.Length - 1);
            if (unit[0] is '个' or '逢') unit = unit[1..];
            return unit switch
            {
                "季" => "每季度",
                "星期" => "每周",
                "半个月" => "每半月",
                "两月" => "每两个月",
                _ => string.Concat("每", unit),
            };
        }
        return null;
    }

    // 不超过3月 and 至少3年 are spans of time only when no 份, 日 or 底 makes a date of them.
    private static bool IsDate(ReadOnlySpan<char> rest, ReadOnlySpan<char> target) => target[^1] is '月' or '年' && rest is ['份' or '底' or '日' or '前', ..];
}
