using Exemplar.Meetings.Planning;
using Exemplar.Meetings.Recording;

namespace Exemplar.Demo;

/// <summary>
/// Plays the year of meetings through the handlers: planned, held, recorded the same evening or later, signed. Those with
/// guided steps are corrected and signed once their last step is done.
/// </summary>
internal sealed class DemoMeetings(DemoActors actors, DemoClock clock, DemoPeople chance, IEnumerable<DemoSession> sessions)
{
    private static readonly string[] Reasons = ["出差", "下乡", "值班", "休假", "住院"];

    private static readonly Meetings.MeetingKinds Kinds = Meetings.MeetingKinds.Read();

    private readonly ILookup<DateOnly, DemoSession> byDay = sessions.ToLookup(s => s.EnteredOn);
    private readonly List<(DateOnly On, DemoSession Session, Guid Meeting)> unfinished = [];
    private Dictionary<string, Guid> units = [];

    /// <summary>What was entered on these days, first and last included.</summary>
    public async Task Play(DateOnly from, DateOnly to, CancellationToken ct)
    {
        for (var day = from; day <= to; day = day.AddDays(1)) await Play(day, ct);
    }

    public async Task Play(DateOnly day, CancellationToken ct)
    {
        foreach (var session in byDay[day])
        {
            clock.Turn(day, 17, 10);
            await Record(session, await Plan(session, ct), day, ct);
        }
        foreach (var (_, session, meeting) in unfinished.Where(u => u.On == day).ToList())
        {
            clock.Turn(day, 17, 20);
            await Finish(session, meeting, day, ct);
        }
        unfinished.RemoveAll(u => u.On <= day);
    }

    public async Task<Guid> Plan(DemoSession session, CancellationToken ct)
    {
        if (units.Count == 0) units = await actors.Read(db => db.Units.ToDictionaryAsync(u => u.Name, u => u.Id, ct));
        var planned = await actors.As<PlanMeeting, Meetings.PlacedMeeting>(session.Account, plan => plan.Handle(new()
        {
            What = MeetingPlaces.Key(units[session.Unit], session.Kind),
            HeldOn = session.On,
            StartsAt = session.From,
            EndsAt = session.Until,
            Place = session.Unit == "办公室党组" ? "二楼会议室" : "三楼党员活动室",
            Topic = session.Topic,
            Agenda = session.Topic,
        }, ct));
        return planned.Meeting.Id;
    }

    private async Task Record(DemoSession session, Guid id, DateOnly day, CancellationToken ct)
    {
        var kind = Kinds.Find(session.Kind)!;
        await actors.As<RecordedMeeting>(session.Account, async services =>
        {
            var (record, forms) = (services.GetRequiredService<RecordMeeting>(), services.GetRequiredService<RecordForms>());
            var view = await record.Open(id, null, ct);
            var form = await forms.Fill(view, ct);
            (form.CountsFor, form.Study) = (session.CountsFor ?? form.CountsFor, session.Study);
            form.Done = [.. view.Open.Select(d => d.ItemId)];   // last time's matters are settled by the next meeting
            form.Recorder ??= view.Roll.Where(p => p.PersonId != form.Chair).Select(p => (Guid?)p.PersonId).FirstOrDefault() ?? form.Chair;   // whoever chairs writes only where nobody else is
            form.FirstTopic = kind.MayOpenWithFirstTopic;
            (form.OnStrictness, form.Lecturer) = (session.OnStrictness, session.Kind == Meetings.MeetingKind.Lecture ? form.Chair : null);
            form.StepsDone = [.. session.StepDays(kind).Select(d => d <= day ? d : (DateOnly?)null)];
            if (session.Decision.Length > 0 && form.Agenda.Count > 0) form.Agenda[0].Decision = session.Decision;
            for (var n = 0; n < session.Away && view.Roll.Count > 3; n++)
            {
                var away = view.Roll[chance.Between(1, view.Roll.Count - 1)].PersonId;
                if (form.Away.Contains(away) || away == form.Recorder) continue;
                form.Away.Add(away);
                form.Why[away] = Reasons[chance.Between(0, Reasons.Length - 1)];
            }
            return await record.Handle(id, form, ct);
        });
        if (session.FinishedOn(kind) > day) unfinished.Add((session.FinishedOn(kind), session, id));
        else await Sign(session, id, ct);
    }

    private async Task Finish(DemoSession session, Guid id, DateOnly day, CancellationToken ct)
    {
        await actors.As<RecordedMeeting>(session.Account, async services =>
        {
            var (record, forms) = (services.GetRequiredService<RecordMeeting>(), services.GetRequiredService<RecordForms>());
            var form = await forms.Fill(await record.Open(id, null, ct), ct);
            form.StepsDone = [.. session.StepDays(Kinds.Find(session.Kind)!).Select(d => d <= day ? d : (DateOnly?)null)];
            return await record.Handle(id, form, ct);
        });
        await Sign(session, id, ct);
    }

    private async Task Sign(DemoSession session, Guid id, CancellationToken ct)
    {
        if (!session.Signed) return;
        var version = await actors.Read(db => db.Meetings.Where(m => m.Id == id).Select(m => m.Version).SingleAsync(ct));
        await actors.As<SignMeeting, Meetings.PlacedMeeting>(session.Account, sign => sign.Handle(id, new() { Version = version, OnPaper = true, ArchiveNumber = $"{session.On:yyyyMMdd}" }, ct));
    }
}
