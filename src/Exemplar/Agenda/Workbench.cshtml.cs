using Exemplar.Organization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Exemplar.Agenda;

public sealed class WorkbenchPage(Actor actor, SetUp setUp) : PageModel
{
    public async Task<IActionResult> OnGet(CancellationToken ct)
    {
        if (actor.IsSignedIn) return actor.Account.MustChangePassword ? LocalRedirect("/password") : Page();
        return LocalRedirect(await setUp.IsDone(ct) ? "/sign-in" : "/set-up");
    }
}
