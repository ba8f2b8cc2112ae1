using Exemplar.Platform.Security.Audit;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Exemplar.Platform.Security;

/// <summary>Ends this session, also to leave the PC to somebody else: the cookie, and every copy of it, is dead afterwards.</summary>
public sealed class SignOutPage(Actor actor, SecurityAudit audit) : PageModel
{
    /// <summary>Pressed was 换人: whoever comes next is asked who they are.</summary>
    [BindProperty] public bool Switch { get; set; }

    public IActionResult OnGet() => LocalRedirect("/");

    public async Task<IActionResult> OnPost()
    {
        TempData.Clear();   // a receipt that nobody read is not for whoever comes next
        await HttpContext.SignOutAsync(IdentityConstants.ApplicationScheme);
        if (actor.IsSignedIn) await audit.Note(SecurityEventKind.SignedOut, actor.Account.Id);
        return LocalRedirect(Switch ? "/sign-in?switched=true" : "/sign-in");
    }
}
