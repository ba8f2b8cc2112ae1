using System.Text.RegularExpressions;
using Exemplar.Organization;
using Exemplar.People.RosterImport;

namespace Exemplar.People.TermImport;

/// <summary>Reads who sits on a committee: 李四、王五; 孙八（宣传委员、纪检委员）; 书记：张三，委员：王五、赵六; 组织委员李四.</summary>
internal static partial class TermSeats
{
    private static readonly PostKind[] Tasks = [PostKind.OrganizationMember, PostKind.PublicityMember, PostKind.DisciplineMember];

    /// <param name="usual">The post of a name that has none of its own: what the heading says.</param>
    public static IEnumerable<TermSeat> Read(string cell, PostKind usual)
    {
        IReadOnlyList<PostKind> label = [];
        foreach (Match token in Tokens().Matches(Spaced().Replace(cell, "$1$2")))
        {
            var words = token.Groups["words"].Value;
            if (words.Length == 0) continue;
            var labelled = Labelled().Match(words);
            var (said, name) = labelled.Success ? (labelled.Groups["post"].Value, labelled.Groups["name"].Value) : ("", words);
            if (said.Length > 0) label = KindsIn(said);
            else if (KindsIn(words) is { Count: > 0 } alone) { label = alone; continue; }   // “书记 张三”: the name comes next
            if (!Name().IsMatch(name)) continue;

            var beside = KindsIn(token.Groups["aside"].Value);
            // Below 书记, 张三（组织委员） is the secretary who looks after that as well.
            var kinds = beside.Count == 0 ? label.Count > 0 ? label : [usual] : label.Count == 0 && usual is PostKind.Secretary or PostKind.DeputySecretary && beside.All(Tasks.Contains) ? [usual, .. beside] : beside;
            foreach (var kind in kinds) yield return new(name, kind);
            // 组织委员李四、王五 says nothing of 王五; 委员李四、王五 does, and so does whatever has a colon behind it.
            if (said.Length > 0 && !labelled.Groups["colon"].Success && !label.Contains(PostKind.CommitteeMember)) label = [];
        }
    }

    /// <summary>Each once; whoever has a task of their own is not counted as a plain member beside it.</summary>
    public static IReadOnlyList<TermSeat> Once(IEnumerable<TermSeat> seats)
    {
        var all = seats.Distinct().ToList();
        return [.. all.Where(s => s.Kind is not PostKind.CommitteeMember || all.TrueForAll(o => o.Name != s.Name || o.Kind is PostKind.CommitteeMember))];
    }

    /// <summary>The posts in a committee that the words name; none when they name anything else as well.</summary>
    public static IReadOnlyList<PostKind> KindsIn(string words) => KindsOf(TasksAlone().IsMatch(words) ? $"{words}委员" : words);

    private static IReadOnlyList<PostKind> KindsOf(string words) =>
        words.Length > 0 && PartyPostWords.Read(words, partyOnly: false) is { Count: > 0 } posts && posts.All(p => p.Kind is not null && p.Body is not (PostBody.LeadershipGroup or PostBody.PartyGroup)) ? [.. posts.Select(p => p.Kind!.Value)] : [];

    // （组织）, （宣传、纪检）: the task of a member without the word
    [GeneratedRegex("^(?:(?:组织|宣传|组宣|纪检监察|纪律检查|纪检|纪律|统战|青年|群工|群众|妇女|文体|学习|生活|保密|保卫|安全)(?:[、,/和兼及](?!$))?)+$")]
    private static partial Regex TasksAlone();

    // 张 三: spaced out to look even
    [GeneratedRegex("(?<![\u4e00-\u9fff])([\u4e00-\u9fff])[ \t\u3000]+([\u4e00-\u9fff])(?![\u4e00-\u9fff])")]
    private static partial Regex Spaced();

    [GeneratedRegex(@"(?<words>[^、,;。\s()\[\]]+)\s*(?:[(\[](?<aside>[^)\]]*)[)\]])?")]
    private static partial Regex Tokens();

    [GeneratedRegex("^(?<post>(?:党?支部|党委|总支)?(?:专职副书记|常务副书记|副书记|书记|(?:组织|宣传|组宣|纪检监察|纪律检查|纪检|统战|青年|群工|群众|妇女|文体|学习|生活|保密|保卫|安全)*委员|支委|(?:组织|宣传|纪检)(?=:|：)))(?<colon>:|：)?(?<name>[\u4e00-\u9fff]{2,4}|[\u4e00-\u9fff]{1,10}(?:·[\u4e00-\u9fff]{1,10})+)$")]
    private static partial Regex Labelled();

    [GeneratedRegex("^(?!.*(?:委员|书记|人员|支部|党员|等人|空缺|暂缺|待定))(?:[\u4e00-\u9fff]{2,4}|[\u4e00-\u9fff]{1,10}(?:·[\u4e00-\u9fff]{1,10})+)$")]
    private static partial Regex Name();
}
