using Exemplar.Organization;

namespace Exemplar.People.RosterImport;

/// <summary>Takes an import back: whom, which posts and which units it brought are gone as if it had never been, the record log keeps what they were.</summary>
public sealed class WithdrawRoster(AppDb db, Actor actor)
{
    public sealed class Form;

    /// <param name="BuiltOn">What stands in the way of taking it back, in words.</param>
    public sealed record View(ImportedRoster Import, Unit Unit, string By, IReadOnlyList<string> BuiltOn);

    public async Task<View> Open(Guid id, CancellationToken ct)
    {
        var import = await db.ImportedRosters.FindOrThrow(id, ct);
        var unit = await db.Units.FindOrThrow(import.UnitId, ct);
        actor.Demand(PeopleCapability.Import, within: unit);
        var by = await db.People.Where(p => p.Id == import.PersonId).Select(p => p.Name).FirstOrDefaultAsync(ct)
            ?? await db.Users.Where(a => a.Id == import.AccountId).Select(a => a.DisplayName).FirstOrDefaultAsync(ct) ?? "";
        return new(import, unit, by, import.WithdrawnAt is null ? await db.RestsOnImport(id, ct) : []);
    }

    public Task<Result<ImportedRoster>> Handle(Guid id, CancellationToken ct) => db.Commit<ImportedRoster>(async (db, ct) =>
    {
        var (import, _, _, builtOn) = await Open(id, ct);
        var act = actor.Act();
        if (import.Withdraw(builtOn, act) is { } refusal) return refusal;
        db.Log(act, PeopleCapability.Import, import);

        var brought = await db.BroughtIn.Where(b => b.ImportId == id).ToListAsync(ct);
        var people = await db.People.Include(p => p.Memberships).Where(p => db.BroughtIn.Any(b => b.ImportId == id && b.Id == p.Id)).ToListAsync(ct);
        var units = await db.Units.Where(u => db.BroughtIn.Any(b => b.ImportId == id && b.Id == u.Id)).ToListAsync(ct);
        var posts = await db.Posts.Where(p => p.ImportId == id).ToListAsync(ct);
        List<Guid> counting = [.. people.SelectMany(p => p.Memberships).Select(m => m.UnitId).Concat(units.Select(u => u.ParentId!.Value)).Distinct().Except(units.Select(u => u.Id))];
        foreach (var person in people) db.Log(act, PeopleCapability.Import, person);
        foreach (var post in posts) db.Log(act, PeopleCapability.Appoint, post);
        foreach (var unit in units) db.Log(act, OrganizationCapability.Change, unit);
        await db.ForgetWordsFor(act, units.ConvertAll(u => u.Id), ct);
        db.RemoveRange(posts);
        db.RemoveRange(people);
        db.RemoveRange(units);
        db.RemoveRange(brought);
        await db.DropStandings(brought.ConvertAll(b => b.Id), counting, ct);
        return import;
    }, ct);
}
