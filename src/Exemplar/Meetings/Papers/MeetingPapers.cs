using Exemplar.Documents.Official;
using Exemplar.Meetings.Elections;
using Exemplar.Organization;

namespace Exemplar.Meetings.Papers;

/// <summary>The papers of a meeting, made of its record.</summary>
public sealed class MeetingPapers(AppDb db, Actor actor, MeetingKinds kinds, TimeProvider clock)
{
    /// <summary>The papers by the last part of their address, with their names.</summary>
    public static readonly IReadOnlyDictionary<string, string> Names = new Dictionary<string, string>
    {
        ["notice"] = "会议通知",
        ["agenda"] = "会议议程",
        ["signatures"] = "签名表",
        ["blank"] = "空白记录",
        ["minutes"] = "会议记录",
        ["red-minutes"] = "纪要",
    };

    /// <summary>The papers that make sense now: before the meeting what is needed for it, afterwards its record, and the notice and agenda that it had. The steps must be loaded.</summary>
    public static IEnumerable<string> Offered(Meeting meeting, MeetingKind kind, Unit unit) =>
        meeting.State is MeetingState.CalledOff or MeetingState.Voided || kind.IsConfirmation || meeting.IsAsImported ? []   // the paper of an imported one lies where it was made
        : meeting.WasHeld ? ["minutes", .. RedMinutes.MayPrint(kind, unit.Kind) ? ["red-minutes"] : Array.Empty<string>(), "signatures", .. meeting.AnnouncedOn is not null ? ["notice", "agenda"] : Array.Empty<string>()]
        : ["notice", "agenda", "signatures", "blank"];

    public async Task<(string Name, OfficialDocument Document)> Show(Guid id, string paper, CancellationToken ct)
    {
        var placed = await db.DemandMeeting(id, kinds, actor, MeetingsCapability.Read, ct);
        if (!Offered(placed.Meeting, placed.Kind, placed.Unit).Contains(paper)) throw new NotFound(paper);
        var source = await db.PutOnPaper(placed, actor, ct);
        return ($"{placed.Unit.Name} {placed.Kind.Name} {Names[paper]} {placed.Meeting.HeldOn.Iso()}", paper switch
        {
            "notice" => NoticePaper.Of(source, clock.Today()),
            "agenda" => AgendaPaper.Of(source),
            "signatures" => SignatureList.Of(source),
            "blank" => BlankMinutes.Of(source),
            "red-minutes" => RedMinutes.Of(source),
            _ => MinutesPaper.Of(source),
        });
    }
}

/// <summary>The report on an election, once it was counted.</summary>
public sealed class ElectionPaper(AppDb db, Actor actor, MeetingKinds kinds, TimeProvider clock)
{
    public async Task<(string Name, OfficialDocument Document)> Show(Guid id, CancellationToken ct)
    {
        var election = await db.FindElection(id, ct);
        var placed = await db.DemandMeeting(election.MeetingId, kinds, actor, MeetingsCapability.Read, ct);
        if (election.Outcome is null || election.WithdrawnAt is not null) throw new NotFound(nameof(Election));
        var superior = await db.Units.AsNoTracking().Where(u => u.Id == placed.Unit.ParentId).SingleOrDefaultAsync(ct);
        return ($"{election.Post}选举结果报告", ElectionReport.Of(await db.PutOnPaper(placed, actor, ct), election, superior is null ? "" : await db.OrganOfBody(superior, ct), clock.Today()));
    }
}
