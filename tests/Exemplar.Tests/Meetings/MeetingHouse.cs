using Exemplar.Meetings;
using Exemplar.Organization;
using Exemplar.People;
using Exemplar.Platform.Log;
using Exemplar.Platform.Security;
using Exemplar.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Exemplar.Tests.Meetings;

/// <summary>The first branch with its people: a secretary, a recorder, two members of whom one is probationary.</summary>
public abstract class MeetingHouse : HouseTests
{
    protected static readonly MeetingKinds Kinds = MeetingKinds.Read();
    protected static readonly DateOnly Today = new(2026, 3, 10);

    protected Person SecretaryPerson { get; private set; } = null!;
    protected Person RecorderPerson { get; private set; } = null!;
    protected Person Zhang { get; private set; } = null!;
    protected Person Probationary { get; private set; } = null!;
    protected HttpClient Secretary { get; private set; } = null!;
    protected HttpClient Recorder { get; private set; } = null!;
    protected HttpClient Member { get; private set; } = null!;
    protected HttpClient Neighbour { get; private set; } = null!;
    protected HttpClient Inspector { get; private set; } = null!;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        SecretaryPerson = await House.Somebody("书记甲", House.General, House.FirstBranch);
        RecorderPerson = await House.Somebody("委员乙", House.General, House.FirstBranch);
        Zhang = await House.Somebody("张三", House.FirstBranch);
        Probationary = await Belongs("李四", MemberStatus.Probationary, House.FirstBranch);
        await App.Given(Post(House.FirstBranch, SecretaryPerson, PostKind.Secretary), Post(House.FirstBranch, RecorderPerson, PostKind.OrganizationMember));
        Secretary = App.As(await House.AccountOf(SecretaryPerson, "书记甲", (Role.BranchSecretary, House.FirstBranch)));
        Recorder = App.As(await House.AccountOf(RecorderPerson, "委员乙", (Role.BranchRecorder, House.FirstBranch)));
        Member = App.As(await House.AccountOf(Zhang, "张三", (Role.Member, House.FirstBranch)));
        Neighbour = await As(Role.BranchSecretary, House.SecondBranch);
        Inspector = await As(Role.SuperiorInspector, House.Office);
    }

    protected static Post Post(Unit unit, Person person, PostKind kind) => new() { UnitId = unit.Id, PersonId = person.Id, Kind = kind, From = new(2026, 1, 1) };

    protected async Task<Person> Belongs(string name, MemberStatus status, Unit unit, DateOnly? from = null, DateOnly? to = null)
    {
        var person = new Person { Name = name, Status = status };
        person.Memberships.Add(new() { PersonId = person.Id, UnitId = unit.Id, From = from ?? new(2026, 1, 1), To = to });
        await App.Given(person);
        return person;
    }

    /// <summary>A planned meeting with everything that a record needs, so that its form can be sent as it opens.</summary>
    protected async Task<Guid> Planned(string kind = MeetingKind.Members, DateOnly? on = null, Unit? unit = null, params string[] agenda)
    {
        var (host, day) = (unit ?? House.FirstBranch, on ?? new(2026, 3, 6));
        var plan = new MeetingPlan(day, new(14, 0), new(16, 0), "三楼会议室", "学习讨论", SecretaryPerson.Id, RecorderPerson.Id, agenda);
        var meeting = Meeting.Plan(Guid.CreateVersion7(), Kinds.Find(kind)!, host, plan, new Act(null, null, TestApp.Start), Today).Value!;
        await App.Given(meeting);
        return meeting.Id;
    }

    /// <summary>Planned and then recorded by the recorder, through the page.</summary>
    protected async Task<Guid> Held(string kind = MeetingKind.Members, DateOnly? on = null, Unit? unit = null, params (string, string)[] answers)
    {
        var id = await Planned(kind, on, unit);
        await (await Recorder.Submit($"/meetings/{id}/record", answers)).Leads(Recorder, "已记录");
        return id;
    }

    protected Task<Meeting> Kept(Guid id) => App.Read(db => db.Meetings.AsNoTracking().Include(m => m.Roll).Include(m => m.Guests).Include(m => m.Agenda.OrderBy(i => i.Number))
        .Include(m => m.Reviews).Include(m => m.Guided).Include(m => m.Steps).SingleAsync(m => m.Id == id));

    protected static IEnumerable<MeetingStepKind> StepsOf(Meeting meeting) => meeting.Steps.OrderBy(s => s.At).ThenBy(s => s.Kind).Select(s => s.Kind);
}
