using Exemplar.Platform.Web;
using Microsoft.AspNetCore.Mvc;

namespace Exemplar.Meetings.Voting;

[Needs(MeetingsCapability.Record)]
public sealed class WithdrawVotePage(WithdrawVote withdraw) : FormPage<WithdrawVote.Form>
{
    [FromRoute] public Guid Id { get; set; }
    public Vote Vote { get; private set; } = null!;

    protected override async Task Open(CancellationToken ct) => (Vote, _) = await withdraw.Open(Id, ct);

    public void OnGet() { }

    public Task<IActionResult> OnPost(CancellationToken ct) => Save(
        () => withdraw.Handle(Id, Form, ct),
        vote => Saved($"/meetings/{vote.MeetingId}", "表决已撤销，原记录和原因保留；请记录正确的结果"));
}
