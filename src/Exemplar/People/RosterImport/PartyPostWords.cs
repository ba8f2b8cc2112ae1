using System.Collections.Frozen;
using System.Text.RegularExpressions;
using Exemplar.Organization;

namespace Exemplar.People.RosterImport;

/// <summary>In which body a post is held, as the words say it.</summary>
internal enum PostBody
{
    /// <summary>书记, 组织委员: of the branch that somebody belongs to.</summary>
    Own,
    Branch,
    GeneralBranch,
    Committee,
    LeadershipGroup,
    PartyGroup,

    /// <summary>A unit by its name: 第一支部书记.</summary>
    Named,

    /// <summary>A bare word behind a post in a body above: 党委委员、组织委员.</summary>
    Unclear,
}

/// <summary>A post as a cell words it.</summary>
/// <param name="Kind">Null when the words name no post that is kept here.</param>
/// <param name="Unit">The name of the unit, where the words say one.</param>
internal sealed record NamedPost(string Words, PostBody Body, PostKind? Kind, string Unit = "");

/// <summary>Reads what offices write under 党内职务: 支部书记, 纪检委员兼宣传委员, 党委委员、第一支部书记, 组织、宣传委员.</summary>
internal static partial class PartyPostWords
{
    private static readonly string[] Nothing = ["党员", "普通党员", "中共党员", "正式党员", "预备党员", "共产党员", "群众", "无", "否", "暂无", "无职务", "无党内职务", "同志"];

    private static readonly FrozenDictionary<string, PostKind> Functions = new Dictionary<string, PostKind>
    {
        ["组织"] = PostKind.OrganizationMember,
        ["宣传"] = PostKind.PublicityMember,
        ["纪检"] = PostKind.DisciplineMember,
        ["纪检监察"] = PostKind.DisciplineMember,
        ["纪律检查"] = PostKind.DisciplineMember,
        ["纪律"] = PostKind.DisciplineMember,
    }.ToFrozenDictionary();

    /// <param name="partyOnly">Under 职务 stands 科长 as well: only what names a Party body or one of its functions is read, the rest is passed over.</param>
    public static IReadOnlyList<NamedPost> Read(string text, bool partyOnly)
    {
        List<NamedPost> posts = [];
        List<string> waiting = [];   // 组织 of 组织、宣传委员
        foreach (var part in Between().Split(Aside().Replace(HalfWidth.Of(text), Kept)).Where(p => p.Length > 0 && !Nothing.Contains(p)))
        {
            if (Functions.ContainsKey(part)) { waiting.Add(part); continue; }
            var said = Of(part, posts.Count > 0 ? posts[^1] : null);
            if (waiting.Count > 0 && said is [{ Kind: not null } last, ..]) posts.AddRange(waiting.Select(w => last with { Words = $"{w}委员", Kind = Functions[w] }));
            else posts.AddRange(waiting.Select(Strange));
            waiting.Clear();
            posts.AddRange(said);
        }
        posts.AddRange(waiting.Select(Strange));
        return [.. posts.Where(p => !partyOnly || IsOfParty(p)).DistinctBy(p => (p.Kind is null ? p.Words : "", p.Body, p.Unit, p.Kind))];
    }

    private static NamedPost Strange(string words) => new(words, PostBody.Own, null);

    /// <summary>（兼） says nothing; （拟任） and （原） say that the post is not held.</summary>
    private static string Kept(Match aside) => NotHeld().IsMatch(aside.Value) ? aside.Value.Trim('(', ')', '[', ']') : "";

    private static List<NamedPost> Of(string part, NamedPost? before)
    {
        if (NotHeld().IsMatch(part) || Written().Match(part) is not { Success: true } said) return [Strange(part)];
        var (body, unit) = BodyOf(said.Groups["body"].Value, said.Groups["kind"].Value);
        if (body is PostBody.Own && before is { Kind: not null }) (body, unit) = before.Body is PostBody.Own or PostBody.Branch or PostBody.Named ? (before.Body, before.Unit) : (PostBody.Unclear, "");
        return [.. KindsOf(said, body).Select(kind => new NamedPost(part, body, kind, unit))];
    }

