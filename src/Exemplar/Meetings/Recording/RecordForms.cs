using Exemplar.Meetings.Decisions;
using Exemplar.Organization;

namespace Exemplar.Meetings.Recording;

/// <summary>Somebody who may chair, record or lecture.</summary>
public sealed record NamedPerson(Guid Id, string Name);

/// <summary>What the form is filled in against: who was due on its day, who may be named, which decisions are still open.</summary>
public sealed record RecordView(PlacedMeeting Found, DateOnly Day, IReadOnlyList<RollPlace> Roll, IReadOnlyList<NamedPerson> People, IReadOnlyList<OpenDecision> Open)
{
    public bool IsGroup => Found.Unit.Kind is UnitKind.PartyGroup;
}

/// <summary>Opens the form of a meeting and fills it in: everybody present, everything as planned.</summary>
public sealed class RecordForms(AppDb db, Actor actor)
{
    /// <param name="day">The day that the form says; null for the meeting's own.</param>
    public async Task<RecordView> Open(PlacedMeeting found, DateOnly? day, CancellationToken ct) => await Open(found, day, null, ct);

    /// <summary>What a form that was sent is held against: who may be named beside the roll is asked only where it names somebody else.</summary>
    public async Task<RecordView> Open(PlacedMeeting found, RecordForm sent, CancellationToken ct) => await Open(found, sent.HeldOn, [sent.Chair, sent.Recorder, sent.Lecturer], ct);

    private async Task<RecordView> Open(PlacedMeeting found, DateOnly? day, Guid?[]? named, CancellationToken ct)
    {
        var on = day ?? found.Meeting.HeldOn;
        var roll = await RollOf(found, on, ct);
        var people = roll.ConvertAll(p => new NamedPerson(p.PersonId, p.Name));
        if (named is null || named.Any(id => id is not null && !people.Exists(p => p.Id == id))) people.AddRange(await PeopleBeside(found, roll, ct));
        return new(found, on, roll, people, found.Kind.KeepsText ? await db.Before(found.Meeting, on, ct) : []);
    }

    /// <summary>What was frozen stays; only another day asks the roster again. A group, a confirmation and what was imported show whom they left out.</summary>
    private async Task<List<RollPlace>> RollOf(PlacedMeeting found, DateOnly on, CancellationToken ct)
    {
        var (meeting, kind, unit) = found;
        if (!meeting.WasHeld || on != meeting.HeldOn) return await db.RollOn(kind, unit, on, ct);
        var frozen = meeting.Roll.OrderBy(r => r.Position).Select(r => new RollPlace(r.PersonId, r.Name, r.Status, r.Votes)).ToList();
        if (!kind.IsConfirmation && unit.Kind is not UnitKind.PartyGroup && !meeting.IsAsImported) return frozen;
        return [.. frozen, .. (await db.RollOn(kind, unit, on, ct)).Where(p => frozen.TrueForAll(f => f.PersonId != p.PersonId))];
    }

    private async Task<List<NamedPerson>> PeopleBeside(PlacedMeeting found, List<RollPlace> roll, CancellationToken ct)
    {
        var (meeting, path) = (found.Meeting, found.Unit.Path);
        var office = path[..(path.IndexOf('/', 1) + 1)];
        var leading = db.Posts.Where(p => p.To == null && db.Units.Any(u => u.Id == p.UnitId && u.Path.StartsWith(office)
            && (u.Kind == UnitKind.PartyLeadershipGroup || u.Kind == UnitKind.Committee))).Select(p => p.PersonId);
        Guid?[] named = [actor.PersonId, meeting.ChairId, meeting.RecorderId, meeting.LecturerId];
        var beside = await db.People.Where(p => named.Contains(p.Id) || leading.Contains(p.Id)).OrderBy(p => p.Name).ThenBy(p => p.Id).Select(p => new NamedPerson(p.Id, p.Name)).ToListAsync(ct);
        return beside.FindAll(b => roll.TrueForAll(p => p.PersonId != b.Id));
    }

