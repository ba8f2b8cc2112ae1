using Exemplar.Meetings.Voting;
using Exemplar.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Exemplar.Meetings.Elections;

[Needs(MeetingsCapability.Record)]
public sealed class PrepareElectionPage(PrepareElection prepare) : FormPage<PrepareElection.Form>
{
    [FromRoute] public Guid Id { get; set; }

    /// <summary>The election that this one follows: a tie, open seats, a void one.</summary>
    [FromQuery] public Guid? After { get; set; }
    public PrepareElection.View Shown { get; private set; } = null!;
    public IEnumerable<SelectListItem> Kinds => Election.KindsIn(Shown.Placed.Meeting.Kind).Select(k => new SelectListItem(k.Name(), k.ToString()));

    /// <summary>Namesakes stay apart by their order only, so each gets a number.</summary>
    public IEnumerable<SelectListItem> People => Shown.Eligible.GroupBy(e => e.Name)
        .SelectMany(same => same.Select((e, n) => new SelectListItem(same.Count() == 1 ? e.Name : $"{e.Name}（{n + 1}）", e.PersonId.ToString())));

    protected override async Task Open(CancellationToken ct) => Shown = await prepare.Open(Id, ct);

    public IEnumerable<SelectListItem> Items => Shown.Placed.Meeting.Agenda.OrderBy(i => i.Number).Select(i => new SelectListItem($"{i.Number}. {i.Title}", i.Id.ToString()));

    public bool AsksWhyFew => Form.FewCandidatesFor is { Length: > 0 } || ModelState.GetFieldValidationState("Form.FewCandidatesFor") is ModelValidationState.Invalid;

    public async Task OnGet(CancellationToken ct) => Form = await prepare.Fill(Shown.Placed, After, ct);

    public Task<IActionResult> OnPost(CancellationToken ct) => Save(
        () => prepare.Handle(Id, Form, ct),
        election => Saved($"/elections/{election.Id}/count", $"选举已准备：{election.Post}，应选 {election.Seats} 名，候选人 {election.Candidates.Count} 名"));
}
