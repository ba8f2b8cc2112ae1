namespace Exemplar.Platform.Jobs;

/// <summary>Something done once on each day of the office. Running it again the same day must change nothing.</summary>
public sealed record DailyJob(string Name, Func<IServiceProvider, CancellationToken, Task> Run);

public static class DailyJobRegistration
{
    public static IServiceCollection AddDailyJob<T>(this IServiceCollection services, string name, Func<T, CancellationToken, Task> run) where T : notnull =>
        services.AddSingleton(new DailyJob(name, (scope, ct) => run(scope.GetRequiredService<T>(), ct)));
}

/// <summary>Runs the daily jobs when the program starts and whenever a new day has begun. One that fails is logged and tried again in an hour.</summary>
public sealed class DailyWorker(IServiceScopeFactory scopes, IEnumerable<DailyJob> jobs, TimeProvider clock, ILogger<DailyWorker> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromHours(1);

    private readonly Dictionary<string, DateOnly> done = [];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await RunDue(stoppingToken);
            await Task.Delay(Pause, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>Runs what has not run today.</summary>
    public async Task RunDue(CancellationToken ct)
    {
        foreach (var job in jobs.Where(j => done.GetValueOrDefault(j.Name) < clock.Today()))
            if (await Try(job, ct)) done[job.Name] = clock.Today();
    }

    private async Task<bool> Try(DailyJob job, CancellationToken ct)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await job.Run(scope.ServiceProvider, ct);
            return true;
        }
        catch (Exception failure) when (!ct.IsCancellationRequested)
        {
            log.LogError(failure, "Daily job {Job} failed", job.Name);
            return false;
        }
    }
}
