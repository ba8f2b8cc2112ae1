using Exemplar.Platform.Web;
using Microsoft.AspNetCore.Mvc;

namespace Exemplar.Meetings.Planning;

[Needs(MeetingsCapability.Plan)]
public sealed class PlanMeetingPage(PlanMeeting plan, TimeProvider clock) : FormPage<PlanMeeting.Form>
{
    /// <summary>Fills the choice in, from a link that knows what is missing.</summary>
    [FromQuery] public Guid? Unit { get; set; }
    [FromQuery] public string? Kind { get; set; }

    /// <summary>Recorded at once after this form.</summary>
    [BindProperty] public bool Held { get; set; }

    public MeetingPlaces Places { get; private set; } = null!;

    /// <summary>The notice that the form was filled from; null otherwise.</summary>
    public string? Notice { get; private set; }

    protected override async Task Open(CancellationToken ct) => Places = await plan.Open(ct);

    public void OnGet()
    {
        if (Unit is { } unit && Kind is not null) Form.What = MeetingPlaces.Key(unit, Kind);
        if (Places.Find(Form.What) is var (_, kind)) Form.Agenda = string.Join('\n', kind.Agenda);
    }

    /// <summary>Somebody pasted a notice elsewhere: what it says of the meeting is filled in, nothing is kept.</summary>
    public IActionResult OnPostPaste([FromForm(Name = "Form.Pasted")] string? pasted)
    {
        ModelState.Clear();
        var notice = MeetingNotice.Read(pasted ?? "", clock.Today());
        (Form.What, Form.HeldOn, Form.StartsAt, Form.EndsAt) = (notice.Choice(Places), notice.On, notice.StartsAt, notice.EndsAt);
        (Form.Place, Form.Topic, Form.Agenda) = (notice.Place, notice.Topic, string.Join('\n', notice.Agenda));
        Notice = pasted ?? "";
        return Page();
    }

    public Task<IActionResult> OnPost(CancellationToken ct) => Save(() => plan.Handle(Form, ct), found =>
        Held || found.Meeting.HeldOn < clock.Today()
            ? Saved($"/meetings/{found.Meeting.Id}/record", $"已登记：{found.Name}。接着记录谁到了、议了什么")
            : found.Kind.IsConfirmation ? Saved($"/meetings/{found.Meeting.Id}", $"已安排：{found.Name}")
            : Saved($"/meetings/{found.Meeting.Id}/notice", $"已安排：{found.Name}。通知文字在下面，可以直接复制"));
}
