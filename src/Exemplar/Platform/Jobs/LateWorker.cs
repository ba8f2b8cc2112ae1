namespace Exemplar.Platform.Jobs;

/// <summary>
/// A worker that begins when the program has been answering for a moment. Begun at once, all of them ask the database while
/// the first visitor waits for a page that needs none of it, and half of the time to that page was theirs.
/// </summary>
public sealed class LateWorker<T>(T worker, TimeProvider clock) : BackgroundService where T : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Delay(LateWorkers.Moment, clock, stoppingToken);
        await worker.StartAsync(stoppingToken);
        await worker.ExecuteTask!;
    }
}

public static class LateWorkers
{
    internal static readonly TimeSpan Moment = TimeSpan.FromSeconds(3);

    public static IServiceCollection AddLateWorker<T>(this IServiceCollection services) where T : BackgroundService =>
        services.AddSingleton<T>().AddHostedService<LateWorker<T>>();
}
