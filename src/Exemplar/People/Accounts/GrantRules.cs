using Exemplar.Organization;
using Exemplar.Platform.Web;

namespace Exemplar.People.Accounts;

/// <summary>What a grant must not do, whoever gives it.</summary>
internal static class GrantRules
{
    public static Refusal? Refuse(Grant grant, Unit unit, Account account, Actor by, IReadOnlyList<Grant> held, bool isSameHand, DateOnly today)
    {
        if (RefuseOwn(account, by, isSameHand) is { } own) return own;
        if (grant.Inherit && !by.GrantsFor(PeopleCapability.GrantRoles).Any(g => g.Inherit && g.Covers(unit))) return new Refusal(nameof(GrantRole.Form.Inherit), "您的权限不含下级单位，不能授予含下级的角色");
        return RefuseGrant(grant, unit, held, today);
    }

    /// <summary>Whoever gives it, and whoever approves it.</summary>
    public static Refusal? RefuseGrant(Grant grant, Unit unit, IReadOnlyList<Grant> held, DateOnly today)
    {
        if (unit.DissolvedOn is not null) return new Refusal(nameof(GrantRole.Form.Unit), "这个单位已撤销");
        if (grant.To < grant.From) return new Refusal(nameof(GrantRole.Form.To), "截止日期不能早于开始日期");
        if (grant.To < today) return new Refusal(nameof(GrantRole.Form.To), "截止日期已经过去");
        if (RefuseWrongKind(grant.Role, unit) is { } wrongKind) return wrongKind;
        if (grant.Role is Role.SuperiorInspector && grant.To is null) return new Refusal(nameof(GrantRole.Form.To), "上级检查须有截止日期");

        var lasting = held.Where(g => (g.To is null || g.To >= grant.From) && (grant.To is null || g.From <= grant.To)).ToList();
        if (lasting.Any(g => g.Role == grant.Role && g.UnitId == grant.UnitId && (g.Inherit || !grant.Inherit)))
            return new Refusal(nameof(GrantRole.Form.Role), $"在“{unit.Name}”已有“{grant.Role.Name()}”角色，不用再授予");
        if (lasting.Any(g => g.Role.IsAdministrator() != grant.Role.IsAdministrator()))
            return new Refusal(nameof(GrantRole.Form.Role), grant.Role.IsAdministrator()
                ? "这个账号有业务角色，不能再当管理员；请另开一个账号"
                : "管理员账号不能有业务角色；请另开一个账号");
        if (grant.Role.IsAdministrator() && lasting.Any(g => g.Role is Role.AuditAdministrator != (grant.Role is Role.AuditAdministrator)))
            return new Refusal(nameof(GrantRole.Form.Role), "审计管理员不能与系统管理员、安全管理员由一个账号兼任");
        return null;
    }

    /// <summary>Persons are compared, not accounts: a second account of one's own is one's own.</summary>
    public static bool IsOwn(Account account, Actor by) => account.Id == by.Account.Id || (account.PersonId is not null && account.PersonId == by.PersonId);

    /// <param name="isSameHand">Set-up gave both accounts to one hand.</param>
    public static Refusal? RefuseOwn(Account account, Actor by, bool isSameHand) =>
        isSameHand || IsOwn(account, by) ? new Refusal("不能给自己授予或收回角色，须由另一位安全管理员办理") : null;

    private static Refusal? RefuseWrongKind(Role role, Unit unit) => role switch
    {
        Role.BranchSecretary or Role.BranchRecorder when !unit.TakesMembers => new(nameof(GrantRole.Form.Unit), $"“{role.Name()}”须授予在支部"),
        Role.DepartmentHead when unit.Kind is not (UnitKind.Department or UnitKind.Office) => new(nameof(GrantRole.Form.Unit), $"“{role.Name()}”须授予在科室"),
        _ => null,
    };
}
