namespace Exemplar.Platform.Security.Audit;

/// <summary>How many events of one kind are written one by one for an account in a minute; those beyond are counted into one row.</summary>
public sealed record AuditAllowance(int PerMinute)
{
    /// <summary>More than a person does, so that only a program is counted together.</summary>
    public static readonly AuditAllowance Usual = new(60);
}

/// <summary>
/// Writes security events, each in a transaction of its own: what was refused has none that would be kept. It never fails
/// the request that it tells of.
/// </summary>
public sealed class SecurityAudit(IServiceScopeFactory scopes, TimeProvider clock, AuditAllowance allowance, ILogger<SecurityAudit> log)
{
    private static readonly TimeSpan Span = TimeSpan.FromMinutes(1);

    private readonly Lock gate = new();
    private readonly Dictionary<(Guid? Account, SecurityEventKind Kind), Minute> minutes = [];

    private sealed class Minute(DateTimeOffset began)
    {
        public DateTimeOffset Began => began;
        public int Written { get; set; }
        public int Withheld { get; set; }
    }

    public Task Note(SecurityEventKind kind, Guid? account, string permission = "", string path = "")
    {
        var now = clock.GetUtcNow();
        List<SecurityEvent> events;
        lock (gate)
        {
            events = Ended(now);
            // Failed sign-ins share one allowance: with one for each name, how long an answer takes would tell which names exist.
            var key = (kind is SecurityEventKind.SignInFailed ? null : account, kind);
            if (!minutes.TryGetValue(key, out var minute)) minutes[key] = minute = new(now);
            if (minute.Written < allowance.PerMinute)
            {
                minute.Written++;
                events.Add(new() { Kind = kind, At = now, AccountId = account, Permission = permission, Path = path });
            }
            else
            {
                minute.Withheld++;
            }
        }
        return Write(events);
    }

    /// <summary>Writes what was counted in minutes that are over, or in all of them when the program ends.</summary>
    public Task Settle(bool all = false)
    {
        List<SecurityEvent> events;
        lock (gate) events = Ended(all ? DateTimeOffset.MaxValue : clock.GetUtcNow());
        return Write(events);
    }

    private List<SecurityEvent> Ended(DateTimeOffset now)
    {
        List<SecurityEvent> counted = [];
        foreach (var (key, minute) in minutes.Where(m => now - m.Value.Began >= Span).ToList())
        {
            minutes.Remove(key);
            if (minute.Withheld > 0) counted.Add(new() { Kind = key.Kind, At = minute.Began + Span, AccountId = key.Account, Times = minute.Withheld });
        }
        return counted;
    }

    private async Task Write(List<SecurityEvent> events)
    {
        if (events.Count == 0) return;
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<AppDb>();
            db.AddRange(events);
            await db.SaveChangesAsync();   // not given up with the request: whoever hangs up is told of all the same
        }
        catch (Exception failure)
        {
            log.LogError(failure, "{Count} security events could not be written, the first of kind {Kind}", events.Count, events[0].Kind);
        }
    }
}

/// <summary>Once a minute, and when the program ends, writes down what was counted.</summary>
public sealed class AuditWorker(SecurityAudit audit, TimeProvider clock) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await Task.Delay(TimeSpan.FromMinutes(1), clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await audit.Settle(all: stoppingToken.IsCancellationRequested);
        }
    }
}
