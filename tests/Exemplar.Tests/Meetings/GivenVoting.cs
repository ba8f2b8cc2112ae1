using Exemplar.Meetings;
using Exemplar.Organization;
using Exemplar.People;
using Exemplar.Platform.Log;
using Exemplar.Platform.Security;
using Exemplar.Tests.Support;

namespace Exemplar.Tests.Meetings;

/// <summary>Meetings of the first branch of the house, with a roll of full members of whom the first so many came.</summary>
public abstract class GivenVoting : HouseTests
{
    private static readonly Act Somebody = new(null, null, TestApp.Start);
    private readonly List<Person> members = [];

    protected static readonly DateOnly Friday = new(2026, 3, 6);

    /// <summary>Secretary of the first branch, who records its meetings.</summary>
    protected HttpClient Secretary { get; private set; } = null!;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        Secretary = await As(Role.BranchSecretary, House.FirstBranch);
    }

    /// <summary>Full members of the branch, 甲01 and so on; made once.</summary>
    protected async Task<IReadOnlyList<Person>> Members(int count)
    {
        while (members.Count < count) members.Add(await House.Somebody($"甲{members.Count + 1:D2}", House.FirstBranch));
        return members[..count];
    }

    protected async Task<Meeting> Planned(string kind = MeetingKind.Members, Unit? unit = null, params string[] agenda)
    {
        var meeting = Plan(kind, unit ?? House.FirstBranch, Friday, agenda);
        await App.Given(meeting);
        return meeting;
    }

    /// <param name="written">Of those who did not come, how many handed in a written opinion.</param>
    protected async Task<Meeting> Held(int due, int present, string kind = MeetingKind.Members, Unit? unit = null, int written = 0, params string[] agenda)
    {
        var people = await Members(due);
        var meeting = Plan(kind, unit ?? House.FirstBranch, Friday, agenda);
        var marks = people.Select((p, n) => new RollMark(new(p.Id, p.Name, MemberStatus.Full, Votes: true),
            n < present ? Attendance.Present : n < present + written ? Attendance.WrittenOpinion : Attendance.Excused, n < present ? "" : "出差")).ToList();
        var probationary = new Person { Name = "预备党员", Status = MemberStatus.Probationary };
        probationary.Memberships.Add(new() { PersonId = probationary.Id, UnitId = House.FirstBranch.Id, From = new(2026, 1, 1) });
        await App.Given(probationary);
        marks.Add(new(new(probationary.Id, probationary.Name, MemberStatus.Probationary, Votes: false), Attendance.Present, ""));
        Record(meeting, marks);
        await App.Given(meeting);
        return meeting;
    }

    private static Meeting Plan(string kind, Unit unit, DateOnly on, string[] agenda) => Meeting.Plan(Guid.CreateVersion7(), MeetingKinds.Read().Find(kind)!, unit,
        new(on, new(15, 0), new(16, 30), "三楼会议室", "第一季度党员大会", null, null, agenda.Length > 0 ? agenda : ["研究年度工作计划"]), Somebody, on).Value!;

    private static void Record(Meeting meeting, List<RollMark> marks)
    {
        var (first, second) = (marks[0].Who.PersonId, marks[Math.Min(1, marks.Count - 1)].Who.PersonId);
        if (marks[1].Attendance is not Attendance.Present) second = first;
        var said = new MeetingRecord(meeting.HeldOn, meeting.StartsAt, meeting.EndsAt, meeting.Place, meeting.Topic, first, second, null, meeting.HeldOn.Year, StudyLength.ByTime, false, "", marks, ["王科长"],
            [.. meeting.Agenda.Select(i => new AgendaLine(i.Id, i.Title, "", ""))], new Dictionary<Guid, bool>(), new Dictionary<int, DateOnly>());
        Assert.Null(meeting.Record(MeetingKinds.Read().Of(meeting), said, "", Somebody));
    }
}
