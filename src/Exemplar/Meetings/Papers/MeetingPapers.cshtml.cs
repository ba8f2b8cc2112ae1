using Exemplar.Documents.Official;
using Exemplar.Platform.Web;
using Microsoft.AspNetCore.Mvc;

namespace Exemplar.Meetings.Papers;

[Needs(MeetingsCapability.Read)]
public sealed class MeetingPapersPage(MeetingPapers papers) : SlicePage
{
    private (string Name, OfficialDocument Document) made;

    [FromRoute] public Guid Id { get; set; }
    [FromRoute] public string Paper { get; set; } = "";

    protected override async Task Open(CancellationToken ct) => made = await papers.Show(Id, Paper, ct);

    public IActionResult OnGet() => File(OfficialDocumentWriter.Write(made.Document), OfficialDocumentWriter.ContentType, $"{OfficialDocumentWriter.FileName(made.Name)}.docx");
}
