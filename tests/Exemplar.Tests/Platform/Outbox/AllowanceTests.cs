using Exemplar.Platform.Outbox;
using Exemplar.Platform.Security;

namespace Exemplar.Tests.Platform.Outbox;

public sealed class AllowanceTests
{
    [Theory]
    [InlineData("每月最多 2 次", Role.Member)]
    [InlineData("每月最多 2 次", Role.DisciplineSecretary)]
    [InlineData("每周最多 1 次", Role.BranchSecretary)]
    [InlineData("每周最多 1 次", Role.BranchRecorder)]
    [InlineData("每周最多 1 次", Role.DepartmentHead)]
    [InlineData("每周最多 1 次", Role.CampaignOffice)]
    [InlineData("每周最多 1 次", Role.CommitteeOffice)]
    [InlineData("每周最多 1 次", Role.SupervisionDesk)]
    [InlineData("每周最多 1 次", Role.Member, Role.BranchSecretary)]
    [InlineData("每周最多 1 次", Role.SuperiorInspector, Role.DepartmentHead)]
    [InlineData("不发", Role.SuperiorInspector)]
    [InlineData("不发", Role.SystemAdministrator)]
    [InlineData("不发", Role.LeadingGroupMember)]
    [InlineData("不发", Role.LeadingGroupMember, Role.BranchSecretary, Role.Member)]
    [InlineData("不发")]
    public void The_role_with_the_most_allowance_counts_and_a_leader_gets_none(string words, params Role[] roles) =>
        Assert.Equal(words, Allowance.Of(roles).InWords);

    [Fact]
    public void Every_role_has_been_thought_of()
    {
        var none = Enum.GetValues<Role>().Where(r => Allowance.Of([r]).Most == 0);
        Assert.Equal([Role.LeadingGroupMember, Role.SuperiorInspector, Role.SystemAdministrator, Role.SecurityAdministrator, Role.AuditAdministrator], none);
    }

    [Theory]
    [InlineData(Role.BranchSecretary, "2026-03-01", "2026-02-23", "2026-03-01")]   // a Sunday ends its week
    [InlineData(Role.BranchSecretary, "2026-03-02", "2026-03-02", "2026-03-08")]
    [InlineData(Role.Member, "2026-02-28", "2026-02-01", "2026-02-28")]
    [InlineData(Role.Member, "2026-12-31", "2026-12-01", "2026-12-31")]
    public void Weeks_begin_on_Monday_and_months_on_the_first(Role role, string day, string from, string to) =>
        Assert.Equal((DateOnly.Parse(from), DateOnly.Parse(to)), Allowance.Of([role]).Around(DateOnly.Parse(day)));
}
