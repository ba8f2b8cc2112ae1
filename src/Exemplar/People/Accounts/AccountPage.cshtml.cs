using Exemplar.People.Accounts.Invitations;
using Exemplar.Platform.Web;
using Microsoft.AspNetCore.Mvc;

namespace Exemplar.People.Accounts;

[Needs(PeopleCapability.ViewAccounts)]
public sealed class AccountPageModel(AccountPage page, HouseAddress address) : SlicePage
{
    /// <summary>Where the next page finds the code of a fresh invitation, once, in a cookie that only the server can read: only that of its own account.</summary>
    public static string CodeOnce(Guid account) => $"CodeOnce:{account}";

    [FromRoute] public Guid Id { get; set; }
    public AccountPage.View Shown { get; private set; } = null!;
    public string? Code { get; private set; }

    /// <summary>Where an invitation is accepted.</summary>
    public string Address { get; private set; } = "";

    protected override async Task Open(CancellationToken ct) => (Shown, Address) = (await page.Show(Id, ct), $"{await address.Of(Request, ct)}/invitation");

    public void OnGet() => Code = TempData[CodeOnce(Id)] as string;
}
