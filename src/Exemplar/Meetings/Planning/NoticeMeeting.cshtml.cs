using Exemplar.Platform.Web;
using Microsoft.AspNetCore.Mvc;

namespace Exemplar.Meetings.Planning;

[Needs(MeetingsCapability.Plan)]
public sealed class NoticeMeetingPage(NoticeMeeting notice) : FormPage<NoticeMeeting.Form>
{
    [FromRoute] public Guid Id { get; set; }
    public NoticeMeeting.View Shown { get; private set; } = null!;

    protected override async Task Open(CancellationToken ct) => Shown = await notice.Open(Id, ct);

    protected override void Fill() => Form.Version = Shown.Found.Meeting.Version;

    public void OnGet() => Fill();

    public Task<IActionResult> OnPost(CancellationToken ct) => Save(() => notice.Handle(Id, Form, ct), found => Saved($"/meetings/{Id}", $"已记下：{found.Name}的通知已发出"));
}
