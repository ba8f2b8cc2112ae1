namespace Exemplar.Meetings.Voting;

/// <summary>How sure the product is of what it says an article says.</summary>
public enum ArticleStatus
{
    [Display(Name = "已核")] Verified,

    /// <summary>Believed, but the number of the article, its wording or its currency was not compared with the official text.</summary>
    [Display(Name = "待核")] ToVerify,
}

/// <summary>Where a rule stands: the regulation and, where it is known, the article.</summary>
public sealed record Article(string Regulation, string? Number, ArticleStatus Status)
{
    public string InWords => Number is null ? $"《{Regulation}》（条款号待核）"
        : Status is ArticleStatus.Verified ? $"《{Regulation}》{Number}"
        : $"《{Regulation}》{Number}（待核）";

    private const string Branch = "中国共产党支部工作条例（试行）", Admission = "中国共产党发展党员工作细则", Elections = "中国共产党基层组织选举工作条例", Group = "中国共产党党组工作条例";

    /// <summary>ORD-01, ORD-02: votes of the members' meeting.</summary>
    public static readonly Article MembersMeeting = new(Branch, "第十一条", ArticleStatus.Verified);

    /// <summary>MTG-02: the committee of a branch.</summary>
    public static readonly Article CommitteeMeeting = new(Branch, "第十二条", ArticleStatus.Verified);

    /// <summary>How a branch committee passes something is in no article of its own: the general rule of the majority.</summary>
    public static readonly Article Majority = new("中国共产党章程", "第十七条", ArticleStatus.ToVerify);

    /// <summary>ORD-03: admission and confirmation of probationary members; presence.</summary>
    public static readonly Article AdmissionPresence = new(Admission, "第二十条、第三十三条", ArticleStatus.Verified);

    /// <summary>ORD-03, ORD-04: written opinions, secret ballot, one by one.</summary>
    public static readonly Article AdmissionVote = new(Admission, null, ArticleStatus.ToVerify);

    /// <summary>MTG-12.</summary>
    public static readonly Article LeadershipGroup = new(Group, null, ArticleStatus.ToVerify);

    /// <summary>MTG-09.</summary>
    public static readonly Article DemocraticLife = new("县以上党和国家机关党员领导干部民主生活会若干规定", null, ArticleStatus.ToVerify);

    /// <summary>ELE-07 to ELE-11.</summary>
    public static readonly Article Election = new(Elections, null, ArticleStatus.ToVerify);

    /// <summary>ORD-06, ORD-07: a committee from seven full members on.</summary>
    public static readonly Article CommitteeSize = new("中国共产党支部工作条例（试行）", "第六章", ArticleStatus.Verified);

    /// <summary>ELE-13: who is not counted as due.</summary>
    public static readonly Article NotCounted = new("组织部门有关答复", null, ArticleStatus.ToVerify);
}
