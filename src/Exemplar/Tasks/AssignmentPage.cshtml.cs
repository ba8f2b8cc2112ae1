using System.Security.Claims;
using Exemplar.Platform.Web;
using Microsoft.AspNetCore.Mvc;

namespace Exemplar.Tasks;

[Needs(TasksCapability.View)]
public sealed class AssignmentPageModel(AssignmentPage page) : SlicePage
{
    [FromRoute] public Guid Id { get; set; }
    public AssignmentPage.View Shown { get; private set; } = null!;

    /// <summary>The same draft as on the report form's own page.</summary>
    public string ReportDraft => $"draft:{User.FindFirstValue(ClaimTypes.NameIdentifier)}:{Request.Path}/report";

    protected override async Task Open(CancellationToken ct) => Shown = await page.Show(Id, ct);

    public void OnGet() { }
}
