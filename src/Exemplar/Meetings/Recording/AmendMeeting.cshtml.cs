using Exemplar.Platform.Web;
using Microsoft.AspNetCore.Mvc;

namespace Exemplar.Meetings.Recording;

[Needs(MeetingsCapability.Record)]
public sealed class AmendMeetingPage(AmendMeeting amend, RecordForms forms, TimeProvider clock) : RecordFormPage(forms, clock)
{
    public override bool Amends => true;

    protected override Task<RecordView> Find(DateOnly? day, CancellationToken ct) => amend.Open(Id, day, ct);

    public Task<IActionResult> OnPost(CancellationToken ct) => Save(() => amend.Handle(Id, Form, ct),
        recorded => Saved($"/meetings/{Id}", $"已修订：{recorded.Found.Name}，{recorded.InWords()}"));
}
