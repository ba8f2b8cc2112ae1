using Exemplar.Meetings.Voting;

namespace Exemplar.Meetings.Recording;

/// <summary>The chair and the recorder sign by their own accounts, or somebody notes where the signed paper lies.</summary>
public sealed class SignMeeting(AppDb db, Actor actor, MeetingKinds kinds)
{
    public sealed class Form
    {
        public int Version { get; set; }

        [Display(Name = "纸质记录存档号"), StringLength(Meeting.LongestNumber)]
        public string? ArchiveNumber { get; set; }

        /// <summary>True from the button of the paper, false from that of the screen.</summary>
        public bool OnPaper { get; set; }
    }

    public Task<PlacedMeeting> Open(Guid id, CancellationToken ct) => db.DemandMeeting(id, kinds, actor, MeetingsCapability.Sign, ct);

    /// <summary>What is still open and can only be amended afterwards; nothing of it forbids to sign.</summary>
    public async Task<IReadOnlyList<string>> Warnings(PlacedMeeting found, CancellationToken ct)
    {
        var (meeting, kind, _) = found;
        var open = kind.Steps.Where((_, n) => !meeting.Guided.Exists(s => s.Number == n + 1)).ToList();
        var uncounted = await db.Elections.Where(e => e.MeetingId == meeting.Id && e.CountedAt == null && e.WithdrawnAt == null).OrderBy(e => e.Id).Select(e => e.Post).ToListAsync(ct);
        return
        [
            .. open.Count > 0 ? [$"还有 {open.Count} 步没有填日期：{string.Join('、', open)}。签字后再补，要用“修订”写明原因"] : Array.Empty<string>(),
            .. uncounted.Select(post => $"选举{post}还没有计票，签字后不能再计票"),
        ];
    }

    public Task<Result<PlacedMeeting>> Handle(Guid id, Form form, CancellationToken ct) => db.Commit<PlacedMeeting>(async (db, ct) =>
    {
        var found = await Open(id, ct);
        found.Meeting.Guard(form.Version);
        if (form.OnPaper && !actor.May(MeetingsCapability.Record, found.Unit)) throw new Forbidden(MeetingsCapability.Record);
        if (await db.RestingOnAnotherRoll(found.Meeting, ct) is { Count: > 0 } old) return new Refusal($"{string.Join('、', old)}以更正前的到会人数为依据，请先撤销并重新记录，再签字");
        var refusal = form.OnPaper ? found.Meeting.SignOnPaper(form.ArchiveNumber ?? "", actor.Act()) : found.Meeting.Sign(actor.Act());
        if (refusal is not null) return refusal;
        db.Log(actor.Act(), MeetingsCapability.Sign, found.Meeting);
        return found;
    }, ct);
}
