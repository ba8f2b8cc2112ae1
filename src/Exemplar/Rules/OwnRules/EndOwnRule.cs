namespace Exemplar.Rules.OwnRules;

/// <summary>A unit takes back a duty that it set itself, with the end of the running period.</summary>
public sealed class EndOwnRule(AppDb db, Actor actor)
{
    public sealed class Form
    {
        public int Version { get; set; }
    }

    public async Task<OwnRule> Open(Guid id, CancellationToken ct)
    {
        var rule = await db.OwnRules.FindOrThrow(id, ct);
        actor.Demand(RulesCapability.Set, within: await db.FindPlace(rule.UnitId, ct));
        return rule;
    }

    public Task<Result<OwnRule>> Handle(Guid id, Form form, CancellationToken ct) => db.Commit<OwnRule>(async (db, ct) =>
    {
        var rule = await Open(id, ct);
        if (rule.Version != form.Version) throw new Stale(nameof(OwnRule));
        var act = actor.Act();
        if (rule.End(act.Day) is { } refusal) return refusal;
        db.Log(act, RulesCapability.Set, rule);
        return rule;
    }, ct);
}
