using Exemplar.Platform.Web;
using Microsoft.AspNetCore.Mvc;

namespace Exemplar.Documents.Templates;

[Needs(FormsCapability.Fill)]
public sealed class RemoveFormPage(RemoveForm remove) : FormPage<RemoveForm.Form>
{
    [FromRoute] public Guid Id { get; set; }
    public RemoveForm.View Shown { get; private set; } = null!;

    protected override async Task Open(CancellationToken ct) => Shown = await remove.Open(Id, ct);

    protected override void Fill() => Form.Version = Shown.Template.Version;

    public void OnGet() => Fill();

    public Task<IActionResult> OnPost(CancellationToken ct) => Save(() => remove.Handle(Id, Form, ct), template => Saved("/forms", $"已移除《{template.Title}》。同样的空表再交进来，还认得。"));
}
