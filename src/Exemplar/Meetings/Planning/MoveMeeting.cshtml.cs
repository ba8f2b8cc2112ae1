using Exemplar.Platform.Web;
using Microsoft.AspNetCore.Mvc;

namespace Exemplar.Meetings.Planning;

[Needs(MeetingsCapability.Plan)]
public sealed class MoveMeetingPage(MoveMeeting move) : FormPage<MoveMeeting.Form>
{
    [FromRoute] public Guid Id { get; set; }
    public PlacedMeeting Found { get; private set; } = null!;

    protected override async Task Open(CancellationToken ct) => Found = await move.Open(Id, ct);

    protected override void Fill()
    {
        var meeting = Found.Meeting;
        Form = new() { Version = meeting.Version, HeldOn = meeting.HeldOn, StartsAt = meeting.StartsAt, Place = meeting.Place };
    }

    public void OnGet() => Fill();

    public Task<IActionResult> OnPost(CancellationToken ct) => Save(() => move.Handle(Id, Form, ct),
        found => Saved($"/meetings/{Id}", $"已改期：{found.Name}。通知文字也已更新，请再发一次"));
}
