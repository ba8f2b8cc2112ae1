using Exemplar.Documents.Sheets;
using Exemplar.Organization;
using Exemplar.Platform.Web;

namespace Exemplar.People.RosterImport;

/// <summary>Our own form of the roster: what the export writes, the import reads back the same.</summary>
public static class RosterTemplate
{
    public const string Example = "张三（示例）";

    internal static readonly SheetColumn[] Columns =
    [
        new("姓名", 12), new("性别", 6), new("出生年月", 11), new("政治面貌", 12), new("入党时间", 13), new("转正时间", 13), new("所在支部", 18), new("科室", 18), new("党内职务", 24), new("人员状态", 10), new("备注", 46),
    ];

    public static byte[] Empty() => Write(
    [
        [Example, "男", "1985年7月", "中共党员", "2009年7月1日", "2010年7月1日", "第一党支部", "综合科", "组织委员", "在职", "这一行是示例，导入时自动略过；从下一行填起"],
        ["", "", "", "", "", "", "", "", "", "", "政治面貌：中共党员、预备党员、留党察看、群众。日期写到月也行，例如 2009.7；怎样写都认得"],
        ["", "", "", "", "", "", "", "", "", "", "人员状态：在职、退休。不要填身份证号、电话、工资：系统不存这些"],
    ]);

    public static byte[] Write(IEnumerable<IReadOnlyList<string>> rows) => SheetWriter.Write("名册", Columns, rows);

    public static IReadOnlyList<string> Row(PersonFacts person, string? branch, string? department, string partyPosts = "") =>
    [
        person.Name, person.Sex?.Name() ?? "", Month(person.BirthMonth), Status(person.Status), person.JoinedOn?.InWords ?? "", person.ConfirmedOn?.InWords ?? "",
        branch ?? "", department ?? "", partyPosts, person.IsRetired ? "退休" : "在职",
    ];

    /// <summary>In the words that the import reads: 书记 of one's own branch, 机关党委委员 of another body.</summary>
    internal static string PostIn(Unit unit, bool isOwn, PostKind kind) =>
        isOwn ? kind.Name() : kind is PostKind.PartyGroupLeader ? $"{unit.Name}组长" : kind is PostKind.LeadershipMember or PostKind.LeadershipSecretary ? kind.Name() : unit.Name + kind.Name();

    internal static string Month(DateOnly? month) => month is { } m ? PartialDate.MonthOf(m).InWords : "";

    private static string Status(MemberStatus? status) => status switch
    {
        MemberStatus.Full => "中共党员",
        MemberStatus.Probationary => "预备党员",
        MemberStatus.OnProbationInParty => "留党察看",
        _ => "群众",
    };
}
