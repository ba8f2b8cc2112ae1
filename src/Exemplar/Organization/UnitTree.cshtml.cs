using Exemplar.Platform.Web;
using Microsoft.AspNetCore.Mvc;

namespace Exemplar.Organization;

[Needs(OrganizationCapability.View)]
public sealed class UnitTreePage(UnitTree tree) : SlicePage
{
    [FromQuery] public bool All { get; set; }
    public UnitTree.View Shown { get; private set; } = null!;

    protected override async Task Open(CancellationToken ct) => Shown = await tree.Show(All, ct);

    public void OnGet() { }
}
