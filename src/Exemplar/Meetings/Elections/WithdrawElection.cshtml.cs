using Exemplar.Platform.Web;
using Microsoft.AspNetCore.Mvc;

namespace Exemplar.Meetings.Elections;

[Needs(MeetingsCapability.Record)]
public sealed class WithdrawElectionPage(WithdrawElection withdraw) : FormPage<WithdrawElection.Form>
{
    [FromRoute] public Guid Id { get; set; }
    public Election Election { get; private set; } = null!;

    protected override async Task Open(CancellationToken ct) => (Election, _) = await withdraw.Open(Id, ct);

    public void OnGet() { }

    public Task<IActionResult> OnPost(CancellationToken ct) => Save(
        () => withdraw.Handle(Id, Form, ct),
        election => Saved($"/meetings/{election.MeetingId}", "选举记录已撤销，原记录和原因保留"));
}
