using Exemplar.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Exemplar.Platform.Security.Audit;

[Needs(SecurityCapability.ReadAudit)]
public sealed class AuditTrailPage(AuditTrail trail) : SlicePage
{
    [FromQuery] public AuditKind? Kind { get; set; }
    [FromQuery] public DateOnly? Day { get; set; }
    [FromQuery] public string? After { get; set; }
    public AuditTrail.View Shown { get; private set; } = null!;

    public IEnumerable<SelectListItem> Kinds => Enum.GetValues<AuditKind>().Select(k => new SelectListItem(k.Name(), k.ToString(), k == Kind));

    public string NextAddress(string after) => $"/audit{QueryString.Create(new Dictionary<string, string?> { ["Kind"] = Kind?.ToString(), ["Day"] = Day?.Iso(), ["After"] = after })}";

    protected override async Task Open(CancellationToken ct) => Shown = await trail.Show(new(Kind, Day, After), ct);

    public void OnGet() { }
}
