namespace Exemplar.Platform.Outbox;

public enum Counted
{
    Week,
    Month,
}

/// <summary>
/// How many messages one person may get at most: a member two a month, whoever keeps a branch, a department or an office one
/// a week, a leader and an inspector none. Weeks begin on Monday; both periods are civil ones of the office.
/// </summary>
public sealed record Allowance(int Most, Counted Per, Receiver Receiver)
{
    public static readonly Allowance None = new(0, Counted.Month, Receiver.Member);
    private static readonly Allowance Member = new(2, Counted.Month, Receiver.Member);
    private static readonly Allowance Duty = new(1, Counted.Week, Receiver.Duty);

    /// <summary>The role with the most allowance counts; a leader gets nothing, whatever else they hold. Administrators have nothing waiting.</summary>
    public static Allowance Of(IReadOnlyCollection<Role> roles) =>
        roles.Contains(Role.LeadingGroupMember) ? None
        : roles.Any(IsDuty) ? Duty
        : roles.Any(r => r is Role.Member or Role.DisciplineSecretary) ? Member
        : None;

    private static bool IsDuty(Role role) =>
        role is Role.CampaignOffice or Role.CommitteeOffice or Role.BranchSecretary or Role.BranchRecorder or Role.DepartmentHead or Role.SupervisionDesk;

    /// <summary>The first and the last day of the week or month that a message of this day is counted in.</summary>
    public (DateOnly From, DateOnly To) Around(DateOnly day)
    {
        var first = Per is Counted.Week ? Monday(day) : new DateOnly(day.Year, day.Month, 1);
        return (first, Per is Counted.Week ? first.AddDays(6) : first.AddMonths(1).AddDays(-1));
    }

    public static DateOnly Monday(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + 6) % 7));

    public string InWords => Most == 0 ? "不发" : Per is Counted.Week ? $"每周最多 {Most} 次" : $"每月最多 {Most} 次";
}
