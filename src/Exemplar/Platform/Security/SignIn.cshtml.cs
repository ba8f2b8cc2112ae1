using Exemplar.Platform.Web;
using Microsoft.AspNetCore.Mvc;

namespace Exemplar.Platform.Security;

public sealed class SignInPage(SignIn signIn) : FormPage<SignIn.Form>
{
    [FromQuery] public string? Next { get; set; }

    protected override Task Open(CancellationToken ct) => Task.CompletedTask;

    public void OnGet() { }

    public Task<IActionResult> OnPost() => Save(
        () => signIn.Handle(Form),
        account => Enter(account.MustChangePassword ? "/password" : Url.IsLocalUrl(Next) && Next!.All(char.IsAscii) ? Next! : "/"));

    private LocalRedirectResult Enter(string address)
    {
        TempData.Clear();   // receipts of whoever sat here before
        return LocalRedirect(address);
    }
}