    private static (PostBody Body, string Unit) BodyOf(string words, string kind)
    {
        if (kind.EndsWith("组长", StringComparison.Ordinal))
            return words is "" or "党" or "党小组" ? (PostBody.PartyGroup, "") : (PostBody.PartyGroup, $"{(GroupWords.NumberOf($"{words.TrimEnd('党')}组") is null ? words : words.TrimEnd('党'))}{(kind.Contains("小组", StringComparison.Ordinal) ? "小组" : "")}");
        if (kind == "支委" || OwnBranch().IsMatch(words)) return (PostBody.Branch, "");
        return words.Length == 0 ? (PostBody.Own, "")
            : GeneralBranch().IsMatch(words) ? (PostBody.GeneralBranch, "")
            : Committee().IsMatch(words) ? (PostBody.Committee, "")
            : LeadershipGroup().IsMatch(words) ? (PostBody.LeadershipGroup, "")
            : (PostBody.Named, words);
    }

    private static IEnumerable<PostKind?> KindsOf(Match said, PostBody body)
    {
        var kind = said.Groups["kind"].Value;
        if (body is PostBody.LeadershipGroup) return [kind switch { "书记" => PostKind.LeadershipSecretary, "成员" => PostKind.LeadershipMember, _ => null }];
        var functions = said.Groups["function"].Captures.Select(c => c.Value).ToList();
        if (functions.Count > 0) return functions.SelectMany(FunctionsOf).Distinct();
        return [kind switch
        {
            "书记" => PostKind.Secretary,
            "副书记" or "常务副书记" => PostKind.DeputySecretary,
            "专职副书记" => PostKind.FullTimeDeputySecretary,
            "委员" or "支委" => PostKind.CommitteeMember,
            _ when body is PostBody.PartyGroup => PostKind.PartyGroupLeader,
            _ => null,
        }];
    }

    /// <summary>青年委员 and the like sit on the committee; what they look after there is not kept.</summary>
    private static IEnumerable<PostKind?> FunctionsOf(string function) => function == "组宣"
        ? [PostKind.OrganizationMember, PostKind.PublicityMember]
        : [Functions.TryGetValue(function, out var kind) ? kind : PostKind.CommitteeMember];

    private static bool IsOfParty(NamedPost post) => post.Kind is not null && (post.Body is not (PostBody.Own or PostBody.Unclear or PostBody.Named)
        || Functions.Values.Contains(post.Kind.Value) || (post.Body is PostBody.Named && PartyName().IsMatch(post.Unit)));

    [GeneratedRegex(@"[、,;/\\+&\s]+|兼任?|以及|[和及暨]")]
    private static partial Regex Between();

    [GeneratedRegex(@"[(\[【][^)\]】]*[)\]】]")]
    private static partial Regex Aside();

    [GeneratedRegex("原任?|拟任?|曾任|前任|代理|候选|免职|已免|挂职|第一书记|试用")]
    private static partial Regex NotHeld();

    [GeneratedRegex("^(?<body>.*?)(?<kind>专职副书记|常务副书记|副书记|书记|小组组长|小组长|组长|支委|成员|(?:(?<function>组织|宣传|组宣|纪检监察|纪律检查|纪检|纪律|统战|青年|群工|群众|群团|妇女|工会|文体|文化|学习|生活|保密|保卫|安全|廉政|教育|发展|科普|志愿服务|意识形态)(?:工作)?)*委员)$")]
    private static partial Regex Written();

    [GeneratedRegex("^(?:中共)?(?:本|所在|所属)?党?支部(?:委员会)?$|^支委会?$")]
    private static partial Regex OwnBranch();

    [GeneratedRegex("^(?:机关|本级|所在|所属)?党?总支(?:部)?(?:委员会)?$")]
    private static partial Regex GeneralBranch();

    [GeneratedRegex("^(?:中共)?(?:机关|局|厅|委|办|处|市|县|区|本级|本单位|基层)*党委(?:会)?$|^机关委员会$")]
    private static partial Regex Committee();

    [GeneratedRegex("^.{0,4}党组$")]
    private static partial Regex LeadershipGroup();

    [GeneratedRegex("党|(?<!团)支部|总支")]
    private static partial Regex PartyName();
}
