using Exemplar.Rules;

namespace Exemplar.Organization;

/// <summary>A unit stands under another one from now on. What it is and has done goes with it; who looks in from above changes.</summary>
public sealed class MoveUnit(AppDb db, Actor actor, PermissionTable permissions, TimeProvider clock)
{
    public sealed class Form
    {
        public int Version { get; set; }

        [Display(Name = "移到哪个单位下面"), Required(ErrorMessage = "请选择单位")]
        public Guid? Parent { get; set; }
    }

    /// <summary>An account that looks into the unit from above, by one of its roles.</summary>
    public sealed record Reach(string Name, Role Role, string Unit);

    /// <summary>What moves along, and who sees it after instead of before.</summary>
    /// <param name="Below">Units below it.</param>
    public sealed record Preview(Unit Parent, int Below, int People, IReadOnlyList<Reach> Lose, IReadOnlyList<Reach> Gain);

    public sealed record View(Unit Unit, Unit? Above, IReadOnlyList<UnitChoice> Choices, Preview? Preview);

    /// <param name="parent">Where to, once it is chosen.</param>
    public async Task<View> Open(Guid id, Guid? parent, CancellationToken ct)
    {
        var unit = await db.Units.FindOrThrow(id, ct);
        actor.Demand(OrganizationCapability.Change, within: unit);
        var above = await db.Units.SingleOrDefaultAsync(u => u.Id == unit.ParentId, ct);
        var kinds = Enum.GetValues<UnitKind>().Where(k => Unit.MayStandUnder(k, unit.Kind)).ToArray();
        var choices = unit.ParentId is null || unit.DissolvedOn is not null ? [] : await db.ChooseUnits(actor, OrganizationCapability.Change, kinds, ct);
        var inside = await db.Units.Where(u => u.Path.StartsWith(unit.Path)).Select(u => u.Id).ToListAsync(ct);
        choices = choices.FindAll(c => c.Id != unit.ParentId && !inside.Contains(c.Id));
        var chosen = choices.Exists(c => c.Id == parent) ? await db.Units.AsNoTracking().FindOrThrow(parent!.Value, ct) : null;
        return new(unit, above, choices, chosen is null || above is null ? null : await Look(unit, above, chosen, inside, ct));
    }

    public Task<Result<Unit>> Handle(Guid id, Form form, CancellationToken ct) => db.Commit<Unit>(async (db, ct) =>
    {
        var (unit, above, choices, _) = await Open(id, form.Parent, ct);
        if (unit.Version != form.Version) throw new Stale(nameof(Unit));
        if (unit.ParentId is not null && unit.DissolvedOn is null && !choices.Any(c => c.Id == form.Parent)) return new Refusal(nameof(Form.Parent), "请从列表中选择单位");
        var parent = form.Parent is { } to ? await db.Units.SingleOrDefaultAsync(u => u.Id == to, ct) : null;
        if (parent is null) return new Refusal(nameof(Form.Parent), "请从列表中选择单位");
        if (await db.HasSibling(parent.Id, unit.Name, unit.Id, ct)) return new Refusal(nameof(Form.Parent), $"“{parent.Name}”下已有“{unit.Name}”，请先更名");

        var below = await db.Units.Where(u => u.Path.StartsWith(unit.Path) && u.Id != id).ToListAsync(ct);
        var (path, order, act) = (unit.Path, unit.Order, actor.Act());
        var levels = below.Count == 0 ? 0 : below.Max(u => u.Path.Count(c => c == '/')) - path.Count(c => c == '/');
        if (unit.MoveUnder(parent, await db.NextPosition(parent.Id, ct), levels) is { } refusal) return refusal;

        db.Log(act, OrganizationCapability.Change, unit);
        foreach (var one in below)
        {
            one.Follow(path, unit.Path, order, unit.Order);
            db.Log(act, OrganizationCapability.Change, one);
        }
        var step = UnitStep.Of(unit, UnitStepKind.Moved, act.Day, above!);
        db.Add(step);
        db.Log(act, OrganizationCapability.Change, step);
        await TakeRulesAlong([unit, .. below], act, ct);
        return unit;
    }, ct);

    /// <summary>Rules and notices of their own hold for what stands under them, wherever that is.</summary>
    private async Task TakeRulesAlong(IReadOnlyList<Unit> units, Act act, CancellationToken ct)
    {
        var (paths, ids) = (units.ToDictionary(u => u.Id, u => u.Path), units.Select(u => u.Id).ToList());
        foreach (var rule in await db.OwnRules.Where(r => ids.Contains(r.UnitId)).ToListAsync(ct))
        {
            rule.Path = paths[rule.UnitId];
            db.Log(act, RulesCapability.Set, rule);
        }
        foreach (var notice in await db.YearNotices.Where(n => ids.Contains(n.UnitId)).ToListAsync(ct))
        {
            notice.Path = paths[notice.UnitId];
            db.Log(act, RulesCapability.Notice, notice);
        }
    }

    private async Task<Preview> Look(Unit unit, Unit above, Unit parent, List<Guid> inside, CancellationToken ct)
    {
        var held = await db.HeldRoles(clock.Today(), ct);
        return new(parent, inside.Count - 1, await db.PeopleIn(inside, ct), Only(above.Path, parent.Path), Only(parent.Path, above.Path));

        // Who looks into the one place and not into the other; what every role may see is no change.
        List<Reach> Only(string here, string there) =>
            [.. held.Where(h => h.Reaches(here) && !h.Reaches(there) && permissions.All.Any(p => p.Roles.Contains(h.Role) && p.Roles.Length < Enum.GetValues<Role>().Length)).Select(h => new Reach(h.Who, h.Role, h.Unit))];
    }
}
