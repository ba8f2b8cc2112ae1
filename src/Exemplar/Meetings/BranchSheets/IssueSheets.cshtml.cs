using Exemplar.Documents.Sheets.Entry;
using Exemplar.Platform.Web;
using Microsoft.AspNetCore.Mvc;

namespace Exemplar.Meetings.BranchSheets;

[Needs(MeetingsCapability.Record)]
public sealed class IssueSheetsPage(IssueSheets issue) : SlicePage
{
    [FromQuery] public string? Period { get; set; }
    private PackedBooks packed = null!;

    protected override async Task Open(CancellationToken ct) => packed = await issue.Show(Period, ct);

    public IActionResult OnGet() => File(packed.Content, "application/zip", packed.Name);
}
