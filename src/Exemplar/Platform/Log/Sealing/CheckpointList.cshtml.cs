using Exemplar.Platform.Web;
using Microsoft.AspNetCore.Mvc;

namespace Exemplar.Platform.Log.Sealing;

[Needs(RecordLogCapability.Read)]
public sealed class CheckpointListPage(CheckpointList list) : SlicePage
{
    [FromQuery] public int? Before { get; set; }
    public CheckpointList.View Shown { get; private set; } = null!;

    protected override async Task Open(CancellationToken ct) => Shown = await list.Show(Before, ct);

    public void OnGet() { }
}
