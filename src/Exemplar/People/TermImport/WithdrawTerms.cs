using Exemplar.Organization;
using Exemplar.Rules;

namespace Exemplar.People.TermImport;

/// <summary>Takes an import back: its posts are gone, elections and beginnings are what they were, the record log keeps what had been taken over.</summary>
public sealed class WithdrawTerms(AppDb db, Actor actor)
{
    public sealed class Form;

    /// <param name="BuiltOn">What was changed since and stands in the way, in words.</param>
    public sealed record View(ImportedTerms Import, Unit Unit, string By, IReadOnlyList<string> BuiltOn);

    public async Task<View> Open(Guid id, CancellationToken ct)
    {
        var import = await db.ImportedTerms.Include(t => t.Terms).Include(t => t.Sooner).AsSplitQuery().FindOrThrow(id, ct);
        var unit = await db.Units.FindOrThrow(import.UnitId, ct);
        actor.Demand(PeopleCapability.Appoint, within: unit);
        var by = await db.People.Where(p => p.Id == import.PersonId).Select(p => p.Name).FirstOrDefaultAsync(ct)
            ?? await db.Users.Where(a => a.Id == import.AccountId).Select(a => a.DisplayName).FirstOrDefaultAsync(ct) ?? "";
        return new(import, unit, by, await BuiltOn(import, ct));
    }

    public Task<Result<ImportedTerms>> Handle(Guid id, CancellationToken ct) => db.Commit<ImportedTerms>(async (db, ct) =>
    {
        var (import, _, _, builtOn) = await Open(id, ct);
        var act = actor.Act();
        if (import.Withdraw(builtOn, act) is { } refusal) return refusal;
        db.Log(act, PeopleCapability.Appoint, import);

        var posts = await db.Posts.Where(p => p.ImportId == id).ToListAsync(ct);
        foreach (var post in posts) db.Log(act, PeopleCapability.Appoint, post);
        db.RemoveRange(posts);
        foreach (var moved in import.Sooner)
        {
            var post = await db.Posts.FindOrThrow(moved.PostId, ct);
            post.From = moved.Before;
            db.Log(act, PeopleCapability.Appoint, post);
        }
        await db.VoidFacts([id], ct);
        foreach (var last in import.Terms.Where(t => t.IsLast))
        {
            var unit = await db.Units.FindOrThrow(last.UnitId, ct);
            if (unit.KeepDuties(unit.DutiesFrom, last.Before, act.Day) is { } unkept) return unkept;
            db.Log(act, OrganizationCapability.Change, unit);
            await db.StateFacts(unit.Id, last.Before is { } before ? [Fact.Of("elected", unit.Id, unit.Id, before)] : [], ct);
        }
        return import;
    }, ct);

    /// <summary>A post that ended or moved since, and a unit whose last election is another now.</summary>
    private async Task<List<string>> BuiltOn(ImportedTerms import, CancellationToken ct)
    {
        if (import.WithdrawnAt is not null) return [];
        var posts = await db.Posts.AsNoTracking().Where(p => p.ImportId == import.Id && db.LogEntries.Count(e => e.RecordId == p.Id) > 1)
            .Join(db.Units, p => p.UnitId, u => u.Id, (p, u) => new { p.PersonId, p.Kind, u.Name, u.Order }).Join(db.People, x => x.PersonId, p => p.Id, (x, p) => new { x.Kind, x.Name, x.Order, Person = p.Name }).OrderBy(x => x.Order).ToListAsync(ct);
        var moved = import.Sooner.ConvertAll(s => s.PostId);
        var ended = await db.Posts.AsNoTracking().Where(p => moved.Contains(p.Id) && p.To != null).Join(db.Units, p => p.UnitId, u => u.Id, (p, u) => new { p.Kind, u.Name }).ToListAsync(ct);
        var lasts = import.Terms.Where(t => t.IsLast).ToDictionary(t => t.UnitId, t => t.ElectedOn);
        var ids = lasts.Keys.ToList();
        var units = await db.Units.AsNoTracking().Where(u => ids.Contains(u.Id)).OrderBy(u => u.Order).Select(u => new { u.Id, u.Name, u.ElectedOn }).ToListAsync(ct);
        return [.. posts.Select(p => $"{p.Name}{p.Kind.Name()} {p.Person}"), .. ended.Select(p => $"{p.Name}{p.Kind.Name()}"), .. units.Where(u => u.ElectedOn != lasts[u.Id]).Select(u => $"{u.Name}的换届日期")];
    }
}
