using Exemplar.Platform.Jobs;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace Exemplar.Tests.Platform.Jobs;

public sealed class DailyWorkerTests
{
    private readonly FakeTimeProvider clock = new(new(2026, 3, 10, 9, 0, 0, TimeSpan.FromHours(8)));
    private int runs;

    [Fact]
    public async Task Each_job_runs_at_the_start_and_once_when_a_new_day_of_the_office_has_begun()
    {
        using var worker = Worker(_ => false);
        await worker.RunDue(default);
        await worker.RunDue(default);
        Assert.Equal(1, runs);
        clock.SetUtcNow(new(2026, 3, 10, 23, 59, 0, TimeSpan.FromHours(8)));
        await worker.RunDue(default);
        Assert.Equal(1, runs);
        clock.SetUtcNow(new(2026, 3, 11, 0, 1, 0, TimeSpan.FromHours(8)));
        await worker.RunDue(default);
        Assert.Equal(2, runs);
    }

    [Fact]
    public async Task A_job_that_fails_is_tried_again_and_stops_nobody()
    {
        using var worker = Worker(run => run == 1);
        await worker.RunDue(default);
        await worker.RunDue(default);
        await worker.RunDue(default);
        Assert.Equal(2, runs);
    }

    private DailyWorker Worker(Func<int, bool> fails)
    {
        var job = new DailyJob("test", (_, _) => fails(++runs) ? throw new InvalidOperationException("no disk") : Task.CompletedTask);
        return new(new ServiceCollection().BuildServiceProvider().GetRequiredService<IServiceScopeFactory>(), [job], clock, NullLogger<DailyWorker>.Instance);
    }
}
