using Exemplar.Meetings;
using Exemplar.Meetings.Past;
using Exemplar.Organization;

namespace Exemplar.Platform.Data;

public partial class AppDb
{
    public DbSet<Meeting> Meetings => Set<Meeting>();
    public DbSet<RollEntry> MeetingRoll => Set<RollEntry>();
    public DbSet<AgendaItem> MeetingAgenda => Set<AgendaItem>();
    public DbSet<DecisionReview> DecisionReviews => Set<DecisionReview>();
    public DbSet<MeetingStep> MeetingSteps => Set<MeetingStep>();
    public DbSet<MeetingOrigin> MeetingOrigins => Set<MeetingOrigin>();
    public DbSet<HandedInRegister> HandedInRegisters => Set<HandedInRegister>();
    public DbSet<ImportedRegister> ImportedRegisters => Set<ImportedRegister>();

    /// <summary>The last day on which the unit held a meeting that is on record; null without one.</summary>
    internal Task<DateOnly?> LastMeetingOf(Guid unit, CancellationToken ct) =>
        Meetings.Where(m => m.UnitId == unit && (m.State == MeetingState.Held || m.State == MeetingState.Locked)).MaxAsync(m => (DateOnly?)m.HeldOn, ct);

    /// <summary>On how many rolls each of these people stands.</summary>
    internal Task<Dictionary<Guid, int>> TimesOnRoll(IReadOnlyCollection<Guid> people, CancellationToken ct) =>
        MeetingRoll.Where(r => people.Contains(r.PersonId)).GroupBy(r => r.PersonId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, ct);

    /// <summary>How many meetings both of a pair are recorded as present at; pairs without one are left out.</summary>
    internal async Task<Dictionary<(Guid, Guid), int>> MeetingsTogether(IReadOnlyCollection<(Guid First, Guid Second)> pairs, CancellationToken ct)
    {
        List<Guid> firsts = [.. pairs.Select(p => p.First).Distinct()], seconds = [.. pairs.Select(p => p.Second).Distinct()];
        var present = MeetingRoll.Where(r => r.Attendance == Attendance.Present);
        var counted = await present.Where(r => firsts.Contains(r.PersonId)).Join(present.Where(r => seconds.Contains(r.PersonId)), r => r.MeetingId, r => r.MeetingId, (one, other) => new { First = one.PersonId, Second = other.PersonId })
            .GroupBy(p => new { p.First, p.Second }).Select(g => new { g.Key.First, g.Key.Second, Count = g.Count() }).ToListAsync(ct);
        return counted.Where(c => pairs.Contains((c.First, c.Second))).ToDictionary(c => (c.First, c.Second), c => c.Count);
    }

    /// <summary>Days of the meetings that the unit has planned from a day on.</summary>
    internal Task<List<DateOnly>> PlansOf(Guid unit, DateOnly from, CancellationToken ct) => Planned(unit, from).OrderBy(m => m.HeldOn).Select(m => m.HeldOn).ToListAsync(ct);

    /// <summary>Elections that are prepared for meetings not yet held.</summary>
    internal Task<int> PreparedElections(Guid unit, DateOnly from, CancellationToken ct) => Elections.CountAsync(e => Planned(unit, from).Any(m => m.Id == e.MeetingId), ct);

    /// <summary>Inside a commit: what a unit has planned from a day on, and major matters that are not decided, are another's. What was held stays with its history.</summary>
    internal async Task HandOverMeetings(Act act, Unit from, Unit to, DateOnly on, CancellationToken ct)
    {
        var planned = await Planned(from.Id, on).Include(m => m.Roll).Include(m => m.Guests).Include(m => m.Agenda).Include(m => m.Reviews).Include(m => m.Guided).Include(m => m.Steps).AsSplitQuery().ToListAsync(ct);
        foreach (var meeting in planned)
        {
            meeting.HandOver(from, to, act);
            Log(act, MeetingsCapability.Plan, meeting);
        }
        var going = planned.ConvertAll(m => (Guid?)m.Id);
        foreach (var matter in await MajorMatters.Include(m => m.Consultations).Where(m => m.UnitId == from.Id && (m.MeetingId == null || going.Contains(m.MeetingId))).ToListAsync(ct))
        {
            matter.HandOver(to.Id);
            Log(act, MeetingsCapability.Record, matter);
        }
    }

    private IQueryable<Meeting> Planned(Guid unit, DateOnly from) => Meetings.Where(m => m.UnitId == unit && m.State == MeetingState.Planned && m.HeldOn >= from);
}