    public async Task<RecordForm> Fill(RecordView view, CancellationToken ct)
    {
        var (meeting, kind, _) = view.Found;
        var form = new RecordForm
        {
            Version = meeting.Version,
            HeldOn = meeting.HeldOn,
            StartsAt = meeting.StartsAt,
            EndsAt = meeting.EndsAt,
            Place = meeting.Place,
            Topic = meeting.Topic,
            Chair = meeting.ChairId,
            Recorder = meeting.RecorderId ?? (meeting.Origin is null ? await UsualRecorder(view, ct) : null),   // nobody is put into what was imported
            AsImported = meeting.IsAsImported,
            Due = meeting.IsAsImported ? meeting.Numbers.Due : null,
            Present = meeting.IsAsImported ? meeting.Numbers.Present : null,
            Lecturer = meeting.LecturerId,
            OutsideLecturer = meeting.WasHeld && kind.Key is MeetingKind.Lecture && meeting.LecturerId is null && meeting.Guests.Count > 0,
            CountsFor = meeting.CountsFor,
            Study = StudyOf(meeting),
            OnStrictness = meeting.OnStrictness,
            FirstTopic = meeting.FirstTopic,
            ArchiveNumber = meeting.ArchiveNumber,
            Guests = string.Join('、', meeting.Guests.Select(g => g.Name)),
            Agenda = [.. meeting.Agenda.OrderBy(i => i.Number).Select(i => new AgendaFields { Id = i.Id, Title = i.Title, Discussion = i.Discussion, Decision = i.Decision })],
            Done = [.. meeting.Reviews.Where(r => r.IsDone).Select(r => r.ItemId)],
            StepsDone = [.. kind.Steps.Select((_, n) => meeting.Guided.Find(s => s.Number == n + 1)?.DoneOn)],
        };
        if (form.Agenda.Count == 0) AddLines(form, 1);
        var known = view.IsGroup && !meeting.WasHeld ? await LastGroup(meeting, ct) : null;
        foreach (var place in view.Roll) Mark(form, view, place.PersonId, known);
        return form;
    }

    public static void AddLines(RecordForm form, int count) => form.Agenda.AddRange(Enumerable.Range(0, count).Select(_ => new AgendaFields()));

    private static void Mark(RecordForm form, RecordView view, Guid person, HashSet<Guid>? known)
    {
        var entry = view.Found.Meeting.Roll.Find(r => r.PersonId == person);
        var outside = view.IsGroup && (known is null ? view.Found.Meeting.WasHeld && entry is null : !known.Contains(person));
        form.Why[person] = outside ? AwayWords.NotInGroup : entry is null ? "" : AwayWords.Of(entry.Attendance, entry.Reason);
        if (outside || entry is { Attendance: not Attendance.Present }) form.Away.Add(person);
    }

    /// <summary>Whether everybody whom the form showed is marked as the meeting's record has them.</summary>
    public static bool IsMarkedAsKept(RecordForm form, RecordView view)
    {
        var kept = new RecordForm();
        foreach (var person in form.Why.Keys) Mark(kept, view, person, null);
        return form.Doubts.Count == 0 && form.Away.ToHashSet().SetEquals(kept.Away) && kept.Away.TrueForAll(id => (form.Why[id]?.Trim() ?? "") == kept.Why[id]);
    }

    /// <summary>Not whoever chairs, who would sign for both: the actor, else who recorded the last meeting of the kind. Null when neither fits; then it is asked.</summary>
    private async Task<Guid?> UsualRecorder(RecordView view, CancellationToken ct)
    {
        var meeting = view.Found.Meeting;
        if (actor.PersonId is { } self && self != meeting.ChairId) return self;
        var last = await db.Meetings.Where(m => m.UnitId == meeting.UnitId && m.Kind == meeting.Kind && m.Id != meeting.Id && m.EnteredAt != null && m.State != MeetingState.Voided).OrderByDescending(m => m.HeldOn).Select(m => m.RecorderId).FirstOrDefaultAsync(ct);
        return last is { } usual && usual != meeting.ChairId && view.People.Any(p => p.Id == usual) ? usual : null;
    }

    /// <summary>Who was on the roll of the group's last meeting; null before it ever met.</summary>
    private async Task<HashSet<Guid>?> LastGroup(Meeting meeting, CancellationToken ct)
    {
        var last = await db.Meetings.Where(m => m.UnitId == meeting.UnitId && m.State != MeetingState.Voided && m.Roll.Any()).OrderByDescending(m => m.HeldOn).Select(m => m.Id).FirstOrDefaultAsync(ct);
        return last == default ? null : (await db.MeetingRoll.Where(r => r.MeetingId == last).Select(r => r.PersonId).ToListAsync(ct)).ToHashSet();
    }

    private static StudyLength StudyOf(Meeting meeting) => meeting.StudyTenths switch
    {
        80 when meeting.EndsAt - meeting.StartsAt < TimeSpan.FromHours(8) => StudyLength.FullDay,
        40 when meeting.EndsAt - meeting.StartsAt is var length && (length < TimeSpan.FromHours(4) || length >= TimeSpan.FromHours(4.5)) => StudyLength.HalfDay,
        _ => StudyLength.ByTime,
    };
}
