using Exemplar.Platform.Web;
using Microsoft.AspNetCore.Mvc;

namespace Exemplar.Organization;

[Needs(OrganizationCapability.Change)]
public sealed class EditUnitPage(EditUnit edit) : FormPage<EditUnit.Form>
{
    [FromRoute] public Guid Id { get; set; }
    public Unit Unit { get; private set; } = null!;
    public int BelowWithoutStart { get; private set; }

    protected override async Task Open(CancellationToken ct)
    {
        Unit = await edit.Open(Id, ct);
        BelowWithoutStart = await edit.BelowWithoutStart(Unit, ct);
    }

    protected override async Task FillAsync(CancellationToken ct) => Form = await edit.Fill(Unit, ct);

    public Task OnGet(CancellationToken ct) => FillAsync(ct);

    public Task<IActionResult> OnPost(CancellationToken ct) =>
        Save(() => edit.Handle(Id, Form, ct), unit => Saved($"/units/{Id}", $"已保存：{unit.Name}"));
}
