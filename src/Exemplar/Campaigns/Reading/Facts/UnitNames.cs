using System.Buffers;
using System.Text.RegularExpressions;

namespace Exemplar.Campaigns.Reading;

/// <summary>Tells names of units and collective subjects (各党支部, 综合科, 领导小组办公室) from other words.</summary>
internal static partial class UnitNames
{
    public const int Longest = 24;

    private static readonly SearchValues<char> Foreign = SearchValues.Create("的了们须,。;:");
    private static readonly SearchValues<char> LastCharacters = SearchValues.Create("室科处股局办委站所院部组心门位织司道镇乡村区会联校关员子部记人志任长");
    private static readonly SearchValues<char> LeadInStarts = SearchValues.Create("今下会同此另其要请希由即接当原具");
    private static readonly SearchValues<char> VerbStarts = SearchValues.Create("围聚服以把对在从向通加深发使让为根按结推促建坚突成设组完强提形没有一个部解帮增制召凡若如因经需要和及与或不是");
    private static readonly SearchValues<char> Separators = SearchValues.Create("、,/ \n\t;");

    private static readonly WordEndings Endings = new(
        ["科", "处", "室", "股", "局", "办", "委", "站", "所", "院", "部", "组", "镇", "乡", "村", "委员会", "中心", "部门", "单位", "党组织", "公司", "街道", "社区", "工会", "妇联", "学校", "机关",
        "党组成员", "班子成员", "领导班子", "全体党员", "全体人员", "每名党员", "书记", "负责人", "负责同志", "组长", "主任", "科长", "处长", "局长", "秘书长", "委员", "联络员", "信息员"]);

    // Words that end like a unit and are none.
    private static readonly WordEndings FalseFriends = new(
        ["格局", "全局", "大局", "布局", "结局", "开局", "困局", "破局", "当局", "好处", "长处", "短处", "用处", "各处", "到处", "坏处", "难处", "何处", "全部", "内部", "外部", "局部", "干部",
        "主办", "承办", "督办", "交办", "领办", "协办", "经办", "待办", "一站", "网站", "场所", "住所", "本科", "学科", "专科", "开展活动的单位", "总书记", "学院派", "以人为中心", "围绕中心", "服务中心工作",
        "构成部", "模范机关", "文明单位", "先进单位", "党政机关", "重中之处", "一部"]);

    [GeneratedRegex("^(?:围绕|聚焦|服务(?!中心|科|处|大厅)|以|把|对(?!外|口)|在|从|向(?!阳)|通过|加强|深入|发挥|使|让|为(?!民)|根据|按照|结合|推动|促进|建设(?!局|科|处|工程)|坚持|突出|成立|设立|组建|建立|完善|强化|提高|形成|没有|有的|一些|个别|部分|解决|帮助|组织(?!部|科|处|室|人事)|深化|增强|制定|召开|凡|若|如|因|经|需|要|和|及|与|或|不|是)")]
    private static partial Regex Verb();

    [GeneratedRegex("^(?:今后|下一步|会后|会议|同时|此外|另外|其中|要求|请|希望|由|即日起|接下来|当前|原则上|具体)+(?=.{2})")]
    private static partial Regex LeadIn();

    /// <summary>True for one name, folded, without lead-in.</summary>
    public static bool Is(ReadOnlySpan<char> folded)
    {
        if (folded.Length is < 2 or > Longest || !LastCharacters.Contains(folded[^1]) || !Endings.End(folded) || folded.ContainsAny(Foreign) || StartsWithVerb(folded)) return false;
        return !FalseFriends.End(folded) || folded.EndsWith("领导干部") || folded.EndsWith("全体干部") || folded.EndsWith("每名干部");
    }

    // A look at the first character spares most names the pattern.
    private static bool StartsWithVerb(ReadOnlySpan<char> folded) => VerbStarts.Contains(folded[0]) && Verb().IsMatch(folded);

    /// <summary>A department (科室) by name: the unit that answers for a task in an office.</summary>
    public static bool IsDepartment(string folded) => !folded.StartsWith('各') && folded.Length > 2 && folded[^1] is '科' or '处' or '股' or '室' && !folded.EndsWith("领导小组办公室");

    /// <summary>How many characters of introduction stand before the first name: 会后各党支部, 由综合科.</summary>
    public static int LeadInLength(ReadOnlySpan<char> folded)
    {
        if (folded.IsEmpty || !LeadInStarts.Contains(folded[0])) return 0;
        foreach (var match in LeadIn().EnumerateMatches(folded)) return match.Length;
        return 0;
    }

    /// <summary>Splits 综合科、人事科和各支部 into spans relative to the text; empty when one part is no unit.</summary>
    public static List<TextSpan> Split(ReadOnlySpan<char> folded, bool anyName)
    {
        var names = new List<TextSpan>();
        for (var start = 0; start < folded.Length;)
        {
            var length = folded[start..].IndexOfAny(Separators);
            var end = length < 0 ? folded.Length : start + length;
            // 责任科室：机要科，3月20日前完成: behind a comma only another unit goes on with the list.
            if (anyName && start > 0 && folded[start - 1] == ',' && !IsWithRole(folded[start..end])) break;
            if (!SplitAtConjunction(folded, start, end, names, anyName)) return [];
            start = end + 1;
        }
        return names;
    }

    private static bool IsWithRole(ReadOnlySpan<char> name) => Is(name[..^RolePhrases.SuffixOf(name).Length]);

    // 和 joins two units, but stands inside some names as well (文秘和信息科).
    private static bool SplitAtConjunction(ReadOnlySpan<char> folded, int start, int end, List<TextSpan> names, bool anyName)
    {
        for (var i = start + 2; i < end - 2; i++)
            if (folded[i] is '和' or '及' or '与' && Is(folded[start..i]) && Is(folded[(i + 1)..end]))
            {
                names.Add(new(start, i));
                names.Add(new(i + 1, end));
                return true;
            }
        while (end > start && folded[end - 1] is '等' or ' ') end--;
        while (start < end && folded[start] == ' ') start++;
        if (start == end) return true;
        if (anyName ? end - start > 30 : !Is(folded[start..end])) return false;
        names.Add(new(start, end));
        return true;
    }
}
