using Exemplar.Platform.Web;
using Microsoft.AspNetCore.Mvc;

namespace Exemplar.Meetings.Planning;

[Needs(MeetingsCapability.Plan)]
public sealed class CallOffMeetingPage(CallOffMeeting callOff) : FormPage<CallOffMeeting.Form>
{
    [FromRoute] public Guid Id { get; set; }
    public PlacedMeeting Found { get; private set; } = null!;

    protected override async Task Open(CancellationToken ct) => Found = await callOff.Open(Id, ct);

    protected override void Fill() => Form.Version = Found.Meeting.Version;

    public void OnGet() => Fill();

    public Task<IActionResult> OnPost(CancellationToken ct) => Save(() => callOff.Handle(Id, Form, ct), found => Saved($"/meetings/{Id}", $"已取消：{found.Name}"));
}
