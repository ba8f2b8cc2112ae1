using Exemplar.Agenda.Calendar;
using Exemplar.Agenda.Calendar.Feeds;
using Exemplar.Agenda.Digest;
using Exemplar.Agenda.Guide;
using Exemplar.Agenda.Handbook;
using Exemplar.Agenda.MonthEnd;
using Exemplar.Agenda.Own;
using Exemplar.Agenda.Paste;
using Exemplar.Agenda.Search;
using Exemplar.Agenda.Units;
using Exemplar.Agenda.Year;
using Exemplar.People;
using Exemplar.Platform.Web;
using Exemplar.Rules;

namespace Exemplar.Agenda;

/// <summary>What is whose now.</summary>
public static class AgendaCapability
{
    public const string View = "agenda.view";
    public const string PrintHandbook = "handbook.print";
    public const string CloseMonth = "month.close";
    public const string Paste = "paste.use";
    public const string FollowGuide = "guide.follow";

    public static IServiceCollection AddAgenda(this IServiceCollection services) => services
        .AddPermissions(
            new Permission(View, "查看自己的工作台", Enum.GetValues<Role>()),
            new Permission(CloseMonth, "查看月底一页", Role.CommitteeOffice, Role.BranchSecretary, Role.BranchRecorder),
            new Permission(FollowGuide, "按“第一小时”的步骤来", Role.CommitteeOffice, Role.BranchSecretary, Role.BranchRecorder),
            new Permission(Paste, "贴什么都行：认出贴来的内容", Role.CampaignOffice, Role.CommitteeOffice, Role.BranchSecretary, Role.BranchRecorder),
            new Permission(PrintHandbook, "打印支部工作手册", Role.CommitteeOffice, Role.BranchSecretary, Role.BranchRecorder))
        .AddMenu(new MenuItem(10, "工作台", "/", View), new MenuItem(12, "消息", "/messages", View), new MenuItem(28, "组织生活", "/year", RulesCapability.View, "/due", "/terms", "/month-end", "/standings"))
        .AddMenu(new MenuItem(14, "日历", "/calendar", View))
        .AddMenu(new MenuItem(11, "贴什么都行", "/paste", Paste), new MenuItem(90, "第一小时", "/first-hour", FollowGuide))
        .AddPageHint(new(GuideHint.Concerns, GuideHint.Say))
        .AddScoped<FirstHour>().AddScoped<SampleFile>().AddScoped<PasteAnything>()
        .AddSingleton(new Lazy<ImportantDates>(ImportantDates.Read))
        .AddScoped<CalendarEntries>().AddScoped<Clashes>().AddScoped<CalendarMonth>().AddScoped<MakeFeed>().AddScoped<RevokeFeed>().AddScoped<FeedFile>()
        .AddScoped<BranchYear>().AddScoped<BranchHandbook>().AddScoped<OfficeYear>().AddScoped<DueSoon>().AddScoped<EndOfProbation>().AddScoped<TermList>().AddScoped<UnitPicture>().AddScoped<MonthEndReview>()
        .AddSingleton(new SearchBox("会议、任务、办理情况", "/search", View))
        .AddScoped<SearchArea, MeetingSearch>().AddScoped<SearchArea, TaskSearch>().AddScoped<SearchArea, ShareSearch>().AddScoped<SearchResults>()
        .AddPersonalData(new PersonalData(30, "学时等个人台账", RulesCapability.People, (db, person) => db.Units.Where(u => db.Standings.Any(s => s.SubjectId == person && s.UnitId == u.Id))))
        .AddScoped<OwnRecord>().AddScoped<DataReaders>()
        .AddScoped<Workbench>().AddScoped<NotRecorded>().AddScoped<EventList>()
        .AddScoped<ChooseDigest>().AddScoped<MakeDigests>();
}
