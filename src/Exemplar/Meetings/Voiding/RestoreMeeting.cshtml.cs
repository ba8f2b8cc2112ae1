using Exemplar.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Exemplar.Meetings.Voiding;

[Needs(MeetingsCapability.Record)]
public sealed class RestoreMeetingPage(RestoreMeeting restore) : FormPage<RestoreMeeting.Form>
{
    [FromRoute] public Guid Id { get; set; }
    public PlacedMeeting Found { get; private set; } = null!;
    public bool AsksSameDay => Form.SameDayToo || ModelState.GetFieldValidationState("Form.SameDayToo") is ModelValidationState.Invalid;

    protected override async Task Open(CancellationToken ct) => Found = await restore.Open(Id, ct);

    protected override void Fill() => Form.Version = Found.Meeting.Version;

    public void OnGet() => Fill();

    public Task<IActionResult> OnPost(CancellationToken ct) => Save(() => restore.Handle(Id, Form, ct), done =>
        Saved($"/meetings/{Id}", string.Join('；', new[] { $"已恢复：{done.Found.Name}", done.Changes.InWords() }.Where(w => w.Length > 0))));
}
