using System.Buffers;

namespace Exemplar.Campaigns.Reading;

/// <param name="Names">Spans of the names, relative to the clause.</param>
/// <param name="Together">Names after 会同.</param>
internal sealed record RolePhrase(List<TextSpan> Names, List<TextSpan> Together, bool Helps, bool IsSubject);

/// <summary>Reads who acts in one clause: 由综合科牵头, 信息科配合, 各党支部要….</summary>
internal static class RolePhrases
{
    /// <summary>Who acts stands at the beginning; further on nobody is looked for.</summary>
    private const int LongestNames = 60;
    private const int LongestVerb = 4;

    private static readonly string[] Leading = ["牵头", "负责", "主办", "承办", "汇总", "统筹", "组织实施", "具体实施", "组织落实", "抓好落实", "落实", "办理", "组织", "实施", "完成", "制定", "起草", "编制", "建立", "做好", "开展"];
    private static readonly string[] Helping = ["配合", "协助", "协办", "参与", "协同", "参加"];
    private static readonly string[] Duties = ["要", "应", "须", "必须", "需", "负责", "牵头", "每月", "每季", "每年", "每周", "每半", "每天", "每日", "于"];

    // After a collective name (各支部) a plain verb is enough.
    private static readonly string[] Verbs =
        ["对照", "结合", "根据", "按照", "按", "围绕", "认真", "及时", "定期", "组织", "开展", "立即", "每", "在", "制定", "建立", "确定", "分别", "明确", "报送", "完成", "至少", "全面", "主动", "自行"];

    private static readonly SearchValues<char> SuffixEnds = SearchValues.Create([.. Leading.Concat(Helping).Select(verb => verb[^1])]);
    private static readonly SearchValues<char> RoleStarts = SearchValues.Create("由牵负主承配协参");
    private static readonly SearchValues<char> DutyStarts = SearchValues.Create([.. Duties.Select(d => d[0])]);
    private static readonly SearchValues<char> ActorStarts = SearchValues.Create([.. "由牵负主承配协参各全", .. Duties.Select(d => d[0])]);
    private static readonly SearchValues<char> VerbStarts = SearchValues.Create([.. Duties.Concat(Verbs).Select(d => d[0])]);

    /// <summary>The role that a name's last words give it: 综合科牵头.</summary>
    public static (LabelKind? Role, int Length) SuffixOf(ReadOnlySpan<char> name)
    {
        if (name.IsEmpty || !SuffixEnds.Contains(name[^1])) return default;
        foreach (var verb in Leading)
            if (name.Length > verb.Length && name.EndsWith(verb)) return (LabelKind.Owner, verb.Length);
        foreach (var verb in Helping)
            if (name.Length > verb.Length && name.EndsWith(verb)) return (LabelKind.CoOwner, verb.Length);
        return (null, 0);
    }

    /// <summary>False when no clause of the text can name anybody.</summary>
    public static bool MayActIn(ReadOnlySpan<char> folded) => folded.ContainsAny(ActorStarts);

    public static RolePhrase? Find(ReadOnlySpan<char> clause)
    {
        var hasRole = clause.ContainsAny(RoleStarts);
        if (!hasRole && !clause.ContainsAny(DutyStarts) && clause is not ['各', ..] and not ['全', ..]) return null;
        if (By(clause) is { } by) return by;
        var start = UnitNames.LeadInLength(clause);
        return (hasRole ? Named(clause, start, Leading.AsSpan(0, 4), helps: false) ?? Named(clause, start, Helping, helps: true) : null)
            ?? Subject(clause, start);
    }

    // 由综合科会同信息科负责
    private static RolePhrase? By(ReadOnlySpan<char> clause)
    {
        var by = clause.IndexOf('由');
        if (by < 0) return null;
        var rest = clause[(by + 1)..];
        var near = rest[..Math.Min(rest.Length, LongestNames + LongestVerb)];
        foreach (var verb in Leading)
        {
            var at = near.IndexOf(verb);
            if (at is < 2 or > LongestNames || NamesPerson(rest[at..])) continue;
            var together = rest[..at].IndexOf("会同");
            var names = UnitNames.Split(together < 0 ? rest[..at] : rest[..together], anyName: false);
            if (names.Count == 0) continue;
            var others = together < 0 ? new List<TextSpan>() : UnitNames.Split(rest[(together + 2)..at], anyName: false);
            return new(Shift(names, by + 1), Shift(others, by + 1 + together + 2), false, false);
        }
        return null;
    }

    private static RolePhrase? Named(ReadOnlySpan<char> clause, int start, ReadOnlySpan<string> verbs, bool helps)
    {
        var near = clause[start..Math.Min(clause.Length, start + LongestNames + LongestVerb)];
        foreach (var verb in verbs)
        {
            var at = near.IndexOf(verb);
            if (at is < 2 or > LongestNames || NamesPerson(clause[(start + at)..]) || !EndsClause(clause[(start + at + verb.Length)..])) continue;
            var names = UnitNames.Split(clause.Slice(start, at), anyName: false);
            if (names.Count > 0) return new(Shift(names, start), [], helps, false);
        }
        return null;
    }

    private static bool EndsClause(ReadOnlySpan<char> rest) => rest.Length <= 8;

    private static RolePhrase? Subject(ReadOnlySpan<char> clause, int start)
    {
        var collective = clause[start..].StartsWith("各") || clause[start..].StartsWith("全体");
        var reach = clause[..Math.Min(clause.Length, start + LongestNames)];
        for (var at = start + 2; at < reach.Length; at++)
        {
            var next = reach[at..].IndexOfAny(collective ? VerbStarts : DutyStarts);
            if (next < 0) break;
            at += next;
            if (!StartsWithAny(clause[at..], Duties) && !(collective && StartsWithAny(clause[at..], Verbs))) continue;
            if (NamesPerson(clause[at..])) continue;
            if (clause[at] == '要' && at + 1 < clause.Length && clause[at + 1] is '求' or '点' or '素' or '件' or '害' or '义') continue;
            var names = UnitNames.Split(clause[start..at], anyName: false);
            if (names.Count > 0) return new(Shift(names, start), [], false, true);
        }
        return null;
    }

    private static bool NamesPerson(ReadOnlySpan<char> text) => text.StartsWith("负责人") || text.StartsWith("负责同志");

    private static bool StartsWithAny(ReadOnlySpan<char> text, string[] words)
    {
        foreach (var word in words)
            if (text.StartsWith(word)) return true;
        return false;
    }

    private static List<TextSpan> Shift(List<TextSpan> spans, int by)
    {
        for (var i = 0; i < spans.Count; i++) spans[i] = new(spans[i].Start + by, spans[i].End + by);
        return spans;
    }
}
