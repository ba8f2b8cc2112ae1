using Exemplar.Platform.Web;
using Microsoft.AspNetCore.Mvc;

namespace Exemplar.Organization;

[Needs(OrganizationCapability.Change)]
public sealed class AddUnitPage(AddUnit add) : FormPage<AddUnit.Form>
{
    [FromRoute] public Guid ParentId { get; set; }
    public Unit Parent { get; private set; } = null!;

    protected override async Task Open(CancellationToken ct) => Parent = await add.Open(ParentId, ct);

    public void OnGet() { }

    public Task<IActionResult> OnPost(CancellationToken ct) =>
        Save(() => add.Handle(ParentId, Form, ct), unit => Saved($"/units/{unit.Id}", $"已设立：{unit.Name}。接着可以登记任职、编入人员。"));
}
