using Exemplar.Platform.Web;

namespace Exemplar.People.Accounts.Proposals;

[Needs(PeopleCapability.ViewAccounts)]
public sealed class ProposalListPage(ProposalList list) : SlicePage
{
    public ProposalList.View Shown { get; private set; } = null!;

    protected override async Task Open(CancellationToken ct) => Shown = await list.Show(ct);

    public void OnGet() { }
}
