using Exemplar.Organization;

namespace Exemplar.Meetings.Planning;

/// <summary>Plans the same meeting on a fixed day of every month, each a meeting of its own from then on.</summary>
public sealed class PlanSeries(AppDb db, Actor actor, TimeProvider clock, WorkingCalendar calendar, MeetingKinds kinds, PlanMeeting one)
{
    private const int MostMonths = 12;

    public sealed class Form
    {
        public Guid Id { get; set; } = Guid.CreateVersion7();   // the series: sent twice, planned once

        [Display(Name = "哪个单位的什么会"), Required(ErrorMessage = "请选择会议")]
        public string? What { get; set; }

        [Display(Name = "每月第几个"), Required]
        public WeekOfMonth? Week { get; set; }

        [Display(Name = "星期几"), Required]
        public int? Weekday { get; set; }

        [Display(Name = "从哪一天起"), Required]
        public DateOnly? From { get; set; }

        [Display(Name = "安排几个月"), Required, Range(1, MostMonths, ErrorMessage = "{0}须是 1 到 12 的整数")]
        public int? Months { get; set; } = MostMonths;

        [Display(Name = "开始时间")]
        public TimeOnly? StartsAt { get; set; }

        [Display(Name = "结束时间")]
        public TimeOnly? EndsAt { get; set; }

        [Display(Name = "地点"), StringLength(Meeting.LongestPlace)]
        public string? Place { get; set; }

        [Display(Name = "主题"), StringLength(Meeting.LongestTopic)]
        public string? Topic { get; set; }
    }

    /// <param name="Days">On which days; those on which the unit has such a meeting already are left out.</param>
    public sealed record Planned(MeetingKind Kind, Unit Unit, MonthlyDay Day, IReadOnlyList<DateOnly> Days);

    public Task<MeetingPlaces> Open(CancellationToken ct) => MeetingPlaces.For(db, actor, kinds, ct);

    public Task<Result<Planned>> Handle(Form form, CancellationToken ct) => db.Commit<Planned>(async (db, ct) =>
    {
        if ((await Open(ct)).Find(form.What) is not var (unit, kind)) return new Refusal(nameof(Form.What), "请从列表中选择会议");
        if (form.Weekday is not (>= 0 and <= 6)) return new Refusal(nameof(Form.Weekday), "请选择星期几");
        var (from, today) = (form.From!.Value, clock.Today());
        if (from < today) return new Refusal(nameof(Form.From), "请从今天或以后算起；开过的请逐次补记");
        var day = new MonthlyDay(form.Week!.Value, (DayOfWeek)form.Weekday);
        var kept = await db.Meetings.Where(m => m.SeriesId == form.Id).OrderBy(m => m.HeldOn).Select(m => m.HeldOn).ToListAsync(ct);
        if (kept.Count > 0) return new Planned(kind, unit, day, kept);

        var taken = (await db.Meetings.Where(m => m.UnitId == unit.Id && m.Kind == kind.Key && m.HeldOn >= from && m.State != MeetingState.CalledOff && m.State != MeetingState.Voided).Select(m => m.HeldOn).ToListAsync(ct)).ToHashSet();
        var days = Enumerable.Range(0, form.Months!.Value).Select(from.AddMonths).Select(m => day.In(m.Year, m.Month, calendar)).Where(d => d >= from && !taken.Contains(d)).ToList();
        if (days.Count == 0) return new Refusal(nameof(Form.From), "这几个月的这一天都已经过了或者安排过了");

        var (chair, recorder) = await one.Usual(db, kind, unit, today, ct);
        List<Meeting> meetings = [];
        foreach (var on in days)
        {
            var plan = new MeetingPlan(on, form.StartsAt, form.EndsAt, form.Place ?? "", form.Topic ?? "", chair, recorder, kind.Agenda);
            var planned = Meeting.Plan(Guid.CreateVersion7(), kind, unit, plan, actor.Act(), today, form.Id);
            if (planned.Refusal is not null) return planned.Refusal;
            meetings.Add(planned.Value!);
        }
        await db.InsertRecords(actor.Act(), MeetingsCapability.Plan, meetings, ct);
        return new Planned(kind, unit, day, days);
    }, ct);
}
