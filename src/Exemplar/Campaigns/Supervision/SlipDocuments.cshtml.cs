using Exemplar.Documents.Official;
using Exemplar.Platform.Web;
using Microsoft.AspNetCore.Mvc;

namespace Exemplar.Campaigns.Supervision;

/// <summary>One document comes as it is, several as a zip.</summary>
[Needs(CampaignsCapability.Supervise)]
public sealed class SlipDocumentsPage(SlipDocuments slips, TimeProvider clock) : SlicePage
{
    private IReadOnlyList<(string Name, OfficialDocument Document)> documents = [];

    [FromQuery(Name = "ids")] public List<Guid> Ids { get; set; } = [];

    protected override async Task Open(CancellationToken ct) => documents = await slips.Show(Ids, ct);

    public IActionResult OnGet()
    {
        if (documents.Count == 0) return Page();
        if (documents is [var only]) return File(OfficialDocumentWriter.Write(only.Document), OfficialDocumentWriter.ContentType, $"{only.Name}.docx");
        var zip = new MemoryStream();
        OfficialDocumentWriter.WriteAll(documents, zip);
        return File(zip.ToArray(), "application/zip", $"督办通知单 {clock.Today().Iso()}.zip");
    }
}
