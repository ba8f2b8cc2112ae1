namespace Exemplar.People.Merging;

internal static class PeopleInWordsQueries
{
    private const int WithAccount = 1_000_000;

    /// <summary>张三（第二党支部，1980年5月生，2009年7月入党）: enough to tell two records of one name apart.</summary>
    public static async Task<Dictionary<Guid, string>> PeopleInWords(this AppDb db, IQueryable<Person> people, CancellationToken ct)
    {
        var found = await people.IgnoreAutoIncludes().AsNoTracking().Select(p => new
        {
            p.Id,
            p.Name,
            p.BirthMonth,
            p.JoinedOn,
            Units = db.Memberships.Where(m => m.PersonId == p.Id && m.To == null).Join(db.Units, m => m.UnitId, u => u.Id, (m, u) => u).OrderBy(u => u.Order).Select(u => u.Name).ToList(),
        }).ToListAsync(ct);
        return found.ToDictionary(p => p.Id, p => InWords(p.Name, string.Join('、', p.Units), p.BirthMonth, p.JoinedOn));
    }

    /// <summary>How much rests on each of them: an account first, then meetings, posts and stays.</summary>
    public static async Task<Dictionary<Guid, int>> HistoryOf(this AppDb db, IReadOnlyCollection<Guid> people, CancellationToken ct)
    {
        var weight = await db.TimesOnRoll(people, ct);
        foreach (var stays in await db.Memberships.Where(m => people.Contains(m.PersonId)).GroupBy(m => m.PersonId).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(ct)) Add(stays.Key, stays.Count);
        foreach (var posts in await db.Posts.Where(p => people.Contains(p.PersonId)).GroupBy(p => p.PersonId).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(ct)) Add(posts.Key, posts.Count);
        foreach (var owner in await db.Users.Where(a => a.DisabledAt == null && a.PersonId != null && people.Contains(a.PersonId.Value)).Select(a => a.PersonId!.Value).Distinct().ToListAsync(ct)) Add(owner, WithAccount);
        return weight;

        void Add(Guid person, int more) => weight[person] = weight.GetValueOrDefault(person) + more;
    }

    private static string InWords(string name, string units, DateOnly? born, PartialDate? joined)
    {
        string[] facts = [units.Length > 0 ? units : "不在任何单位", born is { } b ? $"{b.Year}年{b.Month}月生" : "没有出生年月", .. joined is { } j ? [$"{j.InWords}入党"] : Array.Empty<string>()];
        return $"{name}（{string.Join('，', facts)}）";
    }
}
