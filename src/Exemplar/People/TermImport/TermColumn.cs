using System.Collections.Frozen;
using System.Text.RegularExpressions;
using Exemplar.Organization;
using Exemplar.People.RosterImport;

namespace Exemplar.People.TermImport;

/// <summary>What a column of a sheet of elections says.</summary>
public enum TermColumn
{
    [Display(Name = "序号")] Serial,
    [Display(Name = "党组织")] Unit,
    [Display(Name = "换届时间")] Elected,
    [Display(Name = "任期起止")] Span,
    [Display(Name = "届期")] Years,
    [Display(Name = "届满时间")] Ends,
    [Display(Name = "届次")] Ordinal,
    [Display(Name = "姓名")] Name,
    [Display(Name = "职务")] Post,
    [Display(Name = "书记")] Secretary,
    [Display(Name = "副书记")] Deputy,
    [Display(Name = "专职副书记")] FullTimeDeputy,
    [Display(Name = "组织委员")] Organization,
    [Display(Name = "宣传委员")] Publicity,
    [Display(Name = "纪检委员")] Discipline,
    [Display(Name = "委员")] Members,
    [Display(Name = "批复文号")] Basis,
    [Display(Name = "备注")] Notes,

    /// <summary>Somebody said so: it is not asked about again.</summary>
    [Display(Name = "不需要")] Unneeded,

    /// <summary>ID number, phone: never read.</summary>
    [Display(Name = "不存的信息")] Private,
}

/// <summary>What a heading means, however the office words it.</summary>
internal static partial class TermHeadings
{
    private static readonly FrozenDictionary<string, TermColumn> Known = new (TermColumn Column, string Words)[]
    {
        (TermColumn.Serial, "序号 编号"),
        (TermColumn.Unit, "支部 党支部 支部名称 党支部名称 支部全称 党支部全称 党组织 党组织名称 党组织全称 基层党组织 基层党组织名称 单位 单位名称 名称 组织名称 所在支部 所属支部"),
        (TermColumn.Elected, "换届时间 换届日期 换届选举时间 换届选举日期 选举时间 选举日期 本届换届时间 本届换届日期 本届换届选举时间 本届选举时间 上次换届时间 上次换届日期 上届换届时间 最近一次换届时间 最近一次换届日期 最近换届时间 最近换届日期 起始时间 开始时间 任期起始 任期开始 任期起始时间 任期开始时间 本届任期起始时间 届期起始时间 换届大会时间 换届完成时间 成立或换届时间 成立/换届时间 当选时间 选举产生时间 任职起始时间 本届起始"),
        (TermColumn.Years, "届期 任期 任期年限 届期年限 每届年限 每届任期 任期几年"),
        (TermColumn.Span, "任期起止时间 任期起止 届期起止 届期起止时间 本届任期 本届届期 任期时间 本届任期起止时间 本届任期起止 任届起止时间"),
        (TermColumn.Ends, "届满 届满时间 届满日期 任期届满时间 任期届满日期 任期届满 到期时间 到期日期 任期到期时间 任期截止 任期截止时间 终止时间 结束时间 任期结束时间 应换届时间 应换届日期 下次换届时间 下次换届日期 下届换届时间 下一次换届时间 本届届满时间 本届届满日期 任期终止时间 截止时间"),
        (TermColumn.Ordinal, "届次 届别 第几届"),
        (TermColumn.Name, "姓名 成员姓名 委员姓名"),
        (TermColumn.Post, "职务 党内职务 支部职务 委员职务 担任职务"),
        (TermColumn.Secretary, "书记 支部书记 党支部书记 书记姓名 支部书记姓名 党组织书记 现任书记 现任支部书记 党组织书记姓名 书记人选 当选书记"),
        (TermColumn.Deputy, "副书记 支部副书记 副书记姓名 党支部副书记 现任副书记"),
        (TermColumn.FullTimeDeputy, "专职副书记"),
        (TermColumn.Organization, "组织委员"),
        (TermColumn.Publicity, "宣传委员"),
        (TermColumn.Discipline, "纪检委员 纪律检查委员"),
        (TermColumn.Members, "委员 支委 支部委员 支委委员 党支部委员 委员名单 委员姓名名单 其他委员 支委成员 支委会成员 支委会组成人员 支部委员会成员 支部委员会组成人员 委员会成员 委员会组成人员 班子成员 支部班子成员 支委班子 班子组成 组成人员 领导班子成员 支委会组成 支委名单 委员会委员 选举结果 当选人员 当选名单 选举产生人员"),
        (TermColumn.Basis, "批复文号 批准文号 文号 批复 批复文件 批复文件号"),
        (TermColumn.Notes, "备注 说明"),
        (TermColumn.Private, "身份证"),
    }.SelectMany(row => row.Words.Split(' ').Select(word => (word, row.Column))).DistinctBy(x => x.word).ToFrozenDictionary(x => x.word, x => x.Column);

