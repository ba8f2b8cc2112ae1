namespace Exemplar.Meetings.Planning;

/// <summary>A planned meeting moves to another day, time or place, with the reason.</summary>
public sealed class MoveMeeting(AppDb db, Actor actor, TimeProvider clock, MeetingKinds kinds)
{
    public sealed class Form
    {
        public int Version { get; set; }

        [Display(Name = "新的日期"), Required]
        public DateOnly? HeldOn { get; set; }

        [Display(Name = "开始时间")]
        public TimeOnly? StartsAt { get; set; }

        [Display(Name = "地点"), StringLength(Meeting.LongestPlace)]
        public string? Place { get; set; }

        [Display(Name = "原因"), Required(ErrorMessage = "请写明改期的原因"), StringLength(MeetingStep.LongestText)]
        public string Reason { get; set; } = "";

        [Display(Name = "同一天确实有两次")]
        public bool SameDayToo { get; set; }
    }

    public Task<PlacedMeeting> Open(Guid id, CancellationToken ct) => db.DemandMeeting(id, kinds, actor, MeetingsCapability.Plan, ct);

    public Task<Result<PlacedMeeting>> Handle(Guid id, Form form, CancellationToken ct) => db.Commit<PlacedMeeting>(async (db, ct) =>
    {
        var found = await Open(id, ct);
        found.Meeting.Guard(form.Version);
        if (await db.AskSameDay(nameof(Form.SameDayToo), id, found.Kind, found.Unit.Id, form.HeldOn!.Value, form.SameDayToo, ct) is { } asked) return asked;
        if (found.Meeting.Move(form.HeldOn.Value, form.StartsAt, form.Place ?? "", form.Reason, actor.Act(), clock.Today()) is { } refusal) return refusal;
        db.Log(actor.Act(), "meetings.move", found.Meeting);
        return found;
    }, ct);
}
