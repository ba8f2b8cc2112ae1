using Exemplar.Platform.Data;
using Exemplar.Platform.Log;
using Exemplar.Platform.Security;
using Exemplar.Tasks;
using Exemplar.Tasks.Supervision;
using Exemplar.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Exemplar.Tests.Tasks.Supervision;

public sealed class SupervisionRoundTests : HouseTests
{
    [Theory]   // due Tuesday 31 March 2026; 4 to 6 April are holidays
    [InlineData("2026-03-25", null)]
    [InlineData("2026-03-26", "蓝色提示")]
    [InlineData("2026-03-31", "蓝色提示")]
    [InlineData("2026-04-01", "橙色警示")]
    [InlineData("2026-04-08", "橙色警示")]
    [InlineData("2026-04-09", "红色督办")]
    public async Task The_three_colours_come_on_their_working_days(string day, string? expected)
    {
        await GivenTask.Issued(App, House, "梳理服务事项", new(2026, 3, 31), House.General);
        await Round(day);
        Assert.Equal(expected, await App.Read(db => db.SupervisionSlips.Select(s => s.Name).SingleOrDefaultAsync()));
    }

    [Fact]
    public async Task Day_by_day_each_step_is_one_row_with_its_log_entry()
    {
        var share = (await GivenTask.Issued(App, House, "梳理服务事项", new(2026, 3, 31), House.General)).Assignments[0].Id;
        for (var day = new DateOnly(2026, 3, 20); day <= new DateOnly(2026, 4, 20); day = day.AddDays(1))
        {
            await Round($"{day:yyyy-MM-dd}");
            await Round($"{day:yyyy-MM-dd}");
        }
        var slips = await App.Read(db => db.SupervisionSlips.OrderBy(s => s.Level).ToListAsync());
        Assert.Equal([(Colour.Blue, new DateOnly(2026, 3, 26), false), (Colour.Orange, new(2026, 4, 1), false), (Colour.Red, new(2026, 4, 9), true)], slips.Select(s => (s.Colour, s.ReachedOn, s.TellsSuperior)));
        Assert.All(slips, s => Assert.Equal(share, s.AssignmentId));
        Assert.Equal(3, await App.Read(db => db.LogEntries.CountAsync(e => e.Kind == "tasks.urge")));
        Assert.Equal(["蓝色提示", "橙色警示", "红色督办"], (await (await As(Role.DepartmentHead, House.General)).Open($"/assignments/{share}")).QuerySelectorAll("aside .badge").Select(b => b.TextContent));
    }

    [Fact]
    public async Task What_is_reported_done_or_has_no_date_is_left_alone_and_what_comes_back_is_urged_again()
    {
        var share = (await GivenTask.Issued(App, House, "报结了的", new(2026, 3, 31), House.General)).Assignments[0].Id;
        await GivenTask.Issued(App, House, "没有时限的", null, House.General);
        var head = await As(Role.DepartmentHead, House.General);
        await head.Submit($"/assignments/{share}/report", ("Form.Text", "好了"), ("Form.Finish", "true"));
        await Round("2026-04-02");
        Assert.Equal(0, await Slips());

        var office = await As(Role.CampaignOffice, House.Office);
        await office.Submit($"/assignments/{share}/judge", ("Form.Text", "缺清单"), ("Form.Accept", "false"));
        await Round("2026-04-02");
        Assert.Equal(1, await Slips());
    }

    [Fact]
    public async Task A_granted_extension_begins_the_steps_anew_and_keeps_the_old_ones()
    {
        var share = (await GivenTask.Issued(App, House, "延期的", new(2026, 3, 31), House.General)).Assignments[0].Id;
        await Round("2026-03-27");
        var (head, desk) = (await As(Role.DepartmentHead, House.General), await As(Role.SupervisionDesk, House.Office));
        await head.Submit($"/assignments/{share}/extension/ask", ("Form.DueOn", "2026-04-20"), ("Form.Reason", "等数据"));
        await desk.Submit($"/assignments/{share}/extension", ("Form.Grant", "true"));
        await Round("2026-04-02");
        Assert.Equal(1, await Slips());
        Assert.Equal(0, await App.Read(db => db.HighestSlips().CountAsync()));
        await Round("2026-04-15");
        Assert.Equal(2, await Slips());
    }

    [Theory]   // issued Tuesday 10 March 2026
    [InlineData("2026-03-10", false, null)]
    [InlineData("2026-03-11", false, "当日未签收")]
    [InlineData("2026-03-11", true, null)]
    [InlineData("2026-03-16", true, "三日未反馈")]
    [InlineData("2026-03-20", true, "七日未办结")]
    public async Task The_second_ladder_counts_from_the_day_of_issue(string day, bool received, string? expected)
    {
        var act = new Act(null, null, App.Clock.GetUtcNow());
        var task = new WorkTask { Title = "急件", IssuerId = House.GroupOffice.Id, SourceId = House.Office.Id, Ladder = "13710", IssuedAt = act.At };
        var share = task.Assign(House.General, leads: true, act);
        await App.Given(task);
        if (received) await (await As(Role.DepartmentHead, House.General)).Submit($"/assignments/{share.Id}", []);
        await Round(day);
        Assert.Equal(expected, await App.Read(db => db.SupervisionSlips.Select(s => s.Name).SingleOrDefaultAsync()));
    }

    private Task<int> Slips() => App.Read(db => db.SupervisionSlips.CountAsync());

    private async Task Round(string day)
    {
        App.Clock.SetUtcNow(new(DateOnly.Parse(day).ToDateTime(new(9, 0)), TimeSpan.FromHours(8)));
        await using var scope = App.Services.CreateAsyncScope();
        Assert.Null((await scope.ServiceProvider.GetRequiredService<SupervisionRound>().Run(default)).Refusal);
    }
}
