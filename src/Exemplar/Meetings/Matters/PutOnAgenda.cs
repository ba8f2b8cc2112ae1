namespace Exemplar.Meetings.Matters;

/// <summary>Puts a major matter before a meeting: it takes an item of the agenda for itself, or the meeting where no agenda is kept.</summary>
public sealed class PutOnAgenda(AppDb db, Actor actor, TimeProvider clock, MeetingKinds kinds)
{
    /// <summary>Meetings that were held longer ago are not offered.</summary>
    private const int DaysBack = 90;

    public sealed class Form
    {
        public int Version { get; set; }

        [Display(Name = "列入哪次会议的哪个议题"), Required(ErrorMessage = "请选择议题")]
        public Guid? Item { get; set; }
    }

    /// <param name="Id">Of the item, or of the meeting.</param>
    public sealed record Place(Guid Id, Meeting Meeting, AgendaItem? Item, string Words);

    public sealed record View(PlacedMatter Found, IReadOnlyList<Place> Places);

    public async Task<View> Open(Guid id, CancellationToken ct)
    {
        var found = await db.DemandMatter(id, actor, ct);
        var since = clock.Today().AddDays(-DaysBack);
        var meetings = await db.Meetings.AsNoTracking().IgnoreAutoIncludes().Include(m => m.Agenda).OrderByDescending(m => m.HeldOn).ThenBy(m => m.Id)
            .Where(m => m.UnitId == found.Matter.UnitId && m.HeldOn >= since && (m.State == MeetingState.Planned || m.State == MeetingState.Held)).ToListAsync(ct);
        return new(found, [.. meetings.Where(m => Voting.Vote.KindsIn(m.Kind).Count > 0).SelectMany(Places)]);
    }

    public Task<Result<MajorMatter>> Handle(Guid id, Form form, CancellationToken ct) => db.Commit<MajorMatter>(async (db, ct) =>
    {
        var (found, places) = await Open(id, ct);
        var matter = found.Matter;
        if (matter.Version != form.Version) throw new Stale(nameof(MajorMatter));
        if (places.FirstOrDefault(p => p.Id == form.Item) is not { } place) return new Refusal(nameof(Form.Item), "请从列表中选择议题");
        var isTaken = place.Item is { } item && await db.MajorMatters.AnyAsync(m => m.ItemId == item.Id && m.Id != id, ct);
        if (matter.Put(place.Meeting, place.Item?.Id, isTaken, found.IsDecided) is { } refusal) return refusal;
        db.Log(actor.Act(), "meetings.matter.put", matter);
        return matter;
    }, ct);

    private IEnumerable<Place> Places(Meeting meeting)
    {
        var kind = kinds.Of(meeting);
        var words = $"{meeting.HeldOn.InWords()}{kind.Name}";
        return kind.KeepsText
            ? meeting.Agenda.OrderBy(i => i.Number).Select(i => new Place(i.Id, meeting, i, $"{words}：{i.Number}.{i.Title}"))
            : [new(meeting.Id, meeting, null, words)];
    }
}
