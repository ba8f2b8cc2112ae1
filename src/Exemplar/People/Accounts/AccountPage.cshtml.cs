using Exemplar.Platform.Web;
using Microsoft.AspNetCore.Mvc;

namespace Exemplar.People.Accounts;

[Needs(PeopleCapability.ViewAccounts)]
public sealed class AccountPageModel(AccountPage page) : SlicePage
{
    /// <summary>Where the next page finds the initial password: only that of its own account.</summary>
    public static string PasswordOnce(Guid account) => $"PasswordOnce:{account}";

    [FromRoute] public Guid Id { get; set; }
    public AccountPage.View Shown { get; private set; } = null!;
    public string? Password { get; private set; }

    protected override async Task Open(CancellationToken ct) => Shown = await page.Show(Id, ct);

    public void OnGet() => Password = TempData[PasswordOnce(Id)] as string;
}
