using Exemplar.Documents.Templates.Offers;
using Exemplar.People;
using Exemplar.People.Merging;
using Exemplar.Platform.Jobs;
using Exemplar.Platform.Search;
using Exemplar.Platform.Web;
using Exemplar.Tasks.Extensions;
using Exemplar.Tasks.Series;
using Exemplar.Tasks.Supervision;

namespace Exemplar.Tasks;

/// <summary>Tasks given to units, answered by them and accepted by someone else.</summary>
public static class TasksCapability
{
    public const string View = "tasks.view";
    public const string Report = "tasks.report";
    public const string Accept = "tasks.accept";
    public const string Extend = "tasks.extend";

    public static IServiceCollection AddTasks(this IServiceCollection services) => services
        .AddPermissions(
            new(View, "查看任务", Role.CampaignOffice, Role.CommitteeOffice, Role.SupervisionDesk, Role.LeadingGroupMember,
                Role.BranchSecretary, Role.BranchRecorder, Role.DepartmentHead, Role.SuperiorInspector),
            new(Report, "签收、反馈、报结任务", Role.BranchSecretary, Role.BranchRecorder, Role.DepartmentHead),
            // A branch accepts what it decided itself and gave out: the place is the unit that issued.
            new(Accept, "验收、退回任务", Role.CampaignOffice, Role.SupervisionDesk, Role.BranchSecretary),
            new(Extend, "审批任务延期", Role.CampaignOffice, Role.SupervisionDesk, Role.LeadingGroupMember, Role.BranchSecretary))
        .AddPersonalData(new PersonalData(50, "任务里署名的反馈、退回、验收", View, (db, person) => db.Units.Where(u =>
            db.Assignments.Any(a => a.Steps.Any(s => s.PersonId == person) && (a.UnitId == u.Id || db.Tasks.Any(t => t.Id == a.TaskId && t.IssuerId == u.Id))))))
        .AddPersonColumns(new PersonColumn<AssignmentStep, Assignment>(nameof(AssignmentStep.PersonId), "任务里的署名"))
        .AddMenu(new MenuItem(20, "任务", "/tasks", View, "/assignments"))
        .AddFormSource<TaskOffers>()
        .AddSearched<WorkTask>().AddSearched<Assignment>(shares => shares.Include(a => a.Steps))
        .AddScoped<TaskList>()
        .AddScoped<AssignmentPage>().AddScoped<AssignmentProof>()
        .AddScoped<ReceiveTask>()
        .AddScoped<ReportTask>()
        .AddScoped<JudgeReport>()
        .AddScoped<ReopenTask>()
        .AddScoped<AskExtension>().AddScoped<DecideExtension>()
        .AddSingleton(Ladders.Read())
        .AddScoped<SupervisionRound>().AddScoped<TurnRound>()
        .AddDailyJob<SupervisionRound>("督办提示", (round, ct) => round.Run(ct))
        .AddDailyJob<TurnRound>("周期任务", (round, ct) => round.Run(ct));
}
