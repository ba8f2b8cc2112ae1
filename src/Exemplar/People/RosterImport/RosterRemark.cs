using System.Text.RegularExpressions;

namespace Exemplar.People.RosterImport;

/// <summary>
/// What a cell under 备注 says that the roster has a place for. Of the rest only words of one's standing in the office are named
/// (借调, 流动党员): what somebody wrote of a person's circumstances is neither kept nor shown.
/// </summary>
/// <param name="Status">预备党员 or 留党察看; null when it says neither.</param>
internal sealed partial record RosterRemark(bool IsRetired, MemberStatus? Status, IReadOnlyList<string> Unused)
{
    public const string Other = "别的内容";

    /// <summary>2026年5月由…转入: since when they belong to the branch.</summary>
    public PartialDate? CameOn { get; init; }

    public static RosterRemark Read(string text)
    {
        var (isRetired, status, came) = (false, (MemberStatus?)null, (PartialDate?)null);
        List<string> unused = [];
        foreach (var part in Between().Split(HalfWidth.Of(text)).Where(p => p.Length > 0))
        {
            var words = Aside().Replace(part, "");
            if (Retired().IsMatch(words)) isRetired = true;
            else if (Probationary().IsMatch(words)) status = MemberStatus.Probationary;
            else if (OnProbation().IsMatch(words)) status = MemberStatus.OnProbationInParty;
            else if (Came().Match(part) is { Success: true } said && WrittenDate.Parse(said.Groups["date"].Value.TrimEnd('.', '-', '/')) is { } on) came = on;
            else unused.Add(Named().Match(words) is { Success: true } named ? named.Value : Other);
        }
        return new(isRetired, status, unused) { CameOn = came };
    }

    /// <summary>The text without what is not read: the same when it is read again.</summary>
    public static string Kept(string text) =>
        string.Join('、', Between().Split(HalfWidth.Of(PrivateText.IsIn(text) ? "" : text)).Where(p => p.Length > 0)
            .Select(p => Read(p) is { CameOn: { } on } ? $"{on}转入" : Read(p) is { Unused: [var unused] } ? unused : Aside().Replace(p, "")));

    [GeneratedRegex(@"[、,;。\s]+")]
    private static partial Regex Between();

    [GeneratedRegex(@"\([^)]*\)|\[[^\]]*\]")]
    private static partial Regex Aside();

    // 退休, 已退休, 2024年5月退休, 退休党员; not 即将退休, 拟退休
    [GeneratedRegex(@"^(?:已|现已|于)?(?:(?:19|20)\d\d(?:年|[.\-/])?(?:\d{1,2}(?:月|[.\-/])?)?(?:\d{1,2}日?)?(?:已|起)?)?(?:办理)?(?:退休|离休|离退休)(?:党员|人员|干部|返聘)?$")]
    private static partial Regex Retired();

    [GeneratedRegex("^(?:中共|系|为|现为)?预备(?:党员|期|期内)$")]
    private static partial Regex Probationary();

    [GeneratedRegex("借调|抽调|挂职|流动党员|外派|援派|援藏|援疆|出国|出境|失联|返聘|内退|即将退休|拟退休|离岗|驻村|第一书记|聘用|派遣|积极分子|发展对象|转入|转出|停薪留职|优秀党员|优秀党务工作者")]
    private static partial Regex Named();

    // 2026年5月由…转入, 转入时间2026.5; not 转入前, nor 2026年5月转出、另有转入
    [GeneratedRegex(@"(?<date>(?:19|20)\d\d(?:年|[.\-/])\d{1,2}(?:(?:月|[.\-/])(?:\d{1,2}日?)?)?)[^转出]{0,30}转入(?!前)|转入(?:时间|日期)?:?(?<date>(?:19|20)\d\d(?:年|[.\-/])\d{1,2}(?:(?:月|[.\-/])(?:\d{1,2}日?)?)?)")]
    private static partial Regex Came();

    [GeneratedRegex("^(?:受|受到)?留党察看(?:[一二两12]年)?(?:处分|期间|期内|中)?$")]
    private static partial Regex OnProbation();
}
