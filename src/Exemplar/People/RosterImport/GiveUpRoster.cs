namespace Exemplar.People.RosterImport;

/// <summary>Whoever handed a sheet in does not want it after all: it is deleted at once.</summary>
public sealed class GiveUpRoster(AppDb db, Actor actor)
{
    public Task<Result<int>> Handle(Guid id, CancellationToken ct) =>
        db.Commit<int>(async (db, ct) => await db.HandedIn(id, actor).ExecuteDeleteAsync(ct), ct);
}
