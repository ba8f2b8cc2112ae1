using Exemplar.Platform.Web;
using Microsoft.AspNetCore.Mvc;

namespace Exemplar.Meetings.Matters;

[Needs(MeetingsCapability.Read)]
public sealed class MatterListPage(MatterList list) : SlicePage
{
    [FromQuery] public Guid? Unit { get; set; }
    public MatterList.View Shown { get; private set; } = null!;

    protected override async Task Open(CancellationToken ct) => Shown = await list.Show(Unit, ct);

    public void OnGet() { }
}
