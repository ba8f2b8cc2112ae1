namespace Exemplar.People.RosterImport;

/// <summary>What a cell under 政治面貌, 身份 or 党员类别 says. 党员 alone (<paramref name="IsPlain"/>) leaves open which kind.</summary>
/// <param name="IsApplicant">入党积极分子 and the like: colleagues, until they are admitted.</param>
internal sealed record PoliticalStatus(MemberStatus? Member, bool IsPlain = false, bool IsApplicant = false)
{
    private static readonly string[] PlainMember = ["党员", "中共党员", "中国共产党党员", "共产党员"];
    private static readonly string[] Full = ["正式党员", "正式", "中共正式党员"];
    private static readonly string[] NoMember = ["群众", "团员", "共青团员", "无党派", "无党派人士", "非党员", "干部职工", "非中共党员", "民主党派"];

    private static readonly string[] Applicants = ["入党积极分子", "积极分子", "发展对象", "入党申请人", "申请入党人员"];

    /// <summary>Null when the words are none of the known ones.</summary>
    public static PoliticalStatus? Of(string text) =>
        text.Contains("预备", StringComparison.Ordinal) ? new(MemberStatus.Probationary)
        : text.Contains("留党察看", StringComparison.Ordinal) ? new(MemberStatus.OnProbationInParty)
        : PlainMember.Contains(text) ? new(MemberStatus.Full, IsPlain: true)
        : Full.Contains(text) ? new(MemberStatus.Full)
        : Applicants.Contains(text) ? new(null, IsApplicant: true)
        : NoMember.Contains(text) || IsOtherParty(text) ? new((MemberStatus?)null)
        : null;

    /// <summary>What both say together; null when they contradict each other.</summary>
    public PoliticalStatus? And(PoliticalStatus other)
    {
        if (Member is null || other.Member is null) return Member == other.Member ? this : null;
        return IsPlain ? other : other.IsPlain || Member == other.Member ? this : null;
    }

    /// <summary>民革、民盟、民建、民进、农工党、致公党、九三学社、台盟, long or short.</summary>
    private static bool IsOtherParty(string text) => text.Length is >= 2 and <= 8 && text[0] is '民' or '农' or '致' or '九' or '台';
}
