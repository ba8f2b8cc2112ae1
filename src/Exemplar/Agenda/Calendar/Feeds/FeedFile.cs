using Exemplar.Organization;

namespace Exemplar.Agenda.Calendar.Feeds;

/// <summary>What a calendar program fetches, with the rights that the address's owner has at that moment.</summary>
public sealed class FeedFile(AppDb db, CalendarEntries entries, Actor actor, TimeProvider clock)
{
    private const int DaysBack = 60;
    private const int DaysAhead = 400;

    /// <summary>404 for an unknown or revoked address, and when its owner's account is disabled.</summary>
    public async Task<string> Show(string secret, CancellationToken ct)
    {
        var hash = CalendarFeed.HashOf(secret);
        var feed = await db.CalendarFeeds.AsNoTracking().SingleOrDefaultAsync(f => f.SecretHash == hash && f.RevokedAt == null, ct) ?? throw new NotFound(nameof(CalendarFeed));
        actor.Become(await db.FindActingAccount(feed.AccountId, clock.GetUtcNow(), ct) ?? throw new NotFound(nameof(Account)));

        var path = await db.Units.Where(u => u.Id == feed.UnitId).Select(u => u.Path).SingleOrDefaultAsync(ct);
        IQueryable<Unit>? within = path is null ? null : db.Units.Where(u => u.Path.StartsWith(path));
        var (today, now) = (clock.Today(), clock.GetUtcNow());
        return Icalendar.Write(feed.Name, await entries.Find(actor, within, today.AddDays(-DaysBack), today.AddDays(DaysAhead), ct), now);
    }
}
