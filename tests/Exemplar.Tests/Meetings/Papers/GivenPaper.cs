using Exemplar.Meetings;
using Exemplar.Meetings.Elections;
using Exemplar.Meetings.Matters;
using Exemplar.Meetings.Papers;
using Exemplar.Meetings.Voting;
using Exemplar.Organization;
using Exemplar.People;
using Exemplar.Platform.Log;

namespace Exemplar.Tests.Meetings.Papers;

/// <summary>Papers of made-up meetings, without a database.</summary>
internal static class GivenPaper
{
    private static readonly Act Somebody = new(null, null, new DateTimeOffset(2026, 3, 7, 9, 0, 0, TimeSpan.FromHours(8)));
    private static readonly Unit Office = Unit.Found(Guid.CreateVersion7(), UnitKind.Office, "临江市人民政府办公室", null, 1, 1).Value!;
    private static readonly string[] Family = ["陈", "李", "周", "王", "赵", "孙", "吴", "郑", "冯", "欧阳"], Given = ["安平", "东海", "嘉", "小林", "凯", "博文", "晨", "光"];

    /// <summary>A meeting of a branch with so many members, of whom two did not come; voted, elected and consulted on.</summary>
    public static MeetingOnPaper Held(int members = 20)
    {
        var (branch, kind) = (Found(UnitKind.Branch, "第一党支部"), MeetingKinds.Read().Find(MeetingKind.Members)!);
        var meeting = Plan(kind, branch, "审议年度经费方案，增补支部委员", "通报上季度议定事项落实情况", "审议2026年活动经费使用方案", "增补支部委员会委员");
        var marks = Enumerable.Range(0, members).Select(n => new RollMark(new(Guid.CreateVersion7(), Name(n), MemberStatus.Full, true), n < members - 2 ? Attendance.Present : Attendance.Excused, n < members - 2 ? "" : "出差")).ToList();
        Write(meeting, kind, marks, [("各责任人逐项通报，上季度 4 项议定事项完成 3 项。", ""), ("", "同意经费方案，由组织委员牵头实施。"), ("", "")]);
        var roll = RollNumbers.Of(meeting.Roll);
        var matter = MajorMatter.Enter(Guid.CreateVersion7(), branch, "2026年活动经费使用方案", MatterKind.Funds, "支部议事规则第五条", "", Somebody).Value!;
        Assert.Null(matter.Consult(new(2026, 3, 2), "全体支委和青年党员代表", new(2026, 3, 3), keepsText: true, isDecided: false));
        Assert.Null(matter.Put(meeting, meeting.Agenda[1].Id, isTaken: false, isDecided: false));
        var vote = Vote.Record(Guid.CreateVersion7(), meeting, new(meeting.Agenda[1].Id, matter.Id), new(VoteKind.Ordinary, VotingWay.Hands, new(roll.Present - 1, 0, 1), new(), "", true), [], Somebody).Value!;
        return new(meeting, kind, branch, "临江市人民政府办公室第一党支部", Name(0), Name(1), [.. meeting.Roll.Select(r => r.Name)], [vote], [Elected(meeting, members)],
            [new(meeting.Agenda[1].Id, "第一党支部", new(2026, 6, 30))], [matter], WithReasons: true);
    }

    /// <summary>The same branch before its meeting.</summary>
    public static MeetingOnPaper Planned(int members = 20)
    {
        var held = Held(members);
        var meeting = Plan(held.Kind, held.Unit, held.Meeting.Topic, [.. held.Meeting.Agenda.Select(i => i.Title)]);
        var matter = MajorMatter.Enter(Guid.CreateVersion7(), held.Unit, "2026年活动经费使用方案", MatterKind.Funds, "支部议事规则第五条", "", Somebody).Value!;
        Assert.Null(matter.Put(meeting, meeting.Agenda[1].Id, isTaken: false, isDecided: false));
        return held with { Meeting = meeting, Votes = [], Elections = [], Tasks = [], Matters = [matter] };
    }

    /// <summary>A Party leadership group, of whose meetings no text is kept, though somebody handed some in.</summary>
    public static MeetingOnPaper Leadership()
    {
        var (group, kind) = (Found(UnitKind.PartyLeadershipGroup, "党组"), MeetingKinds.Read().Find(MeetingKind.Leadership)!);
        var meeting = Plan(kind, group, "不该存的主题", "不该存的议题");
        var marks = Enumerable.Range(0, 7).Select(n => new RollMark(new(Guid.CreateVersion7(), Name(n), MemberStatus.Full, true), n < 6 ? Attendance.Present : Attendance.Excused, "不该存的原因")).ToList();
        Write(meeting, kind, marks, []);
        var matter = MajorMatter.Enter(Guid.CreateVersion7(), group, "干部任免事项", MatterKind.Personnel, "不该存的依据", "党组2026-7", Somebody).Value!;
        Assert.Null(matter.Put(meeting, null, isTaken: false, isDecided: false));
        var vote = Vote.Record(Guid.CreateVersion7(), meeting, new(null, matter.Id), new(VoteKind.LeadershipPersonnel, VotingWay.Named, new(6), new(), "", true), [], Somebody).Value!;
        return new(meeting, kind, group, "临江市人民政府办公室党组", Name(0), Name(1), [.. meeting.Roll.Select(r => r.Name)], [vote], [], [], [matter], WithReasons: true);
    }

    private static Unit Found(UnitKind kind, string name) => Unit.Found(Guid.CreateVersion7(), kind, name, Office, 2, 2).Value!;

    private static Meeting Plan(MeetingKind kind, Unit unit, string topic, params string[] agenda) =>
        Meeting.Plan(Guid.CreateVersion7(), kind, unit, new(new(2026, 3, 6), new(15, 0), new(16, 30), "三楼会议室", topic, null, null, agenda), Somebody, new(2026, 3, 1)).Value!;

    private static void Write(Meeting meeting, MeetingKind kind, List<RollMark> marks, (string Discussion, string Decision)[] said) => Assert.Null(meeting.Record(kind, new(
        meeting.HeldOn, meeting.StartsAt, meeting.EndsAt, meeting.Place, meeting.Topic, marks[0].Who.PersonId, marks[1].Who.PersonId, null, 2026, StudyLength.ByTime, false, kind.KeepsText ? "" : "党组2026-3", marks, ["王建国（机关党委）"],
        [.. meeting.Agenda.Select((i, n) => new AgendaLine(i.Id, i.Title, said[n].Discussion, said[n].Decision))], new Dictionary<Guid, bool>(), new Dictionary<int, DateOnly>()), "", Somebody));

    private static Election Elected(Meeting meeting, int members)
    {
        var people = meeting.Roll.Select(r => new Eligible(r.PersonId, r.Name)).ToList();
        var election = Election.Prepare(Guid.CreateVersion7(), meeting, new(ElectionKind.Committee, ElectionRound.First, "第一党支部委员会委员", 3, people[2..6], [people[7]]) { ItemId = meeting.Agenda[2].Id }).Value!;
        var present = members - 2;
        Assert.Null(election.Tally(meeting, new(present, present, 1, 0, people[2..6].Zip([present - 1, present - 2, present - 3, 2]).ToDictionary(x => x.First.PersonId, x => x.Second), [], new Dictionary<Guid, NotCountedReason>(), null), isBranch: true, Somebody));
        return election;
    }

    private static string Name(int n) => $"{Family[n % 10]}{Given[n / 10 % 8]}{(n >= 80 ? $"{"一二三四"[n / 80 - 1]}" : "")}";
}
