using Exemplar.Meetings;
using Exemplar.Organization;
using Exemplar.Platform.Search;

namespace Exemplar.Agenda.Search;

/// <summary>Meetings: by topic, agenda, discussion and decisions for those who may read them; for the others by kind, unit and day.</summary>
public sealed class MeetingSearch(AppDb db, Actor actor, MeetingKinds kinds) : SearchArea(db)
{
    private const string Kind = Meeting.SearchKind + "/";

    public override string Key => Meeting.SearchKind;
    public override string Name => "会议";
    public override string Permission => MeetingsCapability.View;

    public override IQueryable<SearchEntry> Listed() => In(MeetingsCapability.View);

    /// <summary>Only of a 支委会 it hangs on the meeting itself; the others need no look at its roll.</summary>
    protected override IQueryable<SearchEntry> Readable() =>
        In(MeetingsCapability.Read).Where(e => e.Kind != Kind + MeetingKind.Committee || Db.ReadableMeetings(actor).Any(m => m.Id == e.RecordId));

    private IQueryable<SearchEntry> In(string permission)
    {
        var units = Db.Units.Where(actor, permission).Select(u => u.Id);
        return Db.SearchEntries.Where(e => e.Kind.StartsWith(Kind) && units.Contains(e.UnitId));
    }

    protected override List<string> KindsNamed(string name) => [.. kinds.All.Where(k => k.Name.Contains(name, StringComparison.Ordinal)).Select(k => Kind + k.Key)];

    public override async Task<List<SearchLine>> Lines(IReadOnlyCollection<Guid> records, CancellationToken ct)
    {
        var meetings = await Db.Meetings.AsNoTracking().IgnoreAutoIncludes().Include(m => m.Agenda.OrderBy(i => i.Number)).Where(m => records.Contains(m.Id)).ToListAsync(ct);
        var readable = await Db.ReadableMeetings(actor).Where(m => records.Contains(m.Id)).Select(m => m.Id).ToListAsync(ct);
        return meetings.ConvertAll(m => Line(m, readable.Contains(m.Id)));
    }

    private SearchLine Line(Meeting meeting, bool mayRead)
    {
        var (name, address) = ($"{kinds.Of(meeting).Name}{(meeting.State is MeetingState.CalledOff or MeetingState.Voided ? $"（{meeting.State.Name()}）" : "")}", $"/meetings/{meeting.Id}");
        return mayRead
            ? new(meeting.Id, meeting.Topic.Length > 0 ? $"{name}：{meeting.Topic}" : name, address, string.Join('\n', meeting.Agenda.SelectMany(i => (string[])[i.Title, i.Discussion, i.Decision]).Where(t => t.Length > 0)))
            : new(meeting.Id, name, address, "");
    }
}
