using Exemplar.Platform.Web;
using Microsoft.AspNetCore.Mvc;

namespace Exemplar.Platform.Security;

public sealed class SignInPage(SignIn signIn, RememberedNames remembered) : FormPage<SignIn.Form>
{
    [FromQuery] public string? Next { get; set; }

    /// <summary>Somebody has just left the PC to somebody else.</summary>
    [FromQuery] public bool Switched { get; set; }

    /// <summary>Which of the remembered names: by its place in the list, for addresses are kept where names should not be.</summary>
    [FromQuery] public int? Pick { get; set; }

    public IReadOnlyList<RememberedNames.Entry> Names { get; private set; } = [];
    public RememberedNames.Entry? Picked { get; private set; }

    protected override Task Open(CancellationToken ct)
    {
        Names = remembered.Of(Request);
        return Task.CompletedTask;
    }

    public void OnGet()
    {
        if (Pick is not { } place || Names.ElementAtOrDefault(place) is not { } picked) return;
        (Picked, Form.UserName, Form.Remember) = (picked, picked.UserName, true);
    }

    public Task<IActionResult> OnPost(CancellationToken ct) => Save(
        () => signIn.Handle(Form, ct),
        passed =>
        {
            TempData.Clear();   // receipts of whoever sat here before
            if (Form.Remember) remembered.Remember(HttpContext, passed.Account.UserName!, passed.Name);
            else remembered.Forget(HttpContext, passed.Account.UserName!);
            return LocalRedirect(passed.OwesCode ? $"/sign-in/code{QueryString.Create("next", WayIn.To(passed.Account, Next, Url))}" : WayIn.To(passed.Account, Next, Url));
        });

    /// <summary>Takes one name off the list of this PC.</summary>
    public IActionResult OnPostForget(string? name)
    {
        remembered.Forget(HttpContext, name ?? "");
        return LocalRedirect($"/sign-in{QueryString.Create("next", Next ?? "/")}");
    }
}

/// <summary>Where somebody goes who has just come in.</summary>
internal static class WayIn
{
    /// <param name="next">Where they wanted to go; never out of the house.</param>
    public static string To(Account account, string? next, IUrlHelper urls) =>
        account.MustChangePassword ? "/password" : urls.IsLocalUrl(next) && next!.All(char.IsAscii) ? next! : "/";
}
