using Exemplar.Platform.Files;
using Exemplar.Platform.Web;
using Microsoft.AspNetCore.Mvc;

namespace Exemplar.Tasks;

/// <summary>Downloads a file of an assignment: always as an attachment, so that nothing in it runs here.</summary>
[Needs(TasksCapability.View)]
public sealed class AssignmentFilePage(AssignmentPage page, FileStore files) : SlicePage
{
    private StoredFile file = null!;

    [FromRoute] public Guid Id { get; set; }
    [FromRoute] public Guid FileId { get; set; }

    protected override async Task Open(CancellationToken ct) => file = await page.FindFile(Id, FileId, ct);

    public IActionResult OnGet() => File(files.Open(file), "application/octet-stream", file.Name);
}
