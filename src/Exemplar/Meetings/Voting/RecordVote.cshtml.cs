using Exemplar.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Exemplar.Meetings.Voting;

[Needs(MeetingsCapability.Record)]
public sealed class RecordVotePage(RecordVote record) : FormPage<RecordVote.Form>
{
    [FromRoute] public Guid Id { get; set; }

    /// <summary>By name, where it is not the usual one.</summary>
    [FromQuery] public string? Kind { get; set; }
    public VoteKind Chosen { get; private set; }
    public PlacedMeeting Found { get; private set; } = null!;
    public IReadOnlyList<Votable> Votables { get; private set; } = [];
    public RollNumbers Roll { get; private set; } = null!;
    public IReadOnlyList<VoteKind> Kinds => [.. Vote.KindsIn(Found.Meeting.Kind).Where(k => Vote.RefuseKind(k, Found.Unit) is null)];

    public IEnumerable<SelectListItem> Titles => Votables.Select(v => new SelectListItem(
        !v.IsMajor ? v.Title : v.WasConsulted ? $"{v.Title}（重大事项）" : $"{v.Title}（重大事项，还没有登记会前征求意见）", v.Id.ToString()));

    /// <summary>Absent voters who handed in a written opinion, which counts on admission only.</summary>
    public bool AsksForWritten => Chosen is VoteKind.Admission && Roll.Opinions > 0;

    protected override async Task Open(CancellationToken ct)
    {
        Found = await record.Open(Id, ct);
        Chosen = Form.Kind = RecordVote.KindNamed(Kind, Found.Meeting);
        (Votables, Roll) = (await record.Votables(Found.Meeting, ct), RollNumbers.Of(Found.Meeting.Roll));
    }

    /// <summary>The address under which this kind is asked for.</summary>
    public string AddressOf(VoteKind kind) => $"/meetings/{Id}/votes/new{(kind == Kinds[0] ? "" : $"?Kind={kind}")}";

    public void OnGet() { }

    public Task<IActionResult> OnPost(CancellationToken ct) => Save(
        () => record.Handle(Id, Form, ct),
        kept => Saved($"/meetings/{Id}", $"表决已记录：{kept.Vote.Outcome.Result.Name()}。{kept.Changes}"));
}
