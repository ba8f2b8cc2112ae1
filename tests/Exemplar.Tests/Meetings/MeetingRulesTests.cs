using Exemplar.Meetings;
using Exemplar.Organization;
using Exemplar.People;
using Exemplar.Platform.Log;

namespace Exemplar.Tests.Meetings;

/// <summary>What a meeting allows, without a database.</summary>
public sealed class MeetingRulesTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 10, 9, 0, 0, TimeSpan.FromHours(8));
    private static readonly DateOnly Today = new(2026, 3, 10);
    private static readonly MeetingKinds Kinds = MeetingKinds.Read();
    private static readonly MeetingKind Members = Kinds.Find(MeetingKind.Members)!;
    private static readonly RollPlace Chair = Somebody("书记甲");
    private static readonly RollPlace Recorder = Somebody("委员乙");
    private static readonly RollPlace Zhang = Somebody("张三");
    private static readonly Act By = new(Guid.CreateVersion7(), Recorder.PersonId, Now);
    private static readonly MeetingRecord Said = new(new(2026, 3, 6), new(14, 0), new(16, 0), "", "学习", Chair.PersonId, Recorder.PersonId, null, 2026, StudyLength.ByTime, false, "",
        [new(Chair, Attendance.Present, ""), new(Recorder, Attendance.Present, ""), new(Zhang, Attendance.Excused, "出差")], [], [], new Dictionary<Guid, bool>(), new Dictionary<int, DateOnly>());

    private static RollPlace Somebody(string name) => new(Guid.CreateVersion7(), name, MemberStatus.Full, Votes: true);

    private static Meeting Planned(MeetingKind? kind = null, DateOnly? on = null)
    {
        var of = kind ?? Members;
        var unit = Unit.Found(Guid.CreateVersion7(), of.UnitKinds[0], "单位", Unit.Found(Guid.CreateVersion7(), UnitKind.Office, "机关", null, 1, 1).Value, 2, 1).Value!;
        return Meeting.Plan(Guid.CreateVersion7(), of, unit, new(on ?? Said.HeldOn, null, null, "", "", null, null, []), By, Today).Value!;
    }

    private static string? Refused(MeetingRecord said, MeetingKind? kind = null) => Planned(kind).Record(kind ?? Members, said, "", By)?.Message;

    [Theory]
    [InlineData(14, 0, 16, 0, 20)]
    [InlineData(14, 0, 15, 59, 15)]
    [InlineData(9, 0, 9, 20, 0)]
    [InlineData(8, 0, 18, 0, 80)]
    public void Study_hours_follow_the_clock_rounded_down_to_halves_and_a_day_at_most(int h1, int m1, int h2, int m2, int tenths) =>
        Assert.Equal(tenths, (Said with { StartsAt = new(h1, m1), EndsAt = new(h2, m2) }).StudyTenths);

    [Fact]
    public void A_day_is_eight_and_half_a_day_four_hours() =>
        Assert.Equal([80, 40], new[] { Said with { Study = StudyLength.FullDay }, Said with { Study = StudyLength.HalfDay } }.Select(s => s.StudyTenths));

    [Fact]
    public void What_has_not_been_held_is_not_recorded()
    {
        Assert.StartsWith("会议还没有开", Refused(Said with { HeldOn = new(2026, 3, 11) }), StringComparison.Ordinal);
        Assert.StartsWith("会议还没有开", Refused(Said with { HeldOn = Today }), StringComparison.Ordinal);   // it begins this afternoon
        Assert.Null(Refused(Said with { HeldOn = Today, StartsAt = new(8, 0), EndsAt = new(8, 45) }));
    }

    [Fact]
    public void Each_thing_that_is_missing_or_contradicts_itself_is_refused()
    {
        Assert.StartsWith("结束时间须晚于开始时间", Refused(Said with { EndsAt = new(14, 0) }), StringComparison.Ordinal);
        Assert.Equal("请选择主持人", Refused(Said with { Chair = null }));
        Assert.Equal("请选择记录人", Refused(Said with { Recorder = null }));
        Assert.StartsWith("主持人不在出席", Refused(Said with { Chair = Zhang.PersonId }), StringComparison.Ordinal);
        Assert.StartsWith("没有人出席", Refused(Said with { Roll = [new(Zhang, Attendance.Absent, "")] }), StringComparison.Ordinal);
        Assert.StartsWith("这一天没有应到人员", Refused(Said with { Roll = [] }), StringComparison.Ordinal);
        Assert.StartsWith("请填写主题", Refused(Said with { Topic = "" }), StringComparison.Ordinal);
        Assert.Null(Refused(Said with { Topic = "", Agenda = [new(Guid.CreateVersion7(), "一项", "", "")] }));
        Assert.StartsWith("有一项写了内容没有写标题", Refused(Said with { Agenda = [new(Guid.CreateVersion7(), "", "", "同意")] }), StringComparison.Ordinal);
    }

    [Fact]
    public void Only_some_kinds_may_count_for_the_year_before_and_only_until_march()
    {
        var life = Kinds.Find(MeetingKind.OrgLife)!;
        Assert.StartsWith("支部党员大会按召开日期计算", Refused(Said with { CountsFor = 2025 }), StringComparison.Ordinal);
        Assert.StartsWith("只有 1 至 3 月", Refused(Said with { CountsFor = 2024 }, life), StringComparison.Ordinal);
        var meeting = Planned(life);
        Assert.Null(meeting.Record(life, Said with { CountsFor = 2025 }, "补上年度", By));
        Assert.Equal(new DateOnly(2025, 12, 31), meeting.CountsOn);
    }

    [Fact]
    public void No_text_of_a_democratic_life_meeting_is_kept()
    {
        var life = Kinds.Find(MeetingKind.DemocraticLife)!;
        var meeting = Planned(life);
        Assert.Null(meeting.Record(life, Said with { Topic = "主题", ArchiveNumber = "2026-3", Agenda = [new(Guid.CreateVersion7(), "批评", "发言", "议定")], StepsDone = new Dictionary<int, DateOnly> { [2] = new(2026, 3, 1), [99] = Today } }, "", By));

        Assert.Equal(("", 0, "2026-3"), (meeting.Topic, meeting.Agenda.Count, meeting.ArchiveNumber));
        Assert.All(meeting.Roll, r => Assert.Empty(r.Reason));
        Assert.Equal([2], meeting.Guided.Select(s => s.Number));
    }

    [Fact]
    public void Two_signatures_lock_it_a_correction_takes_the_first_back_and_then_only_an_amendment_changes_it()
    {
        var meeting = Planned();
        meeting.Record(Members, Said, "", By);
        Assert.StartsWith("须由主持人、记录人", meeting.Sign(By with { Person = Zhang.PersonId })!.Message, StringComparison.Ordinal);
        Assert.Null(meeting.Sign(By));
        Assert.StartsWith("您已经签过", meeting.Sign(By)!.Message, StringComparison.Ordinal);

        Assert.Null(meeting.Record(Members, Said with { Place = "二楼" }, "", By));
        Assert.Null(meeting.RecorderSignedAt);
        Assert.Null(meeting.Sign(By));
        Assert.Null(meeting.Sign(By with { Person = Chair.PersonId }));
        Assert.Equal(MeetingState.Locked, meeting.State);

        Assert.StartsWith("会议已签字", meeting.Record(Members, Said, "", By)!.Message, StringComparison.Ordinal);
        Assert.StartsWith("请写明修订的原因", meeting.Amend(Members, Said, " ", By)!.Message, StringComparison.Ordinal);
        Assert.Null(meeting.Amend(Members, Said with { Place = "一楼" }, "写错了地点", By));
        Assert.Equal(("一楼", MeetingState.Locked), (meeting.Place, meeting.State));
        Assert.Equal([MeetingStepKind.Planned, MeetingStepKind.Held, MeetingStepKind.SignedByRecorder, MeetingStepKind.Corrected, MeetingStepKind.SignedByRecorder,
            MeetingStepKind.SignedByChair, MeetingStepKind.Locked, MeetingStepKind.Amended], meeting.Steps.Select(s => s.Kind));
    }

    [Fact]
    public void What_was_signed_on_paper_is_locked_under_its_number()
    {
        var meeting = Planned();
        Assert.StartsWith("会议待召开，不能签字", meeting.SignOnPaper("3", By)!.Message, StringComparison.Ordinal);
        meeting.Record(Members, Said, "", By);
        Assert.Equal("请填写纸质记录的存档号", meeting.SignOnPaper(" ", By)!.Message);
        Assert.Null(meeting.SignOnPaper(" 2026-3 ", By));
        Assert.Equal((MeetingState.Locked, "2026-3"), (meeting.State, meeting.ArchiveNumber));
    }

    [Fact]
    public void Once_its_period_is_frozen_an_entry_needs_a_word_why_and_a_change_is_an_amendment()
    {
        var old = Said with { HeldOn = new(2025, 11, 7), CountsFor = 2025 };
        var meeting = Planned(on: old.HeldOn);
        Assert.Equal("Reason", meeting.Record(Members, old, "", By)!.Field);
        Assert.Null(meeting.Record(Members, old, "整理旧记录时发现漏记", By));
        Assert.Equal(Now, meeting.EnteredAt);
        Assert.StartsWith("这一期已过统计期", meeting.Record(Members, old, "", By)!.Message, StringComparison.Ordinal);
        Assert.Null(meeting.Amend(Members, old, "补上地点", By));
    }

    [Fact]
    public void What_was_called_off_stays_so()
    {
        var meeting = Planned(on: new(2026, 3, 20));
        Assert.Null(meeting.CallOff("与全市会议冲突", By));
        Assert.StartsWith("会议已取消，不能改期", meeting.Move(new(2026, 3, 27), null, "", "x", By, Today)!.Message, StringComparison.Ordinal);
        Assert.StartsWith("会议已取消。", meeting.Record(Members, Said, "", By)!.Message, StringComparison.Ordinal);
        Assert.StartsWith("会议已取消，不用", meeting.Notice(By)!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void It_says_to_the_rules_that_it_was_held_and_who_came_for_how_many_tenths()
    {
        var meeting = Planned();
        meeting.Record(Members, Said, "", By);
        var facts = MeetingFacts.Of(meeting, Members);
        Assert.Equal([("held.members", (Guid?)null, 1), ("attended.members", Chair.PersonId, 20), ("attended.members", Recorder.PersonId, 20)], facts.Select(f => (f.Kind, f.PersonId, f.Quantity)));
        Assert.All(facts, f => Assert.Equal((meeting.Id, meeting.UnitId, Said.HeldOn), (f.RecordId, f.UnitId, f.OccurredOn)));
    }

    [Fact]
    public void A_lecture_says_who_gave_it_and_a_committee_meeting_whether_it_began_with_the_first_topic()
    {
        var (lecture, committee, talks) = (Kinds.Find(MeetingKind.Lecture)!, Kinds.Find(MeetingKind.Committee)!, Kinds.Find(MeetingKind.Talks)!);
        Assert.Equal("Lecturer", Said.Refuse(lecture, Now, Planned(lecture))!.Field);
        Assert.Equal("Lecturer", (Said with { OutsideLecturer = true, Guests = [] }).Refuse(lecture, Now, Planned(lecture))!.Field);
        Assert.DoesNotContain(FactsOf(lecture, Said with { OutsideLecturer = true, Guests = ["党校教授"], Lecturer = Chair.PersonId }), f => f.Kind is "lectured");
        Assert.Contains(FactsOf(lecture, Said with { Lecturer = Chair.PersonId }), f => f is { Kind: "lectured" } && f.PersonId == Chair.PersonId);
        Assert.DoesNotContain(FactsOf(Members, Said with { Lecturer = Chair.PersonId, FirstTopic = true }), f => f.Kind is "lectured" or "first-topic");
        var held = FactsOf(committee, Said with { FirstTopic = true });
        Assert.Contains(held, f => f.Kind == "first-topic");
        Assert.All(held.Where(f => f.Kind == "attended.committee"), f => Assert.Equal(0, f.Quantity));
        Assert.Equal(["held.talks"], FactsOf(talks, Said).Select(f => f.Kind));
    }

    [Fact]
    public void A_training_says_who_was_trained_and_only_a_leadership_meeting_takes_up_strictness()
    {
        var (training, leadership) = (Kinds.Find(MeetingKind.Training)!, Kinds.Find(MeetingKind.Leadership)!);
        Assert.Equal([Chair.PersonId, Recorder.PersonId], FactsOf(training, Said).Where(f => f.Kind == "trained").Select(f => f.PersonId!.Value));
        Assert.Contains(FactsOf(leadership, Said with { OnStrictness = true }), f => f.Kind == "discussed.strictness");
        Assert.DoesNotContain(FactsOf(Members, Said with { OnStrictness = true }), f => f.Kind is "trained" or "discussed.strictness");
    }

    private static List<Exemplar.Rules.Fact> FactsOf(MeetingKind kind, MeetingRecord said)
    {
        var meeting = Planned(kind);
        Assert.Null(meeting.Record(kind, said, "", By));
        return MeetingFacts.Of(meeting, kind);
    }
}
