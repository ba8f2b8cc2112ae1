using Held = Exemplar.Platform.Security.Role;

namespace Exemplar.Tests.Authorization;

/// <summary>Somebody who asks: a role, an account without any, or nobody at all.</summary>
/// <param name="Name">As the policy calls them.</param>
public sealed record Principal(string Name, Held? Role = null)
{
    public static readonly Principal Anonymous = new("anonymous");

    /// <summary>An account that was opened and has no role yet, or none any more.</summary>
    public static readonly Principal Nobody = new("nobody");

    public static readonly IReadOnlyList<Principal> WithRole =
    [
        new("campaign-office", Held.CampaignOffice),
        new("committee-office", Held.CommitteeOffice),
        new("secretary", Held.BranchSecretary),
        new("recorder", Held.BranchRecorder),
        new("member", Held.Member),
        new("head", Held.DepartmentHead),
        new("desk", Held.SupervisionDesk),
        new("leader", Held.LeadingGroupMember),
        new("discipline", Held.DisciplineSecretary),
        new("inspector", Held.SuperiorInspector),
        new("system-admin", Held.SystemAdministrator),
        new("security-admin", Held.SecurityAdministrator),
        new("audit-admin", Held.AuditAdministrator),
    ];

    public static readonly IReadOnlyList<Principal> All = [Anonymous, Nobody, .. WithRole];

    public override string ToString() => Name;
}
