namespace Exemplar.Organization;

/// <summary>The organization as far as the reader may see it, in its own order.</summary>
public sealed class UnitTree(AppDb db, Actor actor)
{
    public sealed record Row(Guid Id, string Name, UnitKind Kind, int Depth, string Leaders, int People, DateOnly? DissolvedOn);

    public sealed record View(IReadOnlyList<Row> Rows, int Dissolved);

    public async Task<View> Show(bool withDissolved, CancellationToken ct)
    {
        var seen = db.Units.AsNoTracking().Where(actor, OrganizationCapability.View);
        var units = await seen.OrderBy(u => u.Order).Select(u => new { u.Id, u.Name, u.Kind, u.Order, u.DissolvedOn }).ToListAsync(ct);
        var leaders = await db.Leaders(seen, ct);
        var people = await db.Headcounts(seen, ct);

        var top = units.Count == 0 ? 0 : units.Min(u => DepthOf(u.Order));
        return new(
            [.. from u in units
                where withDissolved || u.DissolvedOn is null
                select new Row(u.Id, u.Name, u.Kind, DepthOf(u.Order) - top, string.Join('、', leaders[u.Id]), people.GetValueOrDefault(u.Id), u.DissolvedOn)],
            units.Count(u => u.DissolvedOn is not null));
    }

    private static int DepthOf(string order) => order.Count(c => c == '/');
}
