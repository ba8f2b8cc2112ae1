using Exemplar.Platform.Web;
using Microsoft.AspNetCore.Mvc;

namespace Exemplar.People.Accounts;

[Needs(PeopleCapability.OpenAccounts)]
public sealed class ResetPasswordPage(ResetPassword reset) : FormPage<ResetPassword.Form>
{
    [FromRoute] public Guid Id { get; set; }
    public Account Account { get; private set; } = null!;

    protected override async Task Open(CancellationToken ct) => Account = await reset.Open(Id, ct);

    public void OnGet() { }

    public Task<IActionResult> OnPost(CancellationToken ct) => Save(
        () => reset.Handle(Id, Form, ct),
        done =>
        {
            TempData[AccountPageModel.CodeOnce(Id)] = done.Code;
            return Saved($"/accounts/{Id}", $"已发出邀请：{done.Account.UserName}");
        });
}
