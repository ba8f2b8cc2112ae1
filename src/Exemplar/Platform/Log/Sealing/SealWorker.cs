namespace Exemplar.Platform.Log.Sealing;

/// <summary>Seals the log every hour in which something was entered: what lies between two checkpoints is what somebody with the database in hand could still change unseen.</summary>
public sealed class SealWorker(IServiceScopeFactory scopes, TimeProvider clock, ILogger<SealWorker> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await Seal(stoppingToken);
            await Task.Delay(Pause, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task Seal(CancellationToken ct)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var done = await scope.ServiceProvider.GetRequiredService<SealLog>().Handle(ct);
            if (done.Refusal is { } refusal) log.LogError("The record log was not sealed: {Reason}", refusal.Message);
        }
        catch (Exception failure) when (!ct.IsCancellationRequested)
        {
            log.LogError(failure, "The record log was not sealed");
        }
    }
}
