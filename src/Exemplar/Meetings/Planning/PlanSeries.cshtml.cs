using Exemplar.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Exemplar.Meetings.Planning;

[Needs(MeetingsCapability.Plan)]
public sealed class PlanSeriesPage(PlanSeries plan, TimeProvider clock, WorkingCalendar calendar) : FormPage<PlanSeries.Form>
{
    public MeetingPlaces Places { get; private set; } = null!;

    public static IEnumerable<SelectListItem> Weekdays(int? chosen) => Enumerable.Range(1, 7).Select(n => n % 7).Select(n => new SelectListItem($"周{"日一二三四五六"[n]}", $"{n}", n == chosen));

    protected override async Task Open(CancellationToken ct) => Places = await plan.Open(ct);

    public void OnGet() => Form = new() { Week = WeekOfMonth.First, Weekday = (int)DayOfWeek.Friday, From = clock.Today() };

    public Task<IActionResult> OnPost(CancellationToken ct) => Save(() => plan.Handle(Form, ct), planned => Saved(
        $"/meetings?Unit={planned.Unit.Id}&Kind={planned.Kind.Key}",
        $"已安排 {planned.Days.Count} 次{planned.Kind.Name}（{planned.Day.InWords}，遇休息日顺延）：{string.Join('；', planned.Days.GroupBy(d => d.Year).Select(OfYear))}"));

    private string OfYear(IGrouping<int, DateOnly> days) =>
        $"{days.Key} 年 {string.Join('、', days.Select(d => $"{d.Month}月{d.Day}日"))}{(calendar.IsProvisional(days.Key) ? "（放假安排没有公布，暂按法定节日）" : "")}";
}
