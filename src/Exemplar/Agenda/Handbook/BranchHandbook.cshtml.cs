using Exemplar.Documents.Official;
using Exemplar.Platform.Web;
using Microsoft.AspNetCore.Mvc;

namespace Exemplar.Agenda.Handbook;

[Needs(AgendaCapability.PrintHandbook)]
public sealed class BranchHandbookPage(BranchHandbook handbook) : SlicePage
{
    private (string Name, OfficialDocument Document) made;

    [FromRoute] public Guid Id { get; set; }
    [FromRoute] public int Year { get; set; }

    protected override async Task Open(CancellationToken ct) => made = await handbook.Show(Id, Year, ct);

    public IActionResult OnGet() => File(OfficialDocumentWriter.Write(made.Document), OfficialDocumentWriter.ContentType, $"{OfficialDocumentWriter.FileName(made.Name)}.docx");
}
