using Exemplar.Platform.Web;
using Microsoft.AspNetCore.Mvc;

namespace Exemplar.Agenda.Paste;

[Needs(AgendaCapability.Paste)]
public sealed class PasteAnythingPage(PasteAnything paste) : FormPage<PasteAnything.Form>
{
    /// <summary>What it is taken for; null until something was pasted.</summary>
    public PasteAnything.View? Shown { get; private set; }

    protected override Task Open(CancellationToken ct)
    {
        paste.Open();
        return Task.CompletedTask;
    }

    public void OnGet() { }

    /// <summary>Looks at the text and shows the page again: nothing is kept, so there is nowhere to lead to.</summary>
    public async Task<IActionResult> OnPost(CancellationToken ct)
    {
        if (ModelState.IsValid) Shown = await paste.Read(Form.Pasted!, ct);
        else Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }
}
