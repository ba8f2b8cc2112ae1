using Exemplar.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Exemplar.People.Accounts.Proposals;

[Needs(PeopleCapability.ApproveGrants)]
public sealed class DecideProposalPage(DecideProposal decide) : FormPage<DecideProposal.Form>
{
    [FromRoute] public Guid Id { get; set; }
    public DecideProposal.View Found { get; private set; } = null!;

    public IEnumerable<SelectListItem> Decisions =>
        Enum.GetValues<ProposalDecision>().Where(d => d is ProposalDecision.Withdrawn == Found.IsOwn).Select(d => new SelectListItem(d.Name(), $"{d}"));

    protected override async Task Open(CancellationToken ct) => Found = await decide.Open(Id, ct);

    public void OnGet() { }

    public Task<IActionResult> OnPost(CancellationToken ct) => Save(
        () => decide.Handle(Id, Form, ct),
        found => Saved("/grants/proposals", $"已{found.Proposal.Decision!.Value.Name()}：{found.Account.UserName}，{found.Proposal.What}{found.Proposal.Role.Name()}"));
}
