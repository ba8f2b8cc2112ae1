using Exemplar.Platform.Outbox;
using Exemplar.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Exemplar.Tests.Platform.Outbox;

public sealed class OutboxWorkerTests : OutboxTests
{
    [Fact]
    public void No_worker_runs_where_nobody_serves() =>
        Assert.DoesNotContain(App.Services.GetServices<IHostedService>(), s => s.GetType().Assembly == typeof(OutboxWorker).Assembly);

    [Fact]
    public async Task A_started_worker_sends_what_is_due_goes_on_after_a_failure_and_stops_when_told()
    {
        await GivenRobot();
        await Queued();
        var arrived = new SemaphoreSlim(0);
        App.Outside.Arrived = () => arrived.Release();
        App.Outside.Answer = count => count == 1 ? throw new HttpRequestException("no net") : Outside.Json("""{"errcode":0}""");

        using var worker = ActivatorUtilities.CreateInstance<OutboxWorker>(App.Services);
        await worker.StartAsync(default);
        await arrived.WaitAsync();
        while (!await arrived.WaitAsync(TimeSpan.FromMilliseconds(20))) App.Clock.Advance(TimeSpan.FromMinutes(1));   // until it tries again
        await worker.StopAsync(default);

        Assert.Equal(2, App.Outside.Posts.Count);
        Assert.True(worker.ExecuteTask!.IsCompletedSuccessfully);
    }
}
