using Exemplar.Documents.Official;
using Exemplar.Platform.Web;
using Microsoft.AspNetCore.Mvc;

namespace Exemplar.Campaigns.Supervision;

[Needs(CampaignsCapability.Supervise)]
public sealed class SupervisionReportPage(SupervisionReport report) : SlicePage
{
    private (string Name, OfficialDocument Document) found;

    [FromRoute] public Guid Id { get; set; }

    protected override async Task Open(CancellationToken ct) => found = await report.Show(Id, ct);

    public IActionResult OnGet() => File(OfficialDocumentWriter.Write(found.Document), OfficialDocumentWriter.ContentType, $"{found.Name}.docx");
}
