namespace Exemplar.Meetings;

public sealed partial class Meeting
{
    /// <summary>Whether a change of it needs a reason: it was signed, or its counted period ended 30 days ago.</summary>
    public bool IsClosed(MeetingKind kind, DateOnly today) => State is MeetingState.Locked || (WasHeld && today >= kind.FrozenFrom(CountsOn));

    /// <summary>记录, and 更正 as long as it is neither signed nor frozen. What was held long ago may still be entered, with a word why.</summary>
    /// <param name="reason">Needed when the period that it counts in is frozen already.</param>
    public Refusal? Record(MeetingKind kind, MeetingRecord said, string reason, Act by)
    {
        var now = by.At.InOffice();
        var today = DateOnly.FromDateTime(now.Date);
        if (State is MeetingState.Voided) return new Refusal("会议已作废。确实开了的，请先恢复再更正");
        if (State is MeetingState.CalledOff) return new Refusal("会议已取消。实际开了的，请重新安排一次再记录");
        if (IsClosed(kind, today)) return new Refusal(State is MeetingState.Locked ? "会议已签字，改动请用“修订”" : "这一期已过统计期 30 天，改动请用“修订”并写明原因");
        if (said.Refuse(kind, now, this) is { } refusal) return refusal;
        if (today >= kind.FrozenFrom(said.CountsOn) && string.IsNullOrWhiteSpace(reason)) return new Refusal("Reason", "这一期已过统计期 30 天，请写明补录的原因");

        var first = State is MeetingState.Planned;
        if (Write(kind, said) is { } unwritten) return unwritten;
        (State, ChairSignedAt, RecorderSignedAt) = (MeetingState.Held, null, null);
        EnteredAt ??= by.At;
        Add(first ? MeetingStepKind.Held : MeetingStepKind.Corrected, by, reason);
        return null;
    }

    /// <summary>修订: what was signed or is frozen changes with a reason. The signatures stay, and the step beside them.</summary>
    public Refusal? Amend(MeetingKind kind, MeetingRecord said, string reason, Act by)
    {
        if (!WasHeld) return new Refusal($"会议{State.Name()}，不能修订");
        if (string.IsNullOrWhiteSpace(reason)) return new Refusal("Reason", "请写明修订的原因");
        if (said.Refuse(kind, by.At.InOffice(), this) is { } refusal) return refusal;
        if (Write(kind, said) is { } unwritten) return unwritten;
        Add(MeetingStepKind.Amended, by, reason);
        return null;
    }

    private Refusal? Write(MeetingKind kind, MeetingRecord said)
    {
        var lines = kind.KeepsText ? said.Agenda.Where(l => l.Title.Length > 0).ToList() : [];
        if (Agenda.Find(i => i.TaskId is not null && lines.TrueForAll(l => l.Id != i.Id)) is { } tied) return new Refusal($"“{tied.Title}”已经转成任务，不能删去");

        (HeldOn, StartsAt, EndsAt, Place, CountsFor) = (said.HeldOn, said.StartsAt, said.EndsAt, said.Place, said.CountsFor);
        (ChairId, RecorderId, LecturerId) = (said.Chair, said.Recorder, kind.Key is MeetingKind.Lecture && !said.OutsideLecturer ? said.Lecturer : null);
        StudyTenths = kind.CountsHours ? said.StudyTenths : 0;
        FirstTopic = kind.MayOpenWithFirstTopic && said.FirstTopic;
        OnStrictness = kind.MayTakeUpStrictness && said.OnStrictness;
        Topic = kind.KeepsText ? said.Topic : "";
        if (said.ArchiveNumber.Length > 0) ArchiveNumber = said.ArchiveNumber;
        if (!said.LeavesRoll) TakeRoll(kind, said.Roll);
        TakeAgenda(lines);
        Guests.RemoveAll(g => !said.Guests.Contains(g.Name));
        Guests.AddRange(said.Guests.Where(name => Guests.TrueForAll(g => g.Name != name)).Distinct().Select(name => new MeetingGuest { MeetingId = Id, Name = name }));
        Reviews.RemoveAll(r => !said.Reviews.ContainsKey(r.ItemId));
        foreach (var (item, done) in said.Reviews)
        {
            if (Reviews.Find(r => r.ItemId == item) is { } kept) kept.IsDone = done;
            else Reviews.Add(new() { MeetingId = Id, ItemId = item, IsDone = done });
        }
        TakeSteps(kind, said.StepsDone);
        if (!said.LeavesRoll && Origin is { } origin) origin.IsOpen = false;
        if (said.Numbers is { } numbers) Complete(numbers);
        return null;
    }

    /// <summary>Whoever stays on the roll keeps how they stood on that day.</summary>
    private void TakeRoll(MeetingKind kind, IReadOnlyList<RollMark> marks)
    {
        if (kind.IsConfirmation) marks = [.. marks.Where(m => m.Attendance is not Attendance.Present)];   // exceptions only: no row for each talk
        var kept = Roll.ToDictionary(r => r.PersonId);
        Roll.RemoveAll(r => marks.All(m => m.Who.PersonId != r.PersonId));
        for (var n = 0; n < marks.Count; n++)
        {
            if (!kept.TryGetValue(marks[n].Who.PersonId, out var entry)) Roll.Add(entry = RollEntry.Of(Id, marks[n].Who, n + 1));
            entry.Mark(marks[n].Attendance, kind.KeepsText || kind.IsConfirmation ? marks[n].Reason : "");
        }
    }

    private void TakeAgenda(List<AgendaLine> lines)
    {
        Agenda.RemoveAll(i => lines.TrueForAll(l => l.Id != i.Id));
        for (var n = 0; n < lines.Count; n++)
        {
            var (id, title, discussion, decision) = lines[n];
            if (Agenda.Find(i => i.Id == id) is not { } item) Agenda.Add(item = new() { Id = id, MeetingId = Id, Title = title });
            (item.Number, item.Title, item.Discussion, item.Decision) = (n + 1, title, discussion, decision);
        }
    }

    private void TakeSteps(MeetingKind kind, IReadOnlyDictionary<int, DateOnly> done)
    {
        Guided.RemoveAll(s => !done.ContainsKey(s.Number));
        foreach (var (number, day) in done.Where(d => d.Key >= 1 && d.Key <= kind.Steps.Count))
        {
            if (Guided.Find(s => s.Number == number) is { } kept) kept.DoneOn = day;
            else Guided.Add(new() { MeetingId = Id, Number = number, Title = kind.Steps[number - 1], DoneOn = day });
        }
    }
}
