using Exemplar.Organization;
using Exemplar.Rules;
using Exemplar.Rules.Catalogue;
using Exemplar.Rules.Standings;

namespace Exemplar.Agenda.Units;

/// <summary>The organization as far as the reader may see it, on one sheet: who leads, how many people, when terms end. One projection of the whole tree.</summary>
public sealed class UnitPicture(AppDb db, Actor actor, Lazy<RuleCatalogue> catalogue, TimeProvider clock)
{
    /// <param name="People">Of the unit itself, without those below it.</param>
    /// <param name="Term">The last day of the term, for whoever may see standings there; null while nobody has entered an election.</param>
    public sealed record Box(Guid Id, string Name, UnitKind Kind, string Leaders, int People, (DateOnly Ends, StandingState State)? Term, IReadOnlyList<Box> Below);

    /// <summary>A unit with those below it, or units of one kind that have none.</summary>
    /// <param name="Head">Null for units side by side; then <paramref name="Title"/> says what they are.</param>
    public sealed record Block(Box? Head, string Title, IReadOnlyList<Box> Boxes);

    /// <param name="Offices">The highest units that the reader sees: mostly one office.</param>
    public sealed record View(IReadOnlyList<(Box Top, IReadOnlyList<Block> Blocks)> Offices, DateOnly On, int Units);

    private sealed record Row(Guid Id, string Name, UnitKind Kind, Guid? ParentId, string Path);

    public async Task<View> Show(CancellationToken ct)
    {
        var today = clock.Today();
        var seen = db.Units.AsNoTracking().Where(actor, OrganizationCapability.View).Where(u => u.DissolvedOn == null);
        var units = await seen.OrderBy(u => u.Order).Select(u => new Row(u.Id, u.Name, u.Kind, u.ParentId, u.Path)).ToListAsync(ct);
        var (leaders, people, terms) = (await db.Leaders(seen, ct), await db.Headcounts(seen, ct), await Terms(today, ct));

        var ids = units.Select(u => u.Id).ToHashSet();
        var below = units.Where(u => u.ParentId is { } parent && ids.Contains(parent)).ToLookup(u => u.ParentId!.Value);
        return new([.. units.Where(u => u.ParentId is null || !ids.Contains(u.ParentId.Value)).Select(BoxOf).Select(top => (top with { Below = [] }, BlocksOf(top.Below)))], today, units.Count);

        Box BoxOf(Row unit) => new(unit.Id, unit.Name, unit.Kind, string.Join('、', leaders[unit.Id]), people.GetValueOrDefault(unit.Id), terms.TryGetValue(unit.Id, out var term) ? term : null, [.. below[unit.Id].Select(BoxOf)]);
    }

    /// <summary>In organization order; units that stand alone are put together where the first of their kind stands.</summary>
    private static List<Block> BlocksOf(IReadOnlyList<Box> boxes)
    {
        List<Block> blocks = [];
        foreach (var box in boxes)
        {
            if (box.Below.Count > 0) blocks.Add(new(box with { Below = [] }, "", box.Below));
            else if (blocks.FindIndex(b => b.Head is null && b.Boxes[0].Kind == box.Kind) is >= 0 and var at) blocks[at] = blocks[at] with { Boxes = [.. blocks[at].Boxes, box] };
            else blocks.Add(new(null, box.Kind.Name(), [box]));
        }
        return blocks;
    }

    private async Task<Dictionary<Guid, (DateOnly, StandingState)>> Terms(DateOnly today, CancellationToken ct)
    {
        var rules = catalogue.Value.Terms;
        var units = db.Units.Where(actor, RulesCapability.View);
        var open = await db.Standings.AsNoTracking().Where(s => rules.Contains(s.Rule) && !s.Met && !s.OfPerson && units.Any(u => u.Id == s.SubjectId)).OrderBy(s => s.From).ToListAsync(ct);
        return open.GroupBy(s => s.SubjectId).ToDictionary(g => g.Key, g => (g.Last().DueOn, g.Last().State(today)));
    }
}
