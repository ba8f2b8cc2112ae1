using Exemplar.Platform.Outbox;

namespace Exemplar.Agenda.Digest;

/// <summary>Makes the digests at half past eight of each working day while the product is being served, and after a start in sending hours.</summary>
public sealed class DigestWorker(IServiceScopeFactory scopes, SendingHours hours, TimeProvider clock, ILogger<DigestWorker> log) : BackgroundService
{
    private static readonly TimeSpan Look = TimeSpan.FromMinutes(10);   // a PC that slept tells nobody: no wait is long

    protected override async Task ExecuteAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        for (var due = hours.Allow(now) ? now : hours.NextBegin(now); !ct.IsCancellationRequested; now = clock.GetUtcNow())
        {
            if (now >= due && await scopes.Attempt<MakeDigests>(make => make.Handle(ct), log, ct)) due = hours.NextBegin(now);
            await Task.Delay(Look, clock, ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
