using Exemplar.Platform.Web;
using Microsoft.AspNetCore.Mvc;

namespace Exemplar.Meetings.Recording;

[Needs(MeetingsCapability.Sign)]
public sealed class SignMeetingPage(SignMeeting sign, MeetingPage page, Actor actor) : FormPage<SignMeeting.Form>
{
    [FromRoute] public Guid Id { get; set; }
    public MeetingPage.View Shown { get; private set; } = null!;
    public IReadOnlyList<string> Warnings { get; private set; } = [];
    public bool MaySignOnPaper { get; private set; }

    protected override async Task Open(CancellationToken ct)
    {
        var found = await sign.Open(Id, ct);
        Shown = await page.Show(Id, ct);
        Warnings = await sign.Warnings(found, ct);
        MaySignOnPaper = actor.May(MeetingsCapability.Record, found.Unit);
    }

    protected override void Fill() => Form = new() { Version = Shown.Found.Meeting.Version, ArchiveNumber = Shown.Found.Meeting.ArchiveNumber };

    public void OnGet() => Fill();

    public Task<IActionResult> OnPost(CancellationToken ct) => Save(() => sign.Handle(Id, Form, ct),
        found => Saved($"/meetings/{Id}", found.Meeting.State is MeetingState.Locked ? $"已签字并锁定：{found.Name}" : $"已签字：{found.Name}，等待另一位签字"));
}
