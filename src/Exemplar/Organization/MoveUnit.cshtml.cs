using Exemplar.Platform.Web;
using Microsoft.AspNetCore.Mvc;

namespace Exemplar.Organization;

[Needs(OrganizationCapability.Change)]
public sealed class MoveUnitPage(MoveUnit move) : FormPage<MoveUnit.Form>
{
    [FromRoute] public Guid Id { get; set; }

    /// <summary>The unit that was chosen, so that what follows can be looked at before it is done.</summary>
    [FromQuery] public Guid? To { get; set; }
    public MoveUnit.View Found { get; private set; } = null!;

    protected override async Task Open(CancellationToken ct) => Found = await move.Open(Id, To ?? Form.Parent, ct);

    protected override void Fill() => (Form.Version, Form.Parent) = (Found.Unit.Version, Found.Preview?.Parent.Id);

    public void OnGet() => Fill();

    public Task<IActionResult> OnPost(CancellationToken ct) =>
        Save(() => move.Handle(Id, Form, ct), unit => Saved($"/units/{Id}", $"已移到新的上级下面：{unit.Name}"));
}
