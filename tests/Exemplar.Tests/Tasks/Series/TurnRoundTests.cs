using Exemplar.Tasks.Series;
using Exemplar.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Exemplar.Tests.Tasks.Series;

public sealed class TurnRoundTests : HouseTests
{
    [Fact]
    public async Task This_turn_and_the_next_are_there_and_each_day_brings_what_comes_near()
    {
        await Given(House.General.Id, House.FirstBranch.Id);
        await Round("2026-03-10");
        Assert.Equal(["走访联系户（2026年3月） 2026-03-31", "走访联系户（2026年4月） 2026-04-30"], await Made());
        await Round("2026-03-10");
        await Round("2026-03-31");
        Assert.Equal(2, (await Made()).Count);
        await Round("2026-04-01");
        Assert.Equal("走访联系户（2026年5月） 2026-05-29", (await Made())[^1]);   // 30 and 31 May are a weekend
        await Round("2026-06-14");
        Assert.Equal("走访联系户（2026年6月） 2026-06-15", (await Made())[^1]);   // the series ends within the turn
        Assert.Equal(8, await App.Read(db => db.Assignments.CountAsync()));
        Assert.Equal(4 + 8, await App.Read(db => db.LogEntries.CountAsync(e => e.Kind == "tasks.issue")));
    }

    [Fact]
    public async Task A_unit_that_was_dissolved_gets_nothing_more()
    {
        await Given(House.General.Id, House.SecondBranch.Id);
        await Committee.Submit($"/units/{House.SecondBranch.Id}/dissolve", ("Form.On", "2026-03-01"));
        await Round("2026-03-10");
        Assert.Equal([House.General.Id], await App.Read(db => db.Assignments.Select(a => a.UnitId).Distinct().ToListAsync()));
    }

    private async Task<List<string>> Made() =>
        (await App.Read(db => db.Tasks.OrderBy(t => t.TurnOn).Select(t => new { t.Title, t.DueOn }).ToListAsync())).ConvertAll(t => $"{t.Title} {t.DueOn:yyyy-MM-dd}");

    private Task Given(params Guid[] owners) => App.Given(new TaskSeries
    {
        Title = "走访联系户",
        IssuerId = House.GroupOffice.Id,
        SourceId = Guid.CreateVersion7(),
        Recurrence = "每月",
        StartsOn = new(2026, 3, 10),
        EndsOn = new(2026, 6, 15),
        OwnerIds = [.. owners],
    });

    private async Task Round(string day)
    {
        App.Clock.SetUtcNow(new(DateOnly.Parse(day).ToDateTime(new(9, 0)), TimeSpan.FromHours(8)));
        await using var scope = App.Services.CreateAsyncScope();
        Assert.Null((await scope.ServiceProvider.GetRequiredService<TurnRound>().Run(default)).Refusal);
    }
}
