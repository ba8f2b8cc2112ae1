using Exemplar.Meetings.Voting;
using Exemplar.Platform.Web;
using Microsoft.AspNetCore.Mvc;

namespace Exemplar.Meetings.Elections;

[Needs(MeetingsCapability.Record)]
public sealed class CountElectionPage(CountElection count) : FormPage<CountElection.Form>
{
    [FromRoute] public Guid Id { get; set; }
    public CountElection.View Shown { get; private set; } = null!;
    public RollNumbers Roll => RollNumbers.Of(Shown.Placed.Meeting.Roll);
    public IEnumerable<RollEntry> Absent => Shown.Placed.Meeting.Roll.Where(r => r.Votes && r.Attendance is not Attendance.Present).OrderBy(r => r.Position);

    protected override async Task Open(CancellationToken ct) => Shown = await count.Open(Id, ct);

    public void OnGet() => Form.Version = Shown.Election.Version;

    public Task<IActionResult> OnPost(CancellationToken ct) => Save(
        () => count.Handle(Id, Form, ct),
        kept => Saved($"/meetings/{kept.Election.MeetingId}", $"{kept.Election.Outcome!.Result.Name()}。{kept.Changes}"));
}
