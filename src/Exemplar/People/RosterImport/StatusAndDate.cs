using System.Text.RegularExpressions;

namespace Exemplar.People.RosterImport;

/// <summary>政治面貌 and 入党时间 in one cell: 中共党员（2009.7）, 2009年7月加入中国共产党, 群众.</summary>
internal static partial class StatusAndDate
{
    public static bool Is(string text) => PoliticalStatus.Of(WordsIn(text)) is not null && DateIn(text).Length > 0;

    /// <summary>Without the date and what joins them.</summary>
    public static string WordsIn(string text) => Joints().Replace(Date().Replace(HalfWidth.Of(text), ""), "");

    /// <summary>Empty when the words name no member of the Party: whoever joined another party has no date here.</summary>
    public static string DateIn(string text) => PoliticalStatus.Of(WordsIn(text)) is { Member: not null } ? Date().Match(HalfWidth.Of(text)).Value.TrimEnd('.', '-', '/', '、') : "";

    [GeneratedRegex(@"(?:19|20)\d\d(?:\s*[年.\-/、]\s*\d{1,2}(?:\s*[月.\-/、](?:\s*\d{1,2}日?)?)?|\d{2}(?:\d{2})?)")]
    private static partial Regex Date();

    [GeneratedRegex(@"[()\[\]、,;:.。\s]|加入|入党|参加")]
    private static partial Regex Joints();
}
