namespace Exemplar.People.Statuses;

/// <summary>A time in which somebody was one and the same. Days included; null while it lasts.</summary>
public sealed record StatusSpan(DateOnly From, DateOnly? To, MemberStatus? Status, bool IsRetired);

/// <summary>What people were on any day: what they are now, put back by the changes since. Read once for many people.</summary>
public sealed class StatusHistory(IEnumerable<StatusChange> changes)
{
    private readonly ILookup<Guid, StatusChange> changes = changes.OrderBy(c => c.On).ToLookup(c => c.PersonId);

    public IEnumerable<StatusChange> Of(Guid person) => changes[person];

    /// <param name="now">What the person is now.</param>
    /// <param name="confirmedOn">Whoever was confirmed later was still probationary on that day, whether or not somebody entered the change.</param>
    public MemberStatus? On(Guid person, DateOnly day, MemberStatus? now, PartialDate? confirmedOn)
    {
        var then = Next(person, day) is { } next ? next.Was : now;
        return then is MemberStatus.Full && confirmedOn?.First > day ? MemberStatus.Probationary : then;
    }

    public bool WasRetired(Guid person, DateOnly day, bool now) => Next(person, day)?.WasRetired ?? now;

    /// <summary>Member now or at any time before.</summary>
    public bool WasEverMember(Guid person, MemberStatus? now) => now is not null || changes[person].Any(c => c.Was is not null);

    /// <summary>A stay, cut where the person became something else.</summary>
    public IEnumerable<StatusSpan> Cut(Guid person, DateOnly from, DateOnly? to, MemberStatus? now, bool retired, PartialDate? confirmedOn)
    {
        var cuts = changes[person].Select(c => c.On);
        if (confirmedOn is { } confirmed) cuts = cuts.Append(confirmed.First);
        List<DateOnly> begins = [from, .. cuts.Where(day => day > from && (to is null || day <= to)).Distinct().Order()];
        for (var n = 0; n < begins.Count; n++)
            yield return new(begins[n], n + 1 < begins.Count ? begins[n + 1].AddDays(-1) : to, On(person, begins[n], now, confirmedOn), WasRetired(person, begins[n], retired));
    }

    /// <summary>The first change after that day: it knows what they were before it.</summary>
    private StatusChange? Next(Guid person, DateOnly day) => changes[person].FirstOrDefault(c => c.On > day);
}

public static class StatusQueries
{
    public static async Task<StatusHistory> StatusesOf(this AppDb db, IQueryable<Guid> people, CancellationToken ct) =>
        new(await db.StatusChanges.AsNoTracking().Where(c => people.Contains(c.PersonId)).ToListAsync(ct));

    public static async Task<StatusHistory> StatusesOf(this AppDb db, IReadOnlyCollection<Guid> people, CancellationToken ct) =>
        new(people.Count == 0 ? [] : await db.StatusChanges.AsNoTracking().Where(c => people.Contains(c.PersonId)).ToListAsync(ct));
}
