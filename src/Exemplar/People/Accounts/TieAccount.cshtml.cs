using Exemplar.Platform.Web;
using Microsoft.AspNetCore.Mvc;

namespace Exemplar.People.Accounts;

[Needs(PeopleCapability.OpenAccounts)]
public sealed class TieAccountPage(TieAccount tie) : FormPage<TieAccount.Form>
{
    [FromRoute] public Guid Id { get; set; }
    [FromQuery] public string? Name { get; set; }
    public TieAccount.View Shown { get; private set; } = null!;

    protected override async Task Open(CancellationToken ct) => Shown = await tie.Open(Id, Name, ct);

    public void OnGet() { }

    public Task<IActionResult> OnPost(CancellationToken ct) => Save(
        () => tie.Handle(Id, Form, ct),
        account => Saved($"/accounts/{account.Id}", $"{account.UserName} 已归到{Shown.People.FirstOrDefault(p => p.Id == account.PersonId)?.Text ?? "个人"}"));
}
