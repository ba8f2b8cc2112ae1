using Exemplar.Platform.Web;
using Microsoft.AspNetCore.Mvc;

namespace Exemplar.Meetings.Recording;

[Needs(MeetingsCapability.Record)]
public sealed class RecordMeetingPage(RecordMeeting record, RecordForms forms, TimeProvider clock) : RecordFormPage(forms, clock)
{
    private readonly TimeProvider clock = clock;

    /// <summary>It was held before the day for which it is planned.</summary>
    [FromQuery] public bool Early { get; set; }

    public override bool Amends => false;

    /// <summary>Its day has not come: what is filled in now could not be kept.</summary>
    public bool IsAhead => !Early && HttpMethods.IsGet(Request.Method) && Shown.Found.Meeting is { State: MeetingState.Planned } meeting && meeting.HeldOn > clock.Today();

    protected override Task<RecordView> Find(DateOnly? day, CancellationToken ct) => record.Open(Id, day, ct);

    public override async Task<IActionResult> OnGet(CancellationToken ct) =>
        Shown.Found.Meeting.IsClosed(Shown.Found.Kind, clock.Today()) ? LocalRedirect($"/meetings/{Id}/amend") : await base.OnGet(ct);

    public Task<IActionResult> OnPost(CancellationToken ct) => Save(() => record.Handle(Id, Form, ct),
        recorded => Saved($"/meetings/{Id}", $"已记录：{recorded.Found.Name}，{recorded.InWords()}"));
}
