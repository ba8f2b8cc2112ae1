using Exemplar.Documents.Sheets.Entry;
using Exemplar.Platform.Web;
using Microsoft.AspNetCore.Mvc;

namespace Exemplar.People.RosterSheets;

[Needs(PeopleCapability.Import)]
public sealed class IssueRosterSheetsPage(IssueRosterSheets issue) : SlicePage
{
    private const string Zip = "application/zip";

    [BindProperty(SupportsGet = true)] public List<Guid> Unit { get; set; } = [];
    private PackedBooks packed = null!;

    protected override async Task Open(CancellationToken ct) => packed = await issue.Show(Unit, ct);

    /// <summary>To look at: nobody is waited for.</summary>
    public IActionResult OnGet() => File(packed.Content, Zip, packed.Name);

    public async Task<IActionResult> OnPost(CancellationToken ct) => await issue.Handle(Unit, ct) is { Value: { } issued } ? File(issued.Content, Zip, issued.Name) : throw new NotFound(nameof(Unit));
}
