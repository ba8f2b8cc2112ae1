using Exemplar.Platform.Web;
using Microsoft.AspNetCore.Mvc;

namespace Exemplar.People.Accounts;

[Needs(PeopleCapability.SecureAccounts)]
public sealed class ResetFactorPage(ResetFactor reset) : FormPage<ResetFactor.Form>
{
    [FromRoute] public Guid Id { get; set; }
    public Account Account { get; private set; } = null!;

    protected override async Task Open(CancellationToken ct) => Account = await reset.Open(Id, ct);

    public void OnGet() { }

    public Task<IActionResult> OnPost(CancellationToken ct) => Save(
        () => reset.Handle(Id, Form, ct),
        account => Saved($"/accounts/{Id}", $"已重置动态口令和通行密钥：{account.UserName}"));
}
