using System.Net;
using Exemplar.Meetings;
using Exemplar.Meetings.Planning;
using Exemplar.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Exemplar.Tests.Meetings.Planning;

public sealed class PlanSeriesTests : MeetingHouse
{
    private (string, string)[] Form(params (string Name, string)[] more) =>
        [.. new (string Name, string)[] { ("Form.What", MeetingPlaces.Key(House.FirstBranch.Id, MeetingKind.PartyDay)), ("Form.Week", "First"), ("Form.Weekday", "5"), ("Form.From", "2026-03-10"), ("Form.Months", "4") }.Where(d => more.All(m => m.Name != d.Name)), .. more];

    private Task<List<DateOnly>> Days => App.Read(db => db.Meetings.OrderBy(m => m.HeldOn).Select(m => m.HeldOn).ToListAsync());

    [Fact]
    public async Task The_first_friday_of_the_coming_months_is_planned_off_holidays_and_each_is_logged()
    {
        await (await Secretary.Submit("/meetings/series", Form(("Form.StartsAt", "14:00")))).Leads(Secretary, "已安排 3 次主题党日（每月第一个周五，遇休息日顺延）");

        Assert.Equal([new(2026, 4, 3), new(2026, 5, 6), new(2026, 6, 5)], await Days);   // that of March has passed, the 1st of May is a holiday
        var kept = await App.Read(db => db.Meetings.Include(m => m.Steps).Include(m => m.Agenda).OrderBy(m => m.HeldOn).ToListAsync());
        Assert.All(kept, m => Assert.Equal(kept[0].SeriesId, m.SeriesId));
        Assert.All(kept, m => Assert.Equal((new TimeOnly(14, 0), 1, 3, SecretaryPerson.Id), (m.StartsAt, m.Steps.Count, m.Agenda.Count, m.ChairId)));
        Assert.Equal(["meetings.plan"], await LogOf(kept[1].Id));
        await (await Secretary.Submit($"/meetings/{kept[0].Id}/move", ("Form.HeldOn", "2026-04-08"), ("Form.Reason", "x"))).Leads(Secretary, "已改期");
    }

    [Fact]
    public async Task In_a_year_whose_holidays_are_not_published_it_passes_the_statutory_ones_and_says_so()
    {
        await (await Secretary.Submit("/meetings/series", Form(("Form.From", "2026-12-20"), ("Form.Months", "3")))).Leads(Secretary, "已安排 2 次主题党日（每月第一个周五，遇休息日顺延）：2027 年 1月4日、2月9日（放假安排没有公布，暂按法定节日）");
        Assert.Equal([new(2027, 1, 4), new(2027, 2, 9)], await Days);   // New Year's Day, and the eve of the Spring Festival with its three days
    }

    [Fact]
    public async Task Sent_twice_it_is_planned_once_and_planned_again_it_fills_the_gaps_only()
    {
        var page = await Secretary.Open("/meetings/series");
        for (var n = 0; n < 2; n++) await (await Secretary.SubmitForm(page, "/meetings/series", "main form", Form())).Leads(Secretary, "已安排 3 次");
        await (await Secretary.Submit("/meetings/series", Form())).Refuses("From", "这几个月的这一天都已经过了或者安排过了");
        await (await Secretary.Submit("/meetings/series", Form(("Form.Months", "5")))).Leads(Secretary, "已安排 1 次");
        Assert.Equal(4, (await Days).Count);
    }

    [Fact]
    public async Task What_cannot_be_is_refused_at_its_field_and_nothing_is_kept()
    {
        await (await Secretary.Submit("/meetings/series", Form(("Form.From", "2026-03-09")))).Refuses("From", "请从今天或以后算起");
        await (await Secretary.Submit("/meetings/series", Form(("Form.Months", "13")))).Refuses("Months", "安排几个月须是 1 到 12 的整数");
        await (await Secretary.Submit("/meetings/series", Form(("Form.Weekday", "9")))).Refuses("Weekday", "请选择星期几");
        Assert.Empty(await Days);
    }

    [Fact]
    public async Task Only_who_plans_meetings_may() => await Member.IsShut("/meetings/series", HttpStatusCode.Forbidden);
}
