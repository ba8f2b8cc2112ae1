using Exemplar.Platform.Web;
using Microsoft.AspNetCore.Mvc;

namespace Exemplar.People.Accounts;

[Needs(PeopleCapability.ViewAccounts)]
public sealed class AccountListPage(AccountList list) : SlicePage
{
    [FromQuery] public string? Name { get; set; }
    [FromQuery] public string? After { get; set; }
    public AccountList.View Shown { get; private set; } = null!;

    protected override async Task Open(CancellationToken ct) => Shown = await list.Show(Name, After, ct);

    public void OnGet() { }
}
