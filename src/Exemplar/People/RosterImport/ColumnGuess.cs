namespace Exemplar.People.RosterImport;

/// <summary>What a column of an unknown heading may hold, by what stands in it and words of its heading. Where nothing speaks for one meaning, there is none.</summary>
internal static class ColumnGuess
{
    private const int MostLookedAt = 50;
    private const int LongestCell = 30;

    /// <summary>Longer texts are nothing that the roster keeps: nobody is asked about them.</summary>
    public static bool MayBeAsked(IEnumerable<string> texts) => texts.Any() && texts.All(t => t.Length <= LongestCell);

    /// <param name="heading">Plain.</param>
    public static RosterColumn? Of(string heading, IEnumerable<string> texts)
    {
        var some = texts.Take(MostLookedAt).Select(t => HalfWidth.Of(t).Trim()).ToList();
        if (some.Count == 0) return null;
        if (Most(t => t is "男" or "女")) return RosterColumn.Sex;
        if (Most(t => t is "在职" or "退休" or "离退休" or "离休" or "在岗" or "已退休")) return RosterColumn.Standing;
        if (some.Exists(StatusAndDate.Is) && Most(t => StatusAndDate.Is(t) || PoliticalStatus.Of(t) is not null)) return RosterColumn.StatusAndJoined;
        if (Most(t => PoliticalStatus.Of(t) is not null)) return RosterColumn.Status;
        if (Most(t => WrittenDate.Parse(t) is not null)) return OfDate(heading);
        if (Most(t => t.EndsWith("支部", StringComparison.Ordinal) || t.EndsWith("党总支", StringComparison.Ordinal))) return RosterColumn.Branch;
        if (Most(t => t.Length is >= 2 and <= 15 && (t[^1] is '科' or '处' or '室' or '股' || (NamesUnits(heading) && (t[^1] is '局' or '办' or '部' or '队' or '心'))))) return RosterColumn.Department;
        if (Says("党") && (Says("职") || Says("任")) && some.Exists(t => PartyPostWords.Read(t, partyOnly: true).Count > 0)) return RosterColumn.PartyPost;
        return null;

        // 总部 and 分中心 may be places as well
        bool NamesUnits(string words) => words.Contains("部门", StringComparison.Ordinal) || words.Contains("机构", StringComparison.Ordinal) || words.Contains("单位", StringComparison.Ordinal) || words.IndexOfAny(['科', '处', '室', '股']) >= 0;
        bool Most(Func<string, bool> fits) => some.Count(fits) * 5 >= some.Count * 4;
        bool Says(string word) => heading.Contains(word, StringComparison.Ordinal);
        RosterColumn? OfDate(string words) =>
            words.Contains("转正", StringComparison.Ordinal) || words.Contains("转为正式", StringComparison.Ordinal) ? RosterColumn.ConfirmedOn
            : words.Contains("入党", StringComparison.Ordinal) || words.Contains("党组织", StringComparison.Ordinal) ? RosterColumn.JoinedOn
            : words.Contains("出生", StringComparison.Ordinal) || words.Contains("生日", StringComparison.Ordinal) ? RosterColumn.BirthMonth
            : null;
    }
}
