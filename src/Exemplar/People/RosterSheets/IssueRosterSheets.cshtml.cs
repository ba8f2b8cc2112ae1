using Exemplar.Documents.Sheets.Entry;
using Exemplar.Platform.Web;
using Microsoft.AspNetCore.Mvc;

namespace Exemplar.People.RosterSheets;

[Needs(PeopleCapability.Import)]
public sealed class IssueRosterSheetsPage(IssueRosterSheets issue) : SlicePage
{
    [FromQuery] public List<Guid> Unit { get; set; } = [];
    private PackedBooks packed = null!;

    protected override async Task Open(CancellationToken ct) => packed = await issue.Show(Unit, ct);

    public IActionResult OnGet() => File(packed.Content, "application/zip", packed.Name);
}
