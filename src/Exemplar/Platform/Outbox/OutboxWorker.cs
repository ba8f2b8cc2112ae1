namespace Exemplar.Platform.Outbox;

/// <summary>
/// Sends the outbox while the product is being served. It looks once a minute, which is also the measure of the channels'
/// limits; it is not registered in tests and for the command line, who call <see cref="DeliverMessages"/> when they want it.
/// </summary>
public sealed class OutboxWorker(IServiceScopeFactory scopes, SendingHours hours, TimeProvider clock, ILogger<OutboxWorker> log) : BackgroundService
{
    private static readonly TimeSpan ByDay = TimeSpan.FromMinutes(1), ByNight = TimeSpan.FromMinutes(10);   // a PC that slept tells nobody: no wait is long

    protected override async Task ExecuteAsync(CancellationToken ct)
    {
        while (!ct.IsCancellationRequested)
        {
            await scopes.Attempt<DeliverMessages>(deliver => deliver.Handle(ct), log, ct);
            await Task.Delay(hours.Allow(clock.GetUtcNow()) ? ByDay : ByNight, clock, ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
