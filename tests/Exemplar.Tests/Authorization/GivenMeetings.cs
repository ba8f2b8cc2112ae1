using Exemplar.Meetings;
using Exemplar.Meetings.Elections;
using Exemplar.Meetings.Matters;
using Exemplar.Meetings.Past;
using Exemplar.Meetings.Voting;
using Exemplar.Organization;
using Exemplar.People;
using Exemplar.Tests.Support;

namespace Exemplar.Tests.Authorization;

/// <summary>Meetings of one node, planned and held, with votes, elections and a matter.</summary>
internal static class GivenMeetings
{
    private static readonly MeetingKinds Kinds = MeetingKinds.Read();
    private static readonly DateOnly Friday = new(2026, 3, 6);

    public static void Put(Node node, IReadOnlyList<Person> people, Objects objects, List<object> rows)
    {
        var kind = Kinds.Find(node.Unit.Kind is UnitKind.Committee ? MeetingKind.Lecture : MeetingKind.Members)!;
        var planned = Plan(node, kind, new(2026, 3, 27));
        var held = Plan(node, kind, Friday);
        Record(held, kind, people, node);
        rows.AddRange([planned, held]);
        objects.Put("planned", node, planned.Id);
        objects.Put("meeting", node, held.Id);
        objects.Put("paper", node, held.Id, "minutes");
        objects.Put("decision", node, held.Id, 1);

        var import = new ImportedRegister { Id = Guid.CreateVersion7(), UnitId = node.Unit.Id, FileName = $"登记表{node.Mark}", At = GivenObjects.Somebody.At, AccountId = null, PersonId = null, Meetings = 1, Units = 1, First = Friday, Last = Friday, Known = 0, Doubtful = 0, LeftOut = 0 };
        rows.Add(import);
        objects.Put("import", node, import.Id);

        var matter = MajorMatter.Enter(Guid.CreateVersion7(), node.Unit, $"事项{node.Mark}", MatterKind.Funds, "议事规则第五条", "", GivenObjects.Somebody).Value!;
        rows.Add(matter);
        objects.Put("matter", node, matter.Id);
        if (kind.Key is not MeetingKind.Members) return;

        var vote = Vote.Record(Guid.CreateVersion7(), held, new(held.Agenda[0].Id, null), new(VoteKind.Ordinary, VotingWay.Hands, new(3), new(), "", true), [], GivenObjects.Somebody).Value!;
        var (prepared, counted) = (Prepare(held, people, "委员"), Prepare(held, people, "书记"));
        Assert.Null(counted.Tally(held, new(3, 3, 0, 0, new Dictionary<Guid, int> { [people[0].Id] = 3, [people[1].Id] = 0 }, [], new Dictionary<Guid, NotCountedReason>(), null), isBranch: true, GivenObjects.Somebody));
        rows.AddRange([vote, prepared, counted]);
        objects.Put("vote", node, vote.Id);
        objects.Put("election", node, prepared.Id);
        objects.Put("counted", node, counted.Id);
    }

    private static Meeting Plan(Node node, MeetingKind kind, DateOnly on) => Meeting.Plan(Guid.CreateVersion7(), kind, node.Unit,
        new(on, new(15, 0), new(16, 30), $"会议室{node.Mark}", $"会议{node.Mark}", null, null, [$"议题{node.Mark}"]), GivenObjects.Somebody, Friday).Value!;

    private static void Record(Meeting meeting, MeetingKind kind, IReadOnlyList<Person> people, Node node)
    {
        var roll = people.Select(p => new RollMark(new(p.Id, p.Name, MemberStatus.Full, Votes: true), Attendance.Present, "")).ToList();
        Assert.Null(meeting.Record(kind, new(Friday, new(15, 0), new(16, 30), meeting.Place, meeting.Topic, people[0].Id, people[1].Id, people[0].Id, 2026, StudyLength.ByTime, false, "", roll, [],
            [.. meeting.Agenda.Select(i => new AgendaLine(i.Id, i.Title, "", $"议定{node.Mark}"))], new Dictionary<Guid, bool>(), new Dictionary<int, DateOnly>()), "", GivenObjects.Somebody));
    }

    private static Election Prepare(Meeting meeting, IReadOnlyList<Person> people, string post)
    {
        List<Eligible> eligible = [.. people.Select(p => new Eligible(p.Id, p.Name))];
        var prepared = Election.Prepare(Guid.CreateVersion7(), meeting, new(ElectionKind.Committee, ElectionRound.First, post, 1, eligible[..2], eligible[2..]));
        Assert.Null(prepared.Refusal);
        return prepared.Value!;
    }
}
