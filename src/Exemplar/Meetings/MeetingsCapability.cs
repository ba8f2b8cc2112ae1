using Exemplar.Documents.Templates.Offers;
using Exemplar.Meetings.BranchSheets;
using Exemplar.Meetings.Decisions;
using Exemplar.Meetings.Elections;
using Exemplar.Meetings.Leaders;
using Exemplar.Meetings.Offers;
using Exemplar.Meetings.Past;
using Exemplar.Meetings.Planning;
using Exemplar.Meetings.Recording;
using Exemplar.Meetings.Voiding;
using Exemplar.Meetings.Voting;
using Exemplar.People;
using Exemplar.People.Merging;
using Exemplar.Platform.Search;
using Exemplar.Platform.Web;
using Exemplar.Rules;

namespace Exemplar.Meetings;

/// <summary>Meetings from notice to signed page, and the organizational life of leaders.</summary>
public static class MeetingsCapability
{
    public const string View = "meetings.view";
    public const string Read = "meetings.read";
    public const string ReadCommittee = "meetings.read-committee";
    public const string Plan = "meetings.plan";
    public const string Record = "meetings.record";
    public const string VoidSigned = "meetings.void-signed";
    public const string Sign = "meetings.sign";
    public const string ViewLeaders = "leaders.view";
    public const string ViewOtherLeaders = "leaders.view-others";

    public static IServiceCollection AddMeetings(this IServiceCollection services) => services
        .AddPermissions(
            new(View, "查看会议的日期和人数", Role.CommitteeOffice, Role.BranchSecretary, Role.BranchRecorder, Role.Member, Role.LeadingGroupMember, Role.CampaignOffice, Role.DisciplineSecretary, Role.SuperiorInspector),
            new(Read, "查看会议内容和名单", Role.CommitteeOffice, Role.BranchSecretary, Role.BranchRecorder, Role.Member, Role.DisciplineSecretary),
            new(ReadCommittee, "查看支委会内容和名单（支委会的应到人员、主持人、记录人不用授权）", Role.CommitteeOffice, Role.BranchSecretary, Role.BranchRecorder),
            new(Plan, "安排会议、发通知", Role.CommitteeOffice, Role.BranchSecretary, Role.BranchRecorder),
            new(Record, "记录、更正、修订会议，作废误记的会议", Role.CommitteeOffice, Role.BranchSecretary, Role.BranchRecorder),
            new(VoidSigned, "作废签过字的会议", Role.CommitteeOffice, Role.BranchSecretary),
            new(Sign, "会议记录签字", Role.CommitteeOffice, Role.BranchSecretary, Role.BranchRecorder, Role.Member),
            new(ViewLeaders, "查看本人双重组织生活", Role.CommitteeOffice, Role.BranchSecretary, Role.Member, Role.LeadingGroupMember),
            new(ViewOtherLeaders, "查看领导干部双重组织生活", Role.CommitteeOffice, Role.BranchSecretary))
        .AddMenu(new MenuItem(30, "会议", "/meetings", View, "/elections", "/votes", "/matters", "/leaders"))
        .AddPersonalData(
            new(40, "会议名单：到会、请假和原因", Read, (db, person) => db.Units.Where(u => db.Meetings.Any(m => m.UnitId == u.Id && m.Kind != MeetingKind.Committee && m.Roll.Any(r => r.PersonId == person)))),
            new(41, "支委会的名单和内容（同次参加的人也看得到）", ReadCommittee, (db, person) => db.Units.Where(u => db.Meetings.Any(m => m.UnitId == u.Id && m.Kind == MeetingKind.Committee && m.Roll.Any(r => r.PersonId == person)))),
            new(42, "领导干部双重组织生活", ViewOtherLeaders, (db, person) => LeaderList.PlacesOf(db, person)))
        .AddPersonColumns(
            new RollColumn(),
            new PersonColumn<Meeting, Meeting>(nameof(Meeting.ChairId), "主持、记录、讲课的会议"), new PersonColumn<Meeting, Meeting>(nameof(Meeting.RecorderId), "主持、记录、讲课的会议"), new PersonColumn<Meeting, Meeting>(nameof(Meeting.LecturerId), "主持、记录、讲课的会议"),
            new PersonColumn<MeetingStep, Meeting>(nameof(MeetingStep.PersonId), "会议经过里的署名"),
            new DistinctColumn<Candidate, Election>(nameof(Candidate.PersonId), "选举里的候选人、监票人", "候选人", "同一次选举"),
            new DistinctColumn<Teller, Election>(nameof(Teller.PersonId), "选举里的候选人、监票人", "监票人", "同一次选举"),
            new DistinctColumn<NotCountedVoter, Election>(nameof(NotCountedVoter.PersonId), "选举里不计入应到的", "不计入应到的人", "同一次选举"),
            new PersonColumn<ImportedRegister, ImportedRegister>(nameof(ImportedRegister.PersonId), "导入和撤回"), new PersonColumn<ImportedRegister, ImportedRegister>(nameof(ImportedRegister.WithdrawnBy), "导入和撤回"))
        .AddSingleton(MeetingKinds.Read())
        .AddSingleton(services => new WordMeaning(WordSort.MeetingKind, key => key is KindWords.None ? "不是要登记的组织生活，不导入" : services.GetRequiredService<MeetingKinds>().Find(key)?.Name))
        .AddFactSource(services => new(MeetingFacts.Kinds, services.GetRequiredService<MeetingKinds>().NameOfFact, record => $"/meetings/{record}", View,
            new((kind, unit) => kind.StartsWith("held.", StringComparison.Ordinal) ? $"/meetings/new?unit={unit}&kind={kind["held.".Length..]}" : null, Plan))
        { MadeUp = (db, units, from, to, ct) => MadeUpMeetings.Find(db, services.GetRequiredService<MeetingKinds>(), units, from, to, ct) })
        .AddSearched<Meeting>(meetings => meetings.IgnoreAutoIncludes().Include(m => m.Agenda))
        .AddScoped<MeetingList>().AddScoped<MeetingPage>().AddScoped<MeetingProof>()
        .AddScoped<PlanMeeting>().AddScoped<PlanSeries>().AddScoped<NoticeMeeting>().AddScoped<MoveMeeting>().AddScoped<EditMeeting>().AddScoped<CallOffMeeting>()
        .AddScoped<RecordForms>().AddScoped<RecordMeeting>().AddScoped<AmendMeeting>().AddScoped<SignMeeting>()
        .AddScoped<UploadRegister>().AddScoped<ImportRegister>().AddScoped<ImportTogether>().AddScoped<SetUpGroups>().AddScoped<WithdrawRegister>()
        .AddScoped<IssueSheets>().AddScoped<ReturnSheets>().AddScoped<TakeSheets>()
        .AddScoped<BranchLives>().AddFormSource<BranchOffers>().AddFormSource<LifeOffers>().AddFormSource<MeetingOffers>().AddFormQuestion<MeetingKindQuestion>()
        .AddScoped<VoidMeeting>().AddScoped<RestoreMeeting>()
        .AddScoped<DecisionTask>()
        .AddScoped<LeaderList>()
        .AddVoting();
}
