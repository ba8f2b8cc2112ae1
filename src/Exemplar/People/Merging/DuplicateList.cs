using Exemplar.Organization;

namespace Exemplar.People.Merging;

/// <summary>疑似重复: people who may be on the roster twice, the likeliest first; and pairs that somebody said are two people.</summary>
public sealed class DuplicateList(AppDb db, Actor actor)
{
    public const int Most = 50;

    /// <param name="Keep">Which would be kept: the one with an account, else with more history.</param>
    public sealed record Row(Guid Keep, Guid Other, string KeepInWords, string OtherInWords, IReadOnlyList<string> For, IReadOnlyList<string> Against);

    public sealed record Judged(Guid First, Guid Second, string FirstInWords, string SecondInWords, string By, DateTimeOffset At);

    /// <param name="Count">All of them; shown are the first.</param>
    public sealed record View(IReadOnlyList<Row> Rows, int Count, IReadOnlyList<Judged> Judged);

    public async Task<View> Show(CancellationToken ct)
    {
        actor.Demand(PeopleCapability.Change);
        var judged = await db.JudgedDifferent.AsNoTracking().OrderByDescending(j => j.At).ThenBy(j => j.Id).ToListAsync(ct);
        var pairs = LikelyPair.Among(await Candidates(ct), judged.Select(j => (j.FirstId, j.SecondId)).ToHashSet());
        List<LikelyPair> shown = [.. pairs.Take(Most)];
        List<Guid> ids = [.. shown.SelectMany(p => (Guid[])[p.One.Id, p.Other.Id]).Concat(judged.SelectMany(j => (Guid[])[j.FirstId, j.SecondId])).Distinct()];
        var words = await db.PeopleInWords(db.VisiblePeople(actor, PeopleCapability.Change).Where(p => ids.Contains(p.Id)), ct);
        var history = await db.HistoryOf([.. shown.SelectMany(p => (Guid[])[p.One.Id, p.Other.Id]).Distinct()], ct);
        var together = await db.MeetingsTogether(shown.ConvertAll(p => JudgedDifferent.Pair(p.One.Id, p.Other.Id)), ct);
        var by = await db.People.Where(p => db.JudgedDifferent.Any(j => j.PersonId == p.Id)).ToDictionaryAsync(p => p.Id, p => p.Name, ct);
        return new([.. shown.Select(RowOf)], pairs.Count,
            [.. judged.Where(j => words.ContainsKey(j.FirstId) && words.ContainsKey(j.SecondId)).Take(Most).Select(j => new Judged(j.FirstId, j.SecondId, words[j.FirstId], words[j.SecondId], j.PersonId is { } who ? by.GetValueOrDefault(who, "") : "", j.At))]);

        Row RowOf(LikelyPair pair)
        {
            var (keep, other) = history.GetValueOrDefault(pair.Other.Id) > history.GetValueOrDefault(pair.One.Id) ? (pair.Other, pair.One) : (pair.One, pair.Other);
            var both = together.GetValueOrDefault(JudgedDifferent.Pair(keep.Id, other.Id));
            return new(keep.Id, other.Id, words[keep.Id], words[other.Id], pair.For, both > 0 ? [.. pair.Against, $"有 {both} 次会议两份都记为出席"] : pair.Against);
        }
    }

    /// <summary>Whoever shares the sound of their name with somebody, by name.</summary>
    private async Task<List<KnownFacts>> Candidates(CancellationToken ct)
    {
        var names = await db.VisiblePeople(actor, PeopleCapability.Change).AsNoTracking().Select(p => new { p.Id, p.Name }).ToListAsync(ct);
        var ids = names.GroupBy(p => NameSound.Of(NameLikeness.KeyOf(p.Name))).Where(g => g.Count() > 1).SelectMany(g => g).Select(p => p.Id).ToHashSet();
        var found = new List<KnownFacts>(ids.Count);
        foreach (var some in ids.Chunk(500))
        {
            var stays = (await db.Memberships.Where(m => some.Contains(m.PersonId)).Join(db.Units, m => m.UnitId, u => u.Id, (m, u) => new { m.PersonId, m.UnitId, m.To, u.Kind }).ToListAsync(ct)).ToLookup(s => s.PersonId);
            foreach (var person in await db.People.IgnoreAutoIncludes().AsNoTracking().Where(p => some.Contains(p.Id)).Select(p => new { p.Id, p.Name, p.NameOrder, p.Sex, p.BirthMonth, p.JoinedOn, p.Status, p.IsRetired }).ToListAsync(ct))
            {
                var of = stays[person.Id].Where(s => s.To is null || stays[person.Id].All(o => o.To is not null)).ToLookup(s => s.Kind is UnitKind.Branch or UnitKind.GeneralBranch, s => s.UnitId);
                found.Add(new(person.Id, person.Name, person.Sex, person.BirthMonth, person.JoinedOn, person.Status, person.IsRetired, of[true].ToHashSet(), of[false].ToHashSet()));
            }
        }
        return [.. found.OrderBy(p => p.Name, PinyinOrder.Instance).ThenBy(p => p.Id)];
    }
}
