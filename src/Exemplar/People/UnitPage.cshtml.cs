using Exemplar.Organization;
using Exemplar.Platform.Web;
using Microsoft.AspNetCore.Mvc;

namespace Exemplar.People;

[Needs(OrganizationCapability.View)]
public sealed class UnitPageModel(UnitPage page) : SlicePage
{
    [FromRoute] public Guid Id { get; set; }
    public UnitPage.View Shown { get; private set; } = null!;

    protected override async Task Open(CancellationToken ct) => Shown = await page.Show(Id, ct);

    public void OnGet() { }
}
