namespace Exemplar.People;

/// <summary>Somebody offered in a form: name, and what tells them apart from a namesake.</summary>
public sealed record PersonChoice(Guid Id, string Name, DateOnly? BirthMonth, string Units)
{
    public string Text => string.Join(" · ", new[] { Name, Units, BirthMonth?.ToString("yyyy-MM生") }.Where(t => !string.IsNullOrEmpty(t)));
}

public static class PersonSearch
{
    public const int Most = 50;

    /// <summary>Up to fifty of the people, by name.</summary>
    public static async Task<List<PersonChoice>> ChoosePeople(this AppDb db, IQueryable<Person> people, CancellationToken ct)
    {
        var found = await people.AsNoTracking().OrderBy(p => p.NameOrder).ThenBy(p => p.Id).Take(Most).Select(p => new
        {
            p.Id,
            p.Name,
            p.BirthMonth,
            Units = db.Memberships.Where(m => m.PersonId == p.Id && m.To == null).Join(db.Units, m => m.UnitId, u => u.Id, (m, u) => u).OrderBy(u => u.Order).Select(u => u.Name).ToList(),
        }).ToListAsync(ct);
        return [.. found.Select(p => new PersonChoice(p.Id, p.Name, p.BirthMonth, string.Join('、', p.Units)))];
    }
}
