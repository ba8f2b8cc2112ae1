namespace Exemplar.Agenda.Calendar.Feeds;

/// <summary>Somebody stops one of their own addresses.</summary>
public sealed class RevokeFeed(AppDb db, Actor actor)
{
    public async Task<CalendarFeed> Open(Guid id, CancellationToken ct)
    {
        actor.Demand(AgendaCapability.View);
        var account = actor.Account.Id;
        return await db.CalendarFeeds.SingleOrDefaultAsync(f => f.Id == id && f.AccountId == account, ct) ?? throw new NotFound(nameof(CalendarFeed));
    }

    public Task<Result<CalendarFeed>> Handle(Guid id, CancellationToken ct) => db.Commit<CalendarFeed>(async (db, ct) =>
    {
        var feed = await Open(id, ct);
        var act = actor.Act();
        if (feed.Revoke(act) is { } refusal) return refusal;
        db.Log(act, AgendaCapability.View, feed);
        return feed;
    }, ct);
}
