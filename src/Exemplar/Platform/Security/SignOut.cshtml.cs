using Exemplar.Platform.Security.Audit;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Exemplar.Platform.Security;

/// <summary>Ends this session: the cookie, and every copy of it, is dead afterwards.</summary>
public sealed class SignOutPage(Actor actor, SecurityAudit audit) : PageModel
{
    public IActionResult OnGet() => LocalRedirect("/");

    public async Task<IActionResult> OnPost()
    {
        TempData.Clear();   // a receipt that nobody read is not for whoever comes next
        await HttpContext.SignOutAsync(IdentityConstants.ApplicationScheme);
        if (actor.IsSignedIn) await audit.Note(SecurityEventKind.SignedOut, actor.Account.Id);
        return LocalRedirect("/sign-in");
    }
}
