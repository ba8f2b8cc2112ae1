using Exemplar.Organization;

namespace Exemplar.Meetings;

/// <summary>What a register says of a meeting that was held before meetings were kept here.</summary>
/// <param name="CountsFor">The year that it counts in.</param>
/// <param name="Roll">Whom it names, and how they stood on that day. Others were perhaps there too.</param>
public sealed record PastMeeting(DateOnly HeldOn, int CountsFor, string Place, string Topic, string Content, Guid? Chair, Guid? Recorder, Guid? Lecturer, IReadOnlyList<RollMark> Roll, IReadOnlyList<string> Guests)
{
    /// <summary>Registers do not say them reliably; a branch sheet asks.</summary>
    public TimeOnly? StartsAt { get; init; }
    public TimeOnly? EndsAt { get; init; }
}

/// <summary>How many were due and came; null where nobody said.</summary>
public readonly record struct MeetingNumbers(int? Due, int? Present)
{
    internal const int Most = 9_999;
    internal const string OutOfRange = "请写一个人数，没有就空着";

    /// <summary>How many were due by the roster of that day, where nobody wrote it and no more came; beside <see cref="Due"/> where the row says 全体党员 and no number.</summary>
    public int? OnRoll { get; init; }

    /// <summary>How many were due was counted on the roster of that day and stands in no sheet.</summary>
    public bool AreOfRoll => Due is not null && OnRoll is not null;

    public string InWords => (Due, Present) switch
    {
        (null, null) => "没有写人数",
        (null, { } came) => $"实到 {came} 人，应到没有写{(OnRoll is { } due ? $"（那天名册上 {due} 人）" : "")}",
        ({ } due, null) => $"应到 {due} 人，实到没有写",
        ({ } due, { } came) => $"应到 {due} 人，实到 {came} 人{(AreOfRoll ? "（写的是全体党员，应到按那天的名册）" : "")}",
    };
}

public sealed partial class Meeting
{
    public MeetingOrigin? Origin => Origins.Count > 0 ? Origins[0] : null;

    /// <summary>Taken over from a register, and nobody has entered or checked its record since.</summary>
    public bool IsAsImported => Origin is { IsOpen: true };

    /// <summary>Whether this, being empty as it is, may stay empty: it came from a register, which never said it.</summary>
    public bool MayLack(object? said) => said is null && Origin is not null;

    public MeetingNumbers Numbers => Origin is { IsOpen: true } origin ? new(origin.Due, origin.Present) { OnRoll = origin.OnRoll } : new(Roll.Count, Roll.Count(r => r.Attendance is Attendance.Present));

    /// <summary>导入: it was held and stands in a register. Less is asked of it than of a record: what the register does not say stays unknown. Who brought it in and when stands with the import, not beside each of its meetings.</summary>
    public static Result<Meeting> Import(MeetingKind kind, Unit unit, PastMeeting said, MeetingOrigin origin, Act by)
    {
        if (RefuseImport(kind, unit, said.HeldOn, said.CountsFor, by.Day) is { } refusal) return refusal;

        var meeting = new Meeting { Id = origin.MeetingId, Kind = kind.Key, UnitId = unit.Id, HeldOn = said.HeldOn, CountsFor = said.CountsFor, State = MeetingState.Held, EnteredAt = by.At };
        (meeting.ChairId, meeting.RecorderId, meeting.LecturerId) = (said.Chair, said.Recorder, kind.Key is MeetingKind.Lecture ? said.Lecturer : null);
        (meeting.Place, meeting.StartsAt, meeting.EndsAt) = (Cut(said.Place, LongestPlace), said.StartsAt, said.EndsAt);
        meeting.StudyTenths = kind.CountsHours ? MeetingRecord.TenthsBetween(said.StartsAt, said.EndsAt) : 0;
        if (kind.KeepsText) meeting.Word(said.Topic.Trim(), said.Content.Trim());
        meeting.TakeRoll(kind, said.Roll);
        meeting.Guests.AddRange(said.Guests.Distinct().Select(name => new MeetingGuest { MeetingId = meeting.Id, Name = Cut(name, MeetingGuest.LongestName) }));
        meeting.Origins.Add(origin);
        return meeting;
    }

    /// <summary>Another register of the same meeting, or somebody, says how many were due and came.</summary>
    public void Complete(MeetingNumbers numbers) => (Origin!.Due, Origin.Present, Origin.OnRoll) = (numbers.Due, numbers.Present, numbers.OnRoll);

    public static Refusal? RefuseImport(MeetingKind kind, Unit unit, DateOnly heldOn, int countsFor, DateOnly today)
    {
        if (heldOn > today) return new Refusal(nameof(HeldOn), "日期在今天之后，是计划，不是记录");
        if (kind.IsConfirmation) return new Refusal(nameof(Kind), $"{kind.Name}不逐次登记，每年确认一次");
        if (!kind.UnitKinds.Contains(unit.Kind)) return new Refusal(nameof(Kind), $"{unit.Kind.Name()}不开{kind.Name}");
        if (unit.DissolvedOn is { } gone && gone < heldOn) return new Refusal("Unit", $"{unit.Name}在 {gone.Iso()} 已经撤销");
        return countsFor == heldOn.Year || (kind.MayCountBefore && countsFor == heldOn.Year - 1 && heldOn.Month <= 3) ? null : new Refusal(nameof(CountsFor), $"{kind.Name}按召开日期计算");
    }

    /// <summary>One matter is the topic; what more was written stands below it.</summary>
    private void Word(string topic, string content)
    {
        var (title, text) = topic.Length > 0 ? (topic, content == topic ? "" : content) : (content, "");
        Topic = Cut(title, LongestTopic);
        var discussion = title.Length > LongestTopic && text.Length == 0 ? title : text;
        if (discussion.Length > 0) Agenda.Add(new() { MeetingId = Id, Number = 1, Title = Topic, Discussion = Cut(discussion, AgendaItem.LongestText) });
    }

    private static string Cut(string text, int longest) => text.Trim() is var trimmed && trimmed.Length > longest ? trimmed[..longest] : trimmed;
}
