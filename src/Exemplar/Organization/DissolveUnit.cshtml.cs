using Exemplar.Platform.Web;
using Microsoft.AspNetCore.Mvc;

namespace Exemplar.Organization;

[Needs(OrganizationCapability.Change)]
public sealed class DissolveUnitPage(DissolveUnit dissolve) : FormPage<DissolveUnit.Form>
{
    [FromRoute] public Guid Id { get; set; }
    public Unit Unit { get; private set; } = null!;

    protected override async Task Open(CancellationToken ct) => Unit = await dissolve.Open(Id, ct);

    protected override void Fill() => Form.Version = Unit.Version;

    public void OnGet() => Fill();

    public Task<IActionResult> OnPost(CancellationToken ct) =>
        Save(() => dissolve.Handle(Id, Form, ct), unit => Saved("/units", $"已撤销：{unit.Name}"));
}
