using Exemplar.Organization;

namespace Exemplar.Meetings;

/// <summary>A meeting with its kind and the place that its gates ask for.</summary>
public sealed record PlacedMeeting(Meeting Meeting, MeetingKind Kind, Unit Unit)
{
    /// <summary>支部党员大会（3月6日）</summary>
    public string Name => $"{Kind.Name}（{Meeting.HeldOn.Month}月{Meeting.HeldOn.Day}日）";
}

public static class MeetingScope
{
    /// <summary>The meeting with all its parts, tracked: 404 where the actor may not see meetings, 403 where they may and not do this.</summary>
    public static async Task<PlacedMeeting> DemandMeeting(this AppDb db, Guid id, MeetingKinds kinds, Actor actor, string permission, CancellationToken ct)
    {
        var meeting = await db.FindMeeting(id, ct);
        var unit = await db.Units.FindOrThrow(meeting.UnitId, ct);
        if (!actor.May(MeetingsCapability.View, unit)) throw new NotFound(nameof(Meeting));
        if (permission == MeetingsCapability.Read && !actor.MayRead(meeting, unit)) throw new Forbidden(permission);
        return actor.May(permission, unit) ? new(meeting, kinds.Of(meeting), unit) : throw new Forbidden(permission);
    }

    /// <summary>With all its parts, tracked. One that nobody has recorded yet has an agenda and steps, and nothing more is asked for.</summary>
    private static async Task<Meeting> FindMeeting(this AppDb db, Guid id, CancellationToken ct)
    {
        var meeting = await db.Meetings.IgnoreAutoIncludes().Include(m => m.Agenda.OrderBy(i => i.Number)).Include(m => m.Steps).AsSplitQuery().FindOrThrow(id, ct);
        if (meeting.EnteredAt is not null)
            await db.Meetings.Include(m => m.Roll.OrderBy(r => r.Position)).Include(m => m.Guests).Include(m => m.Reviews).Include(m => m.Guided.OrderBy(s => s.Number)).AsSplitQuery().FindOrThrow(id, ct);
        return meeting;
    }

    /// <summary>What a 支委会 discusses is for its members and those who keep its records: cases of members are heard there. The roll must be loaded.</summary>
    public static bool MayRead(this Actor actor, Meeting meeting, Unit unit) => actor.May(MeetingsCapability.Read, unit)
        && (meeting.Kind is not MeetingKind.Committee || actor.May(MeetingsCapability.ReadCommittee, unit)
            || (actor.PersonId is { } self && (meeting.ChairId == self || meeting.RecorderId == self || meeting.Roll.Exists(r => r.PersonId == self))));

    /// <summary>The meetings of which <see cref="MayRead"/> holds.</summary>
    public static IQueryable<Meeting> ReadableMeetings(this AppDb db, Actor actor)
    {
        var units = db.Units.Where(actor, MeetingsCapability.Read).Select(u => u.Id);
        var committees = db.Units.Where(actor, MeetingsCapability.ReadCommittee).Select(u => u.Id);
        var self = actor.PersonId ?? Guid.Empty;
        return db.Meetings.Where(m => units.Contains(m.UnitId)
            && (m.Kind != MeetingKind.Committee || committees.Contains(m.UnitId) || m.ChairId == self || m.RecorderId == self || m.Roll.Any(r => r.PersonId == self)));
    }

    public static void Guard(this Meeting meeting, int version)
    {
        if (meeting.Version != version) throw new Stale(nameof(Meeting));
    }

    private static readonly KnownQuery<Func<AppDb, Guid, DateOnly, string, Guid, IAsyncEnumerable<Guid>>> OnDay = new(() => EF.CompileAsyncQuery((AppDb db, Guid unit, DateOnly day, string kind, Guid but) =>
        db.Meetings.Where(m => m.UnitId == unit && m.HeldOn == day && m.Kind == kind && m.Id != but && m.State != MeetingState.CalledOff && m.State != MeetingState.Voided).Select(m => m.Id)));

    /// <summary>Another meeting of the kind in the unit on the day, neither called off nor voided; null when there is none.</summary>
    public static async Task<Refusal?> AskSameDay(this AppDb db, string field, Guid id, MeetingKind kind, Guid unit, DateOnly day, bool confirmed, CancellationToken ct) =>
        !confirmed && await OnDay.Of(db)(db, unit, day, kind.Key, id).AnyAsync(ct)
            ? new Refusal(field, $"同一天已有一次{kind.Name}。确实是另外一次的，请勾选后再保存")
            : null;
}
