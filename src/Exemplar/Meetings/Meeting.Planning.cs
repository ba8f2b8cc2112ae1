using Exemplar.Organization;

namespace Exemplar.Meetings;

/// <summary>What is known of a meeting before it is held.</summary>
/// <param name="Agenda">One line for each matter.</param>
public sealed record MeetingPlan(DateOnly On, TimeOnly? StartsAt, TimeOnly? EndsAt, string Place, string Topic, Guid? Chair, Guid? Recorder, IReadOnlyList<string> Agenda);

public sealed partial class Meeting
{
    public const int LongestPlace = 60;
    public const int LongestTopic = 200;
    public const int LongestNumber = 60;

    /// <summary>Furthest ahead that a meeting is planned: more is a slip of the year.</summary>
    private const int DaysAhead = 400;

    /// <summary>安排. A day in the past is planned too: what was held is recorded on it at once.</summary>
    public static Result<Meeting> Plan(Guid id, MeetingKind kind, Unit unit, MeetingPlan plan, Act by, DateOnly today, Guid? series = null)
    {
        if (unit.DissolvedOn is not null) return new Refusal("Unit", "单位已撤销");
        if (!kind.UnitKinds.Contains(unit.Kind)) return new Refusal("Kind", $"{unit.Kind.Name()}不开{kind.Name}");
        if (plan.EndsAt <= plan.StartsAt) return new Refusal(nameof(EndsAt), "结束时间须晚于开始时间");
        if (plan.On.DayNumber - today.DayNumber > DaysAhead) return new Refusal(nameof(HeldOn), "最多安排到一年以后，请核对日期");

        var meeting = new Meeting { Id = id, Kind = kind.Key, UnitId = unit.Id, SeriesId = series, HeldOn = plan.On, CountsFor = plan.On.Year };
        (meeting.StartsAt, meeting.EndsAt, meeting.Place) = (plan.StartsAt, plan.EndsAt, plan.Place.Trim());
        (meeting.ChairId, meeting.RecorderId) = (plan.Chair, plan.Recorder);
        if (kind.KeepsText)
        {
            meeting.Topic = plan.Topic.Trim();
            var lines = plan.Agenda.Select(l => l.Trim()).Where(l => l.Length > 0);
            meeting.Agenda.AddRange(lines.Select((line, n) => new AgendaItem { MeetingId = id, Number = n + 1, Title = line }));
        }
        meeting.Add(MeetingStepKind.Planned, by);
        return meeting;
    }

    /// <summary>发出通知: the words were passed on, on whatever way the branch uses.</summary>
    public Refusal? Notice(Act by)
    {
        if (State is not MeetingState.Planned) return new Refusal($"会议{State.Name()}，不用再发通知");
        Add(MeetingStepKind.Noticed, by);
        return null;
    }

    /// <summary>The day on which its notice was given; of one that was held without it, when it was planned beforehand. Null when it was entered afterwards: there was no notice then.</summary>
    public DateOnly? AnnouncedOn =>
        NoticedOn is { } noticed ? noticed
        : WasHeld && Steps.Find(s => s.Kind is MeetingStepKind.Planned) is { } planned && planned.At.InOffice().DateTime < HeldOn.ToDateTime(StartsAt ?? default) ? DayOf(planned.At)
        : null;

    /// <summary>When somebody noted that the notice went out; null without.</summary>
    public DateOnly? NoticedOn => Steps.Where(s => s.Kind is MeetingStepKind.Noticed).Select(s => (DateTimeOffset?)s.At).Min() is { } at ? DayOf(at) : null;

    private static DateOnly DayOf(DateTimeOffset at) => DateOnly.FromDateTime(at.InOffice().Date);

    /// <summary>改期</summary>
    public Refusal? Move(DateOnly to, TimeOnly? startsAt, string place, string reason, Act by, DateOnly today)
    {
        if (State is not MeetingState.Planned) return new Refusal($"会议{State.Name()}，不能改期");
        if (to < today) return new Refusal(nameof(HeldOn), "新的日期不能在今天之前；已经开过的，请直接记录");
        if (to.DayNumber - today.DayNumber > DaysAhead) return new Refusal(nameof(HeldOn), "最多安排到一年以后，请核对日期");
        if (to == HeldOn && startsAt == StartsAt && place.Trim() == Place) return new Refusal(nameof(HeldOn), "日期、时间、地点都没有变");
        Add(MeetingStepKind.Moved, by, reason, HeldOn);
        if (EndsAt - StartsAt is { } length && startsAt is { } starts) EndsAt = starts.Add(length);
        (HeldOn, StartsAt, Place, CountsFor) = (to, startsAt, place.Trim(), to.Year);
        if (EndsAt <= StartsAt) EndsAt = null;   // it would run past midnight: asked again when it is recorded
        return null;
    }

    /// <summary>修改安排: place, topic and agenda, before it is held.</summary>
    /// <param name="lines">Those that stay carry their id.</param>
    public Refusal? Edit(MeetingKind kind, string place, string topic, IReadOnlyList<AgendaLine> lines, Act by)
    {
        if (State is not MeetingState.Planned) return new Refusal($"会议{State.Name()}，不能修改安排");
        var (kept, words) = (kind.KeepsText ? lines : [], kind.KeepsText ? topic.Trim() : "");
        if (place.Trim() == Place && words == Topic && kept.Select(l => (l.Id, l.Title)).SequenceEqual(Agenda.OrderBy(i => i.Number).Select(i => (i.Id, i.Title)))) return new Refusal("没有改动，不用保存");
        if (kind.KeepsText && words.Length == 0 && kept.Count == 0 && (Topic.Length > 0 || Agenda.Count > 0)) return new Refusal(nameof(Topic), "主题和议程不能都空着；不开了的，请取消会议");
        (Place, Topic) = (place.Trim(), words);
        TakeAgenda([.. kept]);
        Add(MeetingStepKind.Edited, by);
        return null;
    }

    /// <summary>移交: the unit was merged into another, which holds it.</summary>
    public void HandOver(Unit from, Unit to, Act by)
    {
        UnitId = to.Id;
        Add(MeetingStepKind.HandedOver, by, $"“{from.Name}”并入“{to.Name}”");
    }

    /// <summary>取消: it stays on the list with its reason.</summary>
    public Refusal? CallOff(string reason, Act by)
    {
        if (State is not MeetingState.Planned) return new Refusal($"会议{State.Name()}，不能取消");
        State = MeetingState.CalledOff;
        Add(MeetingStepKind.CalledOff, by, reason);
        return null;
    }
}
