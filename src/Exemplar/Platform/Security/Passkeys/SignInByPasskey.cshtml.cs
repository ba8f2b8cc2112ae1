using Exemplar.Platform.Web;
using Microsoft.AspNetCore.Mvc;

namespace Exemplar.Platform.Security.Passkeys;

public sealed class SignInByPasskeyPage(SignInByPasskey signIn) : FormPage<SignInByPasskey.Form>
{
    /// <summary>Holds the challenge, for the door alone, until it is answered once or five minutes are over.</summary>
    internal const string Cookie = "exemplar-passkey";

    [FromQuery] public string? Next { get; set; }

    /// <summary>Somebody has given a password before.</summary>
    [FromQuery] public bool Second { get; set; }

    /// <summary>404 where no browser would use a passkey.</summary>
    protected override Task Open(CancellationToken ct) => Request.TakesPasskeys() ? Task.CompletedTask : throw new NotFound("passkeys at this address");

    public IActionResult OnGet() => LocalRedirect($"/sign-in{QueryString.Create("next", Next ?? "/")}");

    /// <summary>What the script asks the device.</summary>
    public async Task<IActionResult> OnPostAsk()
    {
        var offer = await signIn.Ask(Second);
        Response.Cookies.Append(Cookie, offer.Challenge, Kept);
        return Content(offer.Options, "application/json");
    }

    public Task<IActionResult> OnPost(CancellationToken ct)
    {
        var challenge = Request.Cookies[Cookie];
        Response.Cookies.Delete(Cookie, Kept);
        return Save(() => signIn.Handle(Form, challenge, ct), account =>
        {
            TempData.Clear();   // receipts of whoever sat here before
            return LocalRedirect(WayIn.To(account, Next, Url));
        });
    }

    private CookieOptions Kept => new() { HttpOnly = true, SameSite = SameSiteMode.Strict, Secure = Request.IsHttps, Path = "/sign-in", MaxAge = PasskeyChallenges.Last };
}
