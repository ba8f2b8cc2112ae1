using System.Text;
using Exemplar.Platform.Web;
using Microsoft.AspNetCore.Mvc;

namespace Exemplar.Platform.Log.Sealing;

[Needs(RecordLogCapability.Read)]
public sealed class CheckpointPageModel(CheckpointPage page) : SlicePage
{
    [FromRoute] public int Number { get; set; }
    public CheckpointPage.View Shown { get; private set; } = null!;

    protected override async Task Open(CancellationToken ct) => Shown = await page.Show(Number, ct);

    public void OnGet() { }

    public IActionResult OnGetFile() => File(Encoding.UTF8.GetBytes(Shown.Checkpoint.Text), "text/plain; charset=utf-8", CheckpointFiles.NameOf(Number));
}
