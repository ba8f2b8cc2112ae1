using System.Collections.Frozen;
using System.Text;

namespace Exemplar.People.RosterImport;

public enum RosterColumn
{
    [Display(Name = "姓名")] Name,
    [Display(Name = "性别")] Sex,
    [Display(Name = "出生年月")] BirthMonth,
    [Display(Name = "政治面貌")] Status,
    [Display(Name = "入党时间")] JoinedOn,
    [Display(Name = "转正时间")] ConfirmedOn,
    [Display(Name = "所在支部")] Branch,
    [Display(Name = "科室")] Department,
    [Display(Name = "党小组")] Group,
    [Display(Name = "人员状态")] Standing,

    [Display(Name = "党内职务")] PartyPost,

    /// <summary>May hold 支部书记 as well as 科长: only what is said of Party bodies is read.</summary>
    [Display(Name = "职务")] AnyPost,

    /// <summary>行政职务: no rule asks for it.</summary>
    [Display(Name = "行政职务")] Post,

    /// <summary>ID number, phone, pay, address: never read.</summary>
    [Display(Name = "不存的信息")] Private,

    [Display(Name = "备注")] Remark,

    /// <summary>A running number, or what somebody said is not needed.</summary>
    [Display(Name = "不需要")] Idle,

    /// <summary>中共党员（2009.7） in one cell. Never recognised by its heading: guessed by what stands in it, or said.</summary>
    [Display(Name = "政治面貌和入党时间（写在一格里）")] StatusAndJoined,
}

/// <summary>What a heading means, however the office words it.</summary>
public static class RosterHeadings
{
    private static readonly FrozenDictionary<string, RosterColumn> Known = new (RosterColumn Column, string Words)[]
    {
        (RosterColumn.Name, "姓名 党员姓名 名字 人员姓名 干部姓名 同志姓名"),
        (RosterColumn.Sex, "性别"),
        (RosterColumn.BirthMonth, "出生年月 出生日期 出生时间 出生年月日 生日 出生"),
        (RosterColumn.Status, "政治面貌 身份 党员类别 党员类型 党员身份 党籍状态 人员类别 政治身份"),
        (RosterColumn.JoinedOn, "入党时间 入党日期 入党年月 加入党组织时间 加入党组织日期 加入中共时间 加入中国共产党时间 参加党组织时间 入党 入党/转正时间 入党转正时间 入党及转正时间 入党和转正时间 入党与转正时间 入党时间/转正时间 入党时间转正时间 入党时间及转正时间 入党时间和转正时间 入党/转正日期 入党转正日期 入党日期/转正日期 入党/转正 入党转正 入党及转正 入党/转正年月 入党时间/转正"),
        (RosterColumn.ConfirmedOn, "转正时间 转正日期 转正年月 转为正式党员时间 转为正式党员日期 转正"),
        (RosterColumn.Branch, "所在支部 所属支部 所属党支部 所在党支部 党支部 支部 支部名称 党支部名称 党组织 所在党组织 所属党组织 党组织名称 组织关系所在支部"),
        (RosterColumn.Department, "科室 处室 部门 单位 所在科室 所在处室 所在部门 所属科室 所属部门 工作部门 工作科室 科室名称 工作单位 所在单位 内设机构"),
        (RosterColumn.Group, "党小组 所在党小组 所属党小组 党小组名称 所在小组 所属小组 小组"),
        (RosterColumn.Standing, "人员状态 在职离退休 在职或离退休 在职/离退休 是否在职 在职状态 在职情况 状态 是否退休 是否离退休 离退休"),
        (RosterColumn.PartyPost, "党内职务 党务职务 党内任职 党内任职情况 党内兼职 党内现任职务 党组织职务 党组织内职务 党组织内任职 党支部职务 支部职务 支部内职务 支部任职 党支部任职 支部任职情况 在支部任职 党内职务名称 所任党内职务 担任党内职务 支部内分工 支部分工 委员分工 支委分工 支委会分工 党支部分工 党内分工"),
        (RosterColumn.AnyPost, "职务 现任职务 任职情况 担任职务 单位及职务 工作单位及职务 单位职务 单位和职务 科室及职务 所在单位及职务"),
        (RosterColumn.Post, "行政职务 工作职务 职务职级 职级 职务/职级 岗位 工作岗位 行政任职"),
        (RosterColumn.Private, "身份证 身份证号 身份证号码 公民身份号码 居民身份证号 证件号码 手机 手机号 手机号码 电话 电话号码 联系电话 联系方式 办公电话 住宅电话 家庭住址 住址 现住址 家庭地址 通讯地址 户籍地址 户籍所在地 户口所在地 工资 工资收入 月工资 基本工资 党费 党费基数 月缴党费 党费缴纳标准 银行卡号 银行账号 邮箱 电子邮箱 微信 微信号"),
        (RosterColumn.Remark, "备注 说明 备注说明 情况说明 其他情况"),
        (RosterColumn.Idle, "序号 编号"),
    }.SelectMany(row => row.Words.Split(' ').Select(word => (word, row.Column))).DistinctBy(x => x.word).ToFrozenDictionary(x => x.word, x => x.Column);

    /// <summary>What the roster has no place for, whatever stands in it: nobody is asked about these.</summary>
    private static readonly FrozenSet<string> Needless = "民族 籍贯 出生地 学历 学位 学历学位 文化程度 最高学历 全日制学历 全日制教育 在职教育 毕业院校 毕业学校 毕业院校及专业 毕业时间 专业 所学专业 专业技术职务 职称 年龄 党龄 工龄 参加工作时间 工作时间 参工时间 任职时间 任现职时间 现职时间 职级时间 任现职级时间 入党介绍人 转出时间 转入时间 编制 编制性质 人员性质 特长 奖惩 奖惩情况 年度考核 签名 签字 照片 人数 组别".Split(' ').ToFrozenSet();

    private static readonly string[] PrivateWords = ["身份证", "证件", "手机", "电话", "联系方式", "住址", "地址", "工资", "薪", "津贴", "补贴", "奖金", "绩效", "收入", "党费", "银行", "账号", "卡号", "护照", "户籍", "户口", "房产", "家庭", "家属", "配偶", "子女", "婚姻", "健康", "疾病", "病史", "血型", "宗教", "信仰", "邮箱", "微信", "QQ"];

    public static bool IsNeedless(string heading) => Needless.Contains(Plain(heading));

    /// <summary>Headings of what nobody may store here, also those that nobody thought of.</summary>
    public static bool IsPrivate(string heading) => Recognise(heading) is RosterColumn.Private || Array.Exists(PrivateWords, word => heading.Contains(word, StringComparison.OrdinalIgnoreCase));

    public static RosterColumn? Recognise(string heading) => Known.TryGetValue(Plain(heading), out var column) ? column : null;

    /// <summary>Without spaces, line breaks, marks and what stands in brackets: “入党时间（年月）*” is 入党时间.</summary>
    public static string Plain(string heading)
    {
        var plain = new StringBuilder(heading.Length);
        var depth = 0;
        foreach (var c in HalfWidth.Of(heading))
        {
            if (c is '(' or '[' or '【' or '〔') depth++;
            else if (c is ')' or ']' or '】' or '〕') depth = Math.Max(0, depth - 1);
            else if (depth == 0 && !char.IsWhiteSpace(c) && c is not ('*' or ':' or '"' or '“' or '”' or '、' or '_' or '\u200b' or '\ufeff')) plain.Append(c);
        }
        return plain.ToString();
    }
}
