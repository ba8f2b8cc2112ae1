using Exemplar.Platform.Web;
using Microsoft.AspNetCore.Mvc;

namespace Exemplar.Platform.Security;

public sealed class SignInPage(SignIn signIn) : FormPage<SignIn.Form>
{
    [FromQuery] public string? Next { get; set; }

    protected override Task Open(CancellationToken ct) => Task.CompletedTask;

    public void OnGet() { }

    public Task<IActionResult> OnPost(CancellationToken ct) => Save(
        () => signIn.Handle(Form, ct),
        passed =>
        {
            TempData.Clear();   // receipts of whoever sat here before
            return LocalRedirect(passed.OwesCode ? $"/sign-in/code{QueryString.Create("next", WayIn.To(passed.Account, Next, Url))}" : WayIn.To(passed.Account, Next, Url));
        });
}

/// <summary>Where somebody goes who has just come in.</summary>
internal static class WayIn
{
    /// <param name="next">Where they wanted to go; never out of the house.</param>
    public static string To(Account account, string? next, IUrlHelper urls) =>
        account.MustChangePassword ? "/password" : urls.IsLocalUrl(next) && next!.All(char.IsAscii) ? next! : "/";
}
