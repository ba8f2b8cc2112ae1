using Exemplar.Documents.Templates.Offers;
using Exemplar.Platform.Web;

namespace Exemplar.Tasks;

/// <summary>Tasks given to units, answered by them and accepted by someone else.</summary>
public static class TasksCapability
{
    public const string View = "tasks.view";
    public const string Report = "tasks.report";
    public const string Accept = "tasks.accept";

    public static IServiceCollection AddTasks(this IServiceCollection services) => services
        .AddPermissions(
            new(View, "查看任务", Role.CampaignOffice, Role.CommitteeOffice, Role.SupervisionDesk, Role.LeadingGroupMember,
                Role.BranchSecretary, Role.BranchRecorder, Role.DepartmentHead, Role.SuperiorInspector),
            new(Report, "签收、反馈、报结任务", Role.BranchSecretary, Role.BranchRecorder, Role.DepartmentHead),
            new(Accept, "验收、退回任务", Role.CampaignOffice, Role.SupervisionDesk))
        .AddMenu(new MenuItem(20, "任务", "/tasks", View))
        .AddFormSource<TaskOffers>()
        .AddScoped<TaskList>()
        .AddScoped<AssignmentPage>()
        .AddScoped<ReceiveTask>()
        .AddScoped<ReportTask>()
        .AddScoped<JudgeReport>();
}
