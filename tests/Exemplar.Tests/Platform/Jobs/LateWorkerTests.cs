using Exemplar.Platform.Jobs;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Time.Testing;

namespace Exemplar.Tests.Platform.Jobs;

public sealed class LateWorkerTests : IDisposable
{
    private readonly AskedClock clock = new();
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("exemplar-late-");

    [Fact]
    public async Task A_worker_begins_a_moment_after_the_start_and_ends_with_the_program()
    {
        using var worker = new Waiting();
        using var late = await Waits(worker);
        Assert.False(worker.Begun.Task.IsCompleted);

        clock.Advance(LateWorkers.Moment);
        await worker.Begun.Task;
        await late.StopAsync(default);
        Assert.True(worker.ExecuteTask!.IsCanceled);
    }

    [Fact]
    public async Task A_program_that_ends_before_has_begun_none()
    {
        using var worker = new Waiting();
        using var late = await Waits(worker);
        await late.StopAsync(default);
        clock.Advance(LateWorkers.Moment);
        Assert.Null(worker.ExecuteTask);
    }

    /// <summary>Started, and come to its wait on the thread of its own: or past it, had it none.</summary>
    private async Task<LateWorker<Waiting>> Waits(Waiting worker)
    {
        var late = new LateWorker<Waiting>(worker, clock);
        await late.StartAsync(default);
        await Task.WhenAny(clock.Asked.Task, worker.Begun.Task);
        return late;
    }

    /// <summary>What is served skips the check of its services, so it is held here: with the workers, which no other test has.</summary>
    [Fact]
    public async Task Whatever_is_served_can_be_built()
    {
        await using var app = Application.Build(folder.FullName, change: builder => Commands.AddWorkers(builder.Services));
        Assert.Equal(4, app.Services.GetServices<IHostedService>().Count(s => s.GetType().Name.StartsWith("LateWorker", StringComparison.Ordinal)));
        Assert.Throws<AggregateException>(() => Application.Build(folder.FullName, change: builder => builder.Services.AddLateWorker<Unbuildable>()));
    }

    public void Dispose() => folder.Delete(recursive: true);

    private sealed class AskedClock : FakeTimeProvider
    {
        public TaskCompletionSource Asked { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            var timer = base.CreateTimer(callback, state, dueTime, period);
            Asked.TrySetResult();
            return timer;
        }
    }

    private sealed class Waiting : BackgroundService
    {
        public TaskCompletionSource Begun { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        protected override Task ExecuteAsync(CancellationToken stoppingToken)
        {
            Begun.SetResult();
            return Task.Delay(Timeout.Infinite, stoppingToken);
        }
    }

    private sealed class Unbuildable(Uri nobodyOffers) : BackgroundService
    {
        protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.FromException(new InvalidOperationException(nobodyOffers.ToString()));
    }
}
