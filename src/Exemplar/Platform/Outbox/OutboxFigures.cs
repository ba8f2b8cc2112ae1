namespace Exemplar.Platform.Outbox;

/// <summary>What the outbox has done, in figures: sent this month by kind of receiver, waiting, given up and why. Names nobody.</summary>
public sealed class OutboxFigures(AppDb db, Actor actor, TimeProvider clock)
{
    private const int Shown = 20;

    public sealed record GivenUp(ChannelKind Channel, Receiver Receiver, DateTimeOffset At, int Attempts, string Reason);

    public sealed record View(IReadOnlyDictionary<Receiver, int> Sent, int Waiting, string? LastFailure, int GivenUpThisMonth, IReadOnlyList<GivenUp> Latest);

    public async Task<View> Show(CancellationToken ct)
    {
        actor.DemandOutbox();
        var first = new DateOnly(clock.Today().Year, clock.Today().Month, 1);
        var last = first.AddMonths(1).AddDays(-1);
        var waiting = db.OutboxMessages.Where(m => m.SentAt == null && m.GivenUpAt == null);
        var givenUp = db.OutboxMessages.Where(m => m.GivenUpAt != null && m.CountsOn >= first && m.CountsOn <= last);
        return new(
            await db.SentMessages(first, last, ct),
            await waiting.CountAsync(ct),
            await waiting.Where(m => m.LastFailure != null).OrderByDescending(m => m.TriedAt).Select(m => m.LastFailure).FirstOrDefaultAsync(ct),
            await givenUp.CountAsync(ct),
            await givenUp.OrderByDescending(m => m.GivenUpAt).ThenBy(m => m.Id).Take(Shown).Select(m => new GivenUp(m.Channel, m.Receiver, m.GivenUpAt!.Value, m.Attempts, m.LastFailure ?? "")).ToListAsync(ct));
    }
}