    private static readonly string[] PrivateWords = ["身份证", "手机", "电话", "联系方式", "住址", "工资", "银行", "邮箱", "微信"];

    /// <summary>The post that the names below such a heading hold.</summary>
    public static readonly IReadOnlyList<(TermColumn Column, PostKind Kind)> Posts =
    [
        (TermColumn.Secretary, PostKind.Secretary), (TermColumn.Deputy, PostKind.DeputySecretary), (TermColumn.FullTimeDeputy, PostKind.FullTimeDeputySecretary),
        (TermColumn.Organization, PostKind.OrganizationMember), (TermColumn.Publicity, PostKind.PublicityMember), (TermColumn.Discipline, PostKind.DisciplineMember), (TermColumn.Members, PostKind.CommitteeMember),
    ];

    public static TermColumn? Recognise(string heading)
    {
        var plain = RosterHeadings.Plain(heading);
        return Array.Exists(PrivateWords, w => plain.Contains(w, StringComparison.Ordinal)) || RosterHeadings.Recognise(plain) is RosterColumn.Private ? TermColumn.Private
            : Known.TryGetValue(plain, out var column) ? column
            : plain.Length < ShortestWording ? null
            : ElectedWorded().IsMatch(plain) ? TermColumn.Elected
            : EndsWorded().IsMatch(plain) ? TermColumn.Ends
            : null;
    }

    /// <summary>Whether the heading tells of another day than that of the election, whatever its cells look like.</summary>
    public static bool IsOfAnotherDay(string plain) => AnotherDay().IsMatch(plain);

    // 换届 or 起始 alone may be the title over several columns.
    private const int ShortestWording = 4;

    // 上次换届, 最近一次换届选举日期, 党支部换届大会时间; 本届起始, 任职起始时间
    [GeneratedRegex("^(?:党?支部|党组织|党委)?(?:(?:上次|上一次|上届|前次|最近一次|最近|最后一次|本届|本次|现届)?(?:换届选举|换届改选|换届|选举|改选)(?:大会|会议|召开|完成|产生)?|(?:本届|现届|任期|届期|任届|任职|班子|委员会)+(?:起始|开始|起算|起))(?:的?(?:时间|日期|年月|年月日|日))?$")]
    private static partial Regex ElectedWorded();

    // 本届届满, 任期期满日期; 应换届, 下一次换届选举时间
    [GeneratedRegex("^(?:党?支部|党组织|党委)?(?:(?:本届|现届|任期|届期|任届|任职|班子|委员会)+(?:届满|到期|期满|截止|终止|结束)|(?:届满|到期|期满)|(?:应|下次|下一次|下届|下一届)应?换届(?:选举)?)(?:的?(?:时间|日期|年月|年月日|日))?$")]
    private static partial Regex EndsWorded();

    [GeneratedRegex("批复|批准|审批|请示|上报|填报|提醒|届满|到期|截止|期满|下次|下届|下一|应换|拟|计划|预计|入党|转正|出生|生日|成立|更新")]
    private static partial Regex AnotherDay();
}
