using Exemplar.Organization;

namespace Exemplar.Meetings.Planning;

/// <summary>Somebody plans a meeting, or begins to enter one that was held already.</summary>
public sealed class PlanMeeting(AppDb db, Actor actor, TimeProvider clock, MeetingKinds kinds)
{
    public sealed class Form
    {
        public Guid Id { get; set; } = Guid.CreateVersion7();   // chosen before sending: sent twice, planned once

        [Display(Name = "哪个单位的什么会"), Required(ErrorMessage = "请选择会议")]
        public string? What { get; set; }

        [Display(Name = "日期"), Required]
        public DateOnly? HeldOn { get; set; }

        [Display(Name = "开始时间")]
        public TimeOnly? StartsAt { get; set; }

        [Display(Name = "结束时间")]
        public TimeOnly? EndsAt { get; set; }

        [Display(Name = "地点"), StringLength(Meeting.LongestPlace)]
        public string? Place { get; set; }

        [Display(Name = "主题"), StringLength(Meeting.LongestTopic)]
        public string? Topic { get; set; }

        [Display(Name = "议程"), StringLength(4000)]
        public string? Agenda { get; set; }

        [Display(Name = "同一天确实有两次")]
        public bool SameDayToo { get; set; }
    }

    public Task<MeetingPlaces> Open(CancellationToken ct) => MeetingPlaces.For(db, actor, kinds, ct);

    public Task<Result<PlacedMeeting>> Handle(Form form, CancellationToken ct) => db.Commit<PlacedMeeting>(async (db, ct) =>
    {
        if ((await Open(ct)).Find(form.What) is not var (unit, kind)) return new Refusal(nameof(Form.What), "请从列表中选择会议");
        var on = form.HeldOn!.Value;
        if (await db.Meetings.SingleOrDefaultAsync(m => m.Id == form.Id && m.UnitId == unit.Id, ct) is { } kept)
            return Resent.Answer(new PlacedMeeting(kept, kind, unit), kept.Kind == kind.Key && kept.HeldOn == on, kind.Name);
        if (await db.AskSameDay(nameof(Form.SameDayToo), form.Id, kind, unit.Id, on, form.SameDayToo, ct) is { } asked) return asked;

        var (chair, recorder) = await Usual(db, kind, unit, on, ct);
        var plan = new MeetingPlan(on, form.StartsAt, form.EndsAt, form.Place ?? "", form.Topic ?? "", chair, recorder, Lines(form.Agenda));
        var planned = Meeting.Plan(form.Id, kind, unit, plan, actor.Act(), clock.Today());
        if (planned.Refusal is not null) return planned.Refusal;
        db.Add(planned.Value!);
        db.Log(actor.Act(), MeetingsCapability.Plan, planned.Value!);
        return new PlacedMeeting(planned.Value!, kind, unit);
    }, ct);

    /// <summary>Each line without its number that is not too long is a matter; what stands behind the limit was pasted by mistake.</summary>
    internal static IReadOnlyList<string> Lines(string? text) =>
        [.. AgendaNumbers.Strip((text ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)).Select(l => l[..Math.Min(l.Length, AgendaItem.LongestTitle)])];

    /// <summary>Who usually chairs such a meeting, and who is planning it: both may be changed when it is recorded.</summary>
    internal async Task<(Guid? Chair, Guid? Recorder)> Usual(AppDb db, MeetingKind kind, Unit unit, DateOnly on, CancellationToken ct)
    {
        var posts = await db.Posts.Where(p => p.UnitId == unit.Id && p.From <= on && (p.To == null || p.To >= on)).Select(p => new { p.Kind, p.PersonId }).ToListAsync(ct);
        var chair = kind.Chair.Select(k => posts.Find(p => p.Kind == k)?.PersonId).FirstOrDefault(id => id is not null);
        return (kind.IsConfirmation ? null : chair, actor.PersonId == chair ? null : actor.PersonId);
    }
}
