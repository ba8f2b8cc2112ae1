using Exemplar.Platform.Web;
using Microsoft.AspNetCore.Mvc;

namespace Exemplar.Meetings;

[Needs(MeetingsCapability.View)]
public sealed class MeetingPageModel(MeetingPage page) : SlicePage
{
    [FromRoute] public Guid Id { get; set; }
    public MeetingPage.View Shown { get; private set; } = null!;

    protected override async Task Open(CancellationToken ct) => Shown = await page.Show(Id, ct);

    public void OnGet() { }
}
