using Exemplar.Platform.Web;
using Microsoft.AspNetCore.Mvc;

namespace Exemplar.Organization;

[Needs(OrganizationCapability.Change)]
public sealed class AddUnitPage(AddUnit add) : FormPage<AddUnit.Form>
{
    [FromRoute] public Guid ParentId { get; set; }
    /// <summary>Where the setting up was asked for; the page leads back there.</summary>
    [FromQuery] public string? Back { get; set; }

    /// <summary>What is wanted there.</summary>
    [FromQuery] public UnitKind? Kind { get; set; }
    [FromQuery] public string? Name { get; set; }
    public Unit Parent { get; private set; } = null!;

    protected override async Task Open(CancellationToken ct) => Parent = await add.Open(ParentId, ct);

    public void OnGet() => (Form.Kind, Form.Name) = (Kind, Name ?? "");

    public Task<IActionResult> OnPost(CancellationToken ct) =>
        Save(() => add.Handle(ParentId, Form, ct), unit => Url.IsLocalUrl(Back) ? Saved(Back!, $"已设立：{unit.Name}") : Saved($"/units/{unit.Id}", $"已设立：{unit.Name}。接着可以登记任职、编入人员。"));
}
