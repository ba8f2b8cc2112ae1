using Exemplar.People;
using Exemplar.People.Statuses;

namespace Exemplar.Demo;

/// <summary>The committee's office enters who was confirmed in the year, a year after they were admitted, and who has retired.</summary>
internal sealed class DemoStatuses(DemoActors actors)
{
    public async Task Enter(DateOnly today, CancellationToken ct)
    {
        var people = await actors.Read(db => db.People.AsNoTracking().Where(p => p.Status != null && !p.IsRetired && p.Memberships.Any(m => m.To == null) && !db.Posts.Any(o => o.PersonId == p.Id) && !db.Users.Any(a => a.PersonId == p.Id)).ToListAsync(ct));
        foreach (var person in people.Where(p => p.Status is MemberStatus.Probationary && p.JoinedOn?.First.AddYears(1) <= today).OrderBy(p => p.JoinedOn!.Value.First).ThenBy(p => p.NameOrder, StringComparer.Ordinal))
            await Change(person, StatusChangeKind.Confirmed, person.JoinedOn!.Value.First.AddYears(1), ct);
        if (people.Where(p => p.Status is MemberStatus.Full).OrderBy(p => p.BirthMonth).ThenBy(p => p.NameOrder, StringComparer.Ordinal).FirstOrDefault() is { } eldest)
            await Change(eldest, StatusChangeKind.Retired, new(today.Year, today.Month, 1), ct);
    }

    private Task<Person> Change(Person person, StatusChangeKind kind, DateOnly on, CancellationToken ct) => actors.As<ChangeStatus, Person>("party", async change =>
    {
        var found = await change.Open(person.Id, ct);
        return await change.Handle(person.Id, new() { Version = found.Person.Version, Kind = kind, On = on }, ct);
    });
}
