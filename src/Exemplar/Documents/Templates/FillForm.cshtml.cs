using Exemplar.Platform.Web;
using Microsoft.AspNetCore.Mvc;

namespace Exemplar.Documents.Templates;

[Needs(FormsCapability.Fill)]
public sealed class FillFormPage(FillForm fill) : FormPage<FillForm.Form>
{
    [FromRoute] public Guid Id { get; set; }
    public FillForm.View Shown { get; private set; } = null!;

    protected override async Task Open(CancellationToken ct) => Shown = await fill.Open(Id, ct);

    public IActionResult OnGet() => Shown.Template.IsPointed ? Page() : LocalRedirect($"/forms/{Id}/point");

    public Task<IActionResult> OnPost(CancellationToken ct) => Save(() => fill.Handle(Id, Form, ct), filled => File(filled.Content, "application/octet-stream", filled.Name));
}
