using Exemplar.Meetings.Voting;
using Exemplar.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Exemplar.Meetings.Elections;

[Needs(MeetingsCapability.Record)]
public sealed class CountElectionPage(CountElection count) : FormPage<CountElection.Form>
{
    [FromRoute] public Guid Id { get; set; }
    public CountElection.View Shown { get; private set; } = null!;
    public RollNumbers Roll => RollNumbers.Of(Shown.Placed.Meeting.Roll);
    public IEnumerable<RollEntry> Absent => Shown.Placed.Meeting.Roll.Where(r => r.Votes && r.Attendance is not Attendance.Present).OrderBy(r => r.Position);

    /// <summary>More collected than issued makes the election void: asked once, in case it was a slip.</summary>
    public bool AsksCertain => Form.Certain || ModelState.GetFieldValidationState("Form.Certain") is ModelValidationState.Invalid;

    public static string NameOf(Candidate candidate) => $"Form.Votes[{candidate.PersonId}]";

    /// <summary>What was typed stays, even when it is no number.</summary>
    public string? TypedAt(Candidate candidate) => ModelState[NameOf(candidate)]?.AttemptedValue ?? $"{Form.Votes.GetValueOrDefault(candidate.PersonId)}";

    public string? WrongAt(Candidate candidate) => ModelState[NameOf(candidate)] is not { Errors: [var error, ..] } typed ? null
        : int.TryParse(typed.AttemptedValue, out _) ? error.ErrorMessage : "票数请填数字，如 9";

    protected override async Task Open(CancellationToken ct) => Shown = await count.Open(Id, ct);

    protected override void Fill() => Form.Version = Shown.Election.Version;

    public void OnGet() => Fill();

    public Task<IActionResult> OnPost(CancellationToken ct) => Save(
        () => count.Handle(Id, Form, ct),
        kept => Saved($"/meetings/{kept.Election.MeetingId}", $"{kept.Election.Outcome!.Result.Name()}。{kept.Changes}"));
}
