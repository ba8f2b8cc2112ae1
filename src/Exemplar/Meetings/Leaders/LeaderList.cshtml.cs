using Exemplar.Platform.Web;
using Microsoft.AspNetCore.Mvc;

namespace Exemplar.Meetings.Leaders;

[Needs(MeetingsCapability.ViewLeaders)]
public sealed class LeaderListPage(LeaderList list) : SlicePage
{
    [FromQuery] public int? Year { get; set; }
    public LeaderList.View Shown { get; private set; } = null!;

    protected override async Task Open(CancellationToken ct) => Shown = await list.Show(Year, ct);

    public void OnGet() { }
}
