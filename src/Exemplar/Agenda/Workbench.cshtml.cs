using Exemplar.Organization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Exemplar.Agenda;

/// <summary>The front door: the workbench for whoever is signed in, else the way in.</summary>
public sealed class WorkbenchPage(Actor actor, Workbench workbench, SetUp setUp, TimeProvider clock) : PageModel
{
    public Workbench.View? Shown { get; private set; }
    public DateOnly Today => clock.Today();

    public IActionResult OnPost() => LocalRedirect("/");

    public async Task<IActionResult> OnGet(CancellationToken ct)
    {
        if (!actor.IsSignedIn) return LocalRedirect(await setUp.IsDone(ct) ? "/sign-in" : "/set-up");
        Shown = await workbench.Show(ct);
        return Page();
    }
}
