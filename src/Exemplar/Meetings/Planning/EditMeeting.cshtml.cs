using Exemplar.Platform.Web;
using Microsoft.AspNetCore.Mvc;

namespace Exemplar.Meetings.Planning;

[Needs(MeetingsCapability.Plan)]
public sealed class EditMeetingPage(EditMeeting edit) : FormPage<EditMeeting.Form>
{
    [FromRoute] public Guid Id { get; set; }
    public PlacedMeeting Found { get; private set; } = null!;

    protected override async Task Open(CancellationToken ct) => Found = await edit.Open(Id, ct);

    protected override void Fill()
    {
        var meeting = Found.Meeting;
        Form = new() { Version = meeting.Version, Place = meeting.Place, Topic = meeting.Topic, Agenda = string.Join('\n', meeting.Agenda.OrderBy(i => i.Number).Select(i => i.Title)) };
    }

    public void OnGet() => Fill();

    public Task<IActionResult> OnPost(CancellationToken ct) => Save(() => edit.Handle(Id, Form, ct), found => Saved($"/meetings/{Id}/notice",
        $"已修改安排：{found.Name}。通知文字也已更新{(found.Meeting.NoticedOn is { } on ? $"；原来的通知 {on.Month} 月 {on.Day} 日已经发出，请再发一次" : "")}"));
}
