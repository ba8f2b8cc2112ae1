using Exemplar.Platform.Outbox.Channels;

namespace Exemplar.Platform.Outbox;

/// <summary>
/// One round of the outbox: gives up what has outlived its day, then sends what is due, channel by channel, as fast as each
/// allows. Nothing that happens out there reaches a request.
/// </summary>
public sealed class DeliverMessages(AppDb db, IEnumerable<IChannel> channels, SecretBox box, SendingHours hours, TimeProvider clock, ILogger<DeliverMessages> log)
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    /// <summary>How long one message may take, over the time limits of its channel's steps.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);

    /// <returns>How many messages were tried.</returns>
    public async Task<int> Handle(CancellationToken ct)
    {
        await GiveUpOutlived(ct);
        if (!hours.Allow(clock.GetUtcNow()) || await OutboxSetup.Load(db, box, ct) is not { } setup) return 0;

        var tried = 0;
        foreach (var channel in channels)
            for (; await Claim(channel, ct) is { } message; tried++)
                await Settle(message, await Try(channel, message, setup, ct), ct);
        return tried;
    }

    private async Task GiveUpOutlived(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var outlived = db.OutboxMessages.Where(m => m.SentAt == null && m.GivenUpAt == null && m.NotAfter < now);
        if (!await outlived.AnyAsync(ct)) return;
        await Commit(async db =>
        {
            foreach (var message in await outlived.ToListAsync(ct)) message.GiveUp(message.LastFailure ?? "当天没有发出，过了时候不再发", now);
        }, ct);
    }

    /// <summary>The next message that is due, taken for this instance alone; null when there is none, or the channel has had enough for this minute.</summary>
    private async Task<OutboxMessage?> Claim(IChannel channel, CancellationToken ct)
    {
        OutboxMessage? claimed = null;
        var taken = await Commit(async db =>
        {
            var now = clock.GetUtcNow();
            claimed = null;
            if (!hours.Allow(now) || await db.OutboxMessages.CountAsync(m => m.Channel == channel.Kind && m.TriedAt > now - Minute, ct) >= channel.PerMinute) return;
            claimed = await db.OutboxMessages.Where(m => m.Channel == channel.Kind && m.SentAt == null && m.GivenUpAt == null && m.NotBefore <= now)
                .OrderBy(m => m.NotBefore).ThenBy(m => m.Id).FirstOrDefaultAsync(ct);
            claimed?.Claim(now, hours);
        }, ct);
        return taken ? claimed : null;
    }

    private async Task<Failure?> Try(IChannel channel, OutboxMessage message, OutboxSetup setup, CancellationToken ct)
    {
        if (message.AccountId is { } account && !await MayStillGet(account, ct)) return new("收件人的账号已停用，或已不再接收", IsFinal: true);
        using var limit = new CancellationTokenSource(Longest, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, ct);
        try
        {
            return await channel.Deliver(message, setup, either.Token);
        }
        catch (Exception unforeseen) when (!ct.IsCancellationRequested)
        {
            log.LogWarning("{Channel} failed: {Kind}", channel.Kind, unforeseen.GetType().Name);   // the message of an exception may carry an address or a key
            return new(limit.IsCancellationRequested ? "没有按时送到" : "发送出错，系统日志里有记录");
        }
    }

    /// <summary>Roles and choices may have changed since it was written.</summary>
    private async Task<bool> MayStillGet(Guid accountId, CancellationToken ct)
    {
        var account = await db.Users.AsNoTracking().SingleOrDefaultAsync(a => a.Id == accountId, ct);
        return account is { DisabledAt: null, Email: not null } && await db.AllowanceOf(account, clock.Today(), ct) is { Most: > 0 };
    }

    private async Task Settle(OutboxMessage tried, Failure? failure, CancellationToken ct)
    {
        if (failure is not null) log.LogWarning("{Channel} message {Id}, try {Attempt}: {Reason}", tried.Channel, tried.Id, tried.Attempts, failure.Reason);
        await Commit(async db =>
        {
            var message = await db.OutboxMessages.SingleOrDefaultAsync(m => m.Id == tried.Id, ct);
            if (message?.Version == tried.Version) message.Settle(failure, clock.GetUtcNow(), hours);   // else the claim ran out and another has it now
        }, ct);
    }

    /// <returns>False when another instance was quicker.</returns>
    private async Task<bool> Commit(Func<AppDb, Task> change, CancellationToken ct)
    {
        try
        {
            await db.Commit<bool>(async (db, _) =>
            {
                await change(db);
                return true;
            }, ct);
            return true;
        }
        catch (Stale)
        {
            return false;
        }
    }
}
