using Exemplar.Rules.OwnRules;

namespace Exemplar.Rules.Catalogue;

/// <summary>Every rule that the product counts by, with where it comes from: nothing is asked of anybody without its source.</summary>
public sealed class RuleList(AppDb db, Actor actor, Lazy<RuleCatalogue> catalogue, TimeProvider clock)
{
    public sealed record Family(string Title, IReadOnlyList<Rule> Rules);

    public sealed record Own(OwnRule Rule, string Unit, bool MayEnd);

    public sealed record View(IReadOnlyList<Family> Families, IReadOnlyList<Own> OwnRules, IReadOnlyList<UnitPlace> MaySetFor);

    private static readonly (string Prefix, string Title)[] Families = [("MTG", "会议和活动"), ("EDU", "学习教育"), ("ORG", "组织设置"), ("ELE", "任期和选举"), ("ORD", "表决")];

    public async Task<View> Show(CancellationToken ct)
    {
        actor.Demand(RulesCapability.Rules);
        var today = clock.Today();
        var families = Families.Select(f => new Family(f.Title, [.. catalogue.Value.All.Where(r => r.Id.StartsWith(f.Prefix, StringComparison.Ordinal) && r.EffectiveTo >= today)])).ToList();

        var own = await db.OwnRules.AsNoTracking().Where(r => r.To == null || r.To >= today).OrderBy(r => r.Path).ThenBy(r => r.Id).ToListAsync(ct);
        var shown = new List<Own>();
        foreach (var rule in own)
        {
            var place = await db.FindPlace(rule.UnitId, ct);
            if (actor.MayInside(RulesCapability.Rules, place)) shown.Add(new(rule, place.Name, rule.To is null && actor.May(RulesCapability.Set, place)));
        }
        return new(families, shown, await db.PlacesFor(actor, RulesCapability.Set, AddOwnRule.Setters, ct));
    }
}
