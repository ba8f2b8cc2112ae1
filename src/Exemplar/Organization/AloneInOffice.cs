namespace Exemplar.Organization;

/// <summary>
/// Somebody who begins alone: the administrator's account and a business account of their own in one hand, in one form. They
/// stay two accounts, because an administrator's has no business role; the audit administrator is never in this hand (facts of the domain, section 5).
/// </summary>
internal static class AloneInOffice
{
    /// <summary>What the committee's office and the leading group's office may do, in the whole office.</summary>
    public static readonly Role[] Roles = [Role.CommitteeOffice, Role.CampaignOffice];

    public static Refusal? Refuse(SetUp.Form form)
    {
        if (!form.Alone)
            return string.IsNullOrWhiteSpace(form.OwnName) && string.IsNullOrWhiteSpace(form.OwnUserName) && string.IsNullOrEmpty(form.OwnPassword)
                ? null
                : new Refusal(nameof(form.Alone), "下面填了您自己的账号：只有您一个人用就勾上，不是就清空");
        if (string.IsNullOrWhiteSpace(form.OwnName)) return new Refusal(nameof(form.OwnName), "请填写您的姓名");
        if (string.IsNullOrWhiteSpace(form.OwnUserName)) return new Refusal(nameof(form.OwnUserName), "请填写您平时登录的用户名");
        if (string.IsNullOrEmpty(form.OwnPassword)) return new Refusal(nameof(form.OwnPassword), "请填写您平时登录的密码");
        return RefuseSame(form) is { } same ? new Refusal(nameof(form.OwnPassword), same) : null;
    }

    public static string? RefuseSame(SetUp.Form form) => form.OwnPassword == form.Password ? "请与管理员的密码不同：平时用的密码泄露了，管理员账号还在" : null;

    /// <summary>What a name is the name of; null without one.</summary>
    public static UnitKind? KindOf(string? name) =>
        string.IsNullOrWhiteSpace(name) ? null
        : name.Contains("总支", StringComparison.Ordinal) ? UnitKind.GeneralBranch
        : name.Contains("支部", StringComparison.Ordinal) ? UnitKind.Branch
        : UnitKind.Committee;
}
