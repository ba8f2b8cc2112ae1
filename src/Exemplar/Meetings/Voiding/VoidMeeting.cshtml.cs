using Exemplar.Platform.Web;
using Microsoft.AspNetCore.Mvc;

namespace Exemplar.Meetings.Voiding;

[Needs(MeetingsCapability.Record)]
public sealed class VoidMeetingPage(VoidMeeting voiding) : FormPage<VoidMeeting.Form>
{
    [FromRoute] public Guid Id { get; set; }
    public VoidMeeting.View Shown { get; private set; } = null!;

    protected override async Task Open(CancellationToken ct) => Shown = await voiding.Open(Id, ct);

    protected override void Fill() => Form.Version = Shown.Found.Meeting.Version;

    public void OnGet() => Fill();

    public Task<IActionResult> OnPost(CancellationToken ct) => Save(() => voiding.Handle(Id, Form, ct), done =>
        Saved($"/meetings/{Id}", string.Join('；', new[] { $"已作废：{done.Found.Name}，不再计入任何统计", done.Changes.InWords() }.Where(w => w.Length > 0))));
}
