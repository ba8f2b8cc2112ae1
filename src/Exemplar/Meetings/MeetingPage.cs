using Exemplar.Meetings.History;
using Exemplar.Meetings.Voiding;
using Exemplar.Platform.Log.Proofs;
using Exemplar.Tasks;

namespace Exemplar.Meetings;

/// <summary>One meeting: who, what, decided what, signed by whom, and what may be done next. Without the right to read it shows dates and counts.</summary>
public sealed class MeetingPage(AppDb db, Actor actor, TimeProvider clock, MeetingKinds kinds, ProveRecord prove)
{
    /// <summary>The share that leads the task which a decision became.</summary>
    public sealed record TaskOf(Guid AssignmentId, string Unit, AssignmentState State);

    public sealed record Reviewed(string Title, string Decision, bool IsDone);

    public sealed record Persons(string Chair, string Recorder, string Lecturer);

    public sealed record View(PlacedMeeting Found, bool MayRead, Persons Persons, IReadOnlyList<HistoryStep> Steps, IReadOnlyDictionary<Guid, TaskOf> Tasks, IReadOnlyList<Reviewed> Reviews,
        bool MayPlan, bool MayRecord, bool MayAmend, bool MayVoid, bool MayRestore, bool IsAhead, bool MaySign, bool MayMakeTasks, bool SeesReasons, string ImportedFrom, ProveRecord.History? History)
    {
        /// <summary>Who did not come. Why, such as an illness, is for those who keep the records.</summary>
        public IEnumerable<string> Away => Found.Meeting.Roll.Where(r => r.Attendance is not Attendance.Present).OrderBy(r => r.Position).Select(InWords);

        private string InWords(RollEntry entry)
        {
            string[] words = [Found.Kind.IsConfirmation ? "" : entry.Attendance.Name(), SeesReasons ? entry.Reason : ""];
            var said = string.Join('：', words.Where(w => w.Length > 0));
            return said.Length > 0 ? $"{entry.Name}（{said}）" : entry.Name;
        }

        /// <summary>Why and by whom it was voided, while it is.</summary>
        public HistoryStep? Voiding => Found.Meeting.State is MeetingState.Voided ? Steps.LastOrDefault(s => s.Title == MeetingStepKind.Voided.Name()) : null;

        /// <summary>The number under which its paper lies, where the signature does not say it already.</summary>
        public string ArchiveNumber => Signature.Contains($"存档号 {Found.Meeting.ArchiveNumber}）", StringComparison.Ordinal) ? "" : Found.Meeting.ArchiveNumber;

        public string Signature => Signatures.Of(Found.Meeting);

        /// <summary>Entered later than the day after: seen inside the office only.</summary>
        public bool IsLate => Found.Meeting.EnteredAt is { } at && DateOnly.FromDateTime(at.InOffice().Date) > Found.Meeting.HeldOn.AddDays(1);
    }

    public async Task<View> Show(Guid id, CancellationToken ct)
    {
        var found = await db.DemandMeeting(id, kinds, actor, MeetingsCapability.View, ct);
        var (meeting, kind, unit) = found;
        var mayRead = actor.MayRead(meeting, unit);
        var names = await NamesOf(meeting, ct);
        var (plans, records) = (actor.May(MeetingsCapability.Plan, unit), actor.May(MeetingsCapability.Record, unit));
        var closed = meeting.IsClosed(kind, clock.Today());
        var signs = actor.PersonId is { } self && ((self == meeting.ChairId && meeting.ChairSignedAt is null) || (self == meeting.RecorderId && meeting.RecorderSignedAt is null));
        return new(found, mayRead, new(Name(meeting.ChairId), Name(meeting.RecorderId), Name(meeting.LecturerId)), mayRead ? await db.HistoryOf(meeting, records, ct) : [],
            await TasksOf(meeting, ct), await ReviewsOf(meeting, ct),
            MayPlan: plans && meeting.State is MeetingState.Planned,
            MayRecord: records && !closed && meeting.State is not (MeetingState.CalledOff or MeetingState.Voided),
            MayAmend: records && closed,
            MayVoid: meeting.WasHeld && actor.MayVoid(found),
            MayRestore: meeting.State is MeetingState.Voided && actor.MayVoid(found),
            IsAhead: meeting.State is MeetingState.Planned && meeting.HeldOn > clock.Today(),
            MaySign: meeting.State is MeetingState.Held && (records || (signs && actor.May(MeetingsCapability.Sign, unit))),
            MayMakeTasks: records && meeting.WasHeld,
            SeesReasons: records,
            ImportedFrom: meeting.Origin is { } origin ? await db.ImportedRegisters.Where(r => r.Id == origin.ImportId).Select(r => $"《{r.FileName}》").SingleAsync(ct) : "",
            History: mayRead ? await prove.Look<Meeting>(id, ct, StagesOfMeeting.Kinds) : null);

        string Name(Guid? person) => person is { } one ? names.GetValueOrDefault(one, "") : "";
    }

    private async Task<Dictionary<Guid, string>> NamesOf(Meeting meeting, CancellationToken ct)
    {
        Guid?[] named = [meeting.ChairId, meeting.RecorderId, meeting.LecturerId];
        return await db.People.Where(p => named.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Name, ct);
    }

    private async Task<Dictionary<Guid, TaskOf>> TasksOf(Meeting meeting, CancellationToken ct)
    {
        var tasks = meeting.Agenda.Select(i => i.TaskId).OfType<Guid>().ToList();
        if (tasks.Count == 0) return [];
        var shares = await db.Assignments.Where(a => tasks.Contains(a.TaskId) && a.Leads).Join(db.Units, a => a.UnitId, u => u.Id, (a, u) => new { a.TaskId, a.Id, u.Name, a.State }).ToListAsync(ct);
        return shares.GroupBy(s => s.TaskId).ToDictionary(g => g.Key, g => new TaskOf(g.First().Id, g.First().Name, g.First().State));
    }

    private async Task<List<Reviewed>> ReviewsOf(Meeting meeting, CancellationToken ct)
    {
        var items = meeting.Reviews.ToDictionary(r => r.ItemId, r => r.IsDone);
        if (items.Count == 0) return [];
        var found = await db.MeetingAgenda.Where(i => items.Keys.Contains(i.Id)).Select(i => new { i.Id, i.Title, i.Decision }).ToListAsync(ct);
        return found.ConvertAll(i => new Reviewed(i.Title, i.Decision, items[i.Id]));
    }
}
