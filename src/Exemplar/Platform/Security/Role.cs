namespace Exemplar.Platform.Security;

/// <summary>What somebody is in the organization; what a role may do stands in each capability's permission table.</summary>
public enum Role
{
    [Display(Name = "领导小组办公室")] CampaignOffice,
    [Display(Name = "机关党委办公室")] CommitteeOffice,
    [Display(Name = "支部书记")] BranchSecretary,
    [Display(Name = "支部委员、记录员")] BranchRecorder,
    [Display(Name = "党员")] Member,
    [Display(Name = "科室负责人")] DepartmentHead,
    [Display(Name = "督查")] SupervisionDesk,
    [Display(Name = "领导小组成员")] LeadingGroupMember,
    [Display(Name = "纪检委员")] DisciplineSecretary,
    [Display(Name = "上级检查（只读）")] SuperiorInspector,
    [Display(Name = "系统管理员")] SystemAdministrator,
    [Display(Name = "安全管理员")] SecurityAdministrator,
    [Display(Name = "审计管理员")] AuditAdministrator,
}

public static class Roles
{
    /// <summary>The three administrators hold no business role and hand out no rights to themselves.</summary>
    public static bool IsAdministrator(this Role role) =>
        role is Role.SystemAdministrator or Role.SecurityAdministrator or Role.AuditAdministrator;
}
