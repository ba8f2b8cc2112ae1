using Exemplar.Documents.Official;
using Exemplar.Platform.Web;
using Microsoft.AspNetCore.Mvc;

namespace Exemplar.Meetings.Papers;

[Needs(MeetingsCapability.Read)]
public sealed class ElectionPaperPage(ElectionPaper paper) : SlicePage
{
    private (string Name, OfficialDocument Document) made;

    [FromRoute] public Guid Id { get; set; }

    protected override async Task Open(CancellationToken ct) => made = await paper.Show(Id, ct);

    public IActionResult OnGet() => File(OfficialDocumentWriter.Write(made.Document), OfficialDocumentWriter.ContentType, $"{OfficialDocumentWriter.FileName(made.Name)}.docx");
}
