using Exemplar.Documents.Official;
using Exemplar.Meetings;
using Exemplar.Meetings.Papers;
using Exemplar.Organization;
using Exemplar.Rules;
using Exemplar.Rules.Catalogue;

namespace Exemplar.Agenda.Handbook;

/// <summary>
/// 支部工作手册: a branch's year on paper, from its records alone. A paper has no reader's rights, so what only some may
/// see of leaders is never on it, and late entry, a matter of the house, neither.
/// </summary>
public sealed class BranchHandbook(AppDb db, Actor actor, MeetingKinds kinds, Lazy<RuleCatalogue> catalogue, TimeProvider clock)
{
    private const int FirstYear = 2000;

    /// <summary>Units that hold branch meetings, a general branch among them.</summary>
    public static bool IsKeptBy(Unit unit, MeetingKinds kinds) => kinds.Find(MeetingKind.Members)!.UnitKinds.Contains(unit.Kind);

    /// <summary>Throws <see cref="NotFound"/> for units that keep none, and for years that are none or have not begun.</summary>
    public async Task<(string Name, OfficialDocument Document)> Show(Guid id, int year, CancellationToken ct)
    {
        var unit = await db.Units.AsNoTracking().FindOrThrow(id, ct);
        actor.Demand(AgendaCapability.PrintHandbook, within: unit);
        var today = clock.Today();
        if (!IsKeptBy(unit, kinds) || year < FirstYear || year > today.Year) throw new NotFound(nameof(BranchHandbook));

        var record = await Read(unit, Period.Of(PeriodKind.Year, new(year, 1, 1)), today, ct);
        return ($"{unit.Name} 支部工作手册 {year}年", HandbookPaper.Of(record));
    }

    private async Task<HandbookYear> Read(Unit unit, Period year, DateOnly today, CancellationToken ct)
    {
        var asOf = today < year.Last ? today : year.Last;
        var superior = await db.Units.AsNoTracking().SingleOrDefaultAsync(u => u.Id == unit.ParentId, ct);
        var groups = await db.Units.AsNoTracking().Where(actor, OrganizationCapability.View)
            .Where(u => u.ParentId == unit.Id && u.Kind == UnitKind.PartyGroup && (u.DissolvedOn == null || u.DissolvedOn > year.First)).OrderBy(u => u.Order).ToListAsync(ct);

        var posts = await db.PostsOf(unit, groups, year, ct);
        var roll = await db.RollOf(unit, posts, year, asOf, actor, ct);
        var rules = (await db.RulesInUse(catalogue.Value, ct)).Where(r => r is { Require: not null, Restricted: false }).ToList();
        return new(unit, await db.OrganOfBody(unit, ct), superior is null ? "" : await db.OrganOfBody(superior, ct), year, asOf, [.. groups.Select(g => g.Name)], posts, roll,
            await Duties(unit, groups, rules, year, today, ct),
            actor.May(RulesCapability.People, unit) ? await db.HoursOf(unit.Id, rules, roll, year.First.Year, ct) : null,
            await new MeetingReader(db, kinds, actor).Read(unit, year, ct));
    }

    /// <summary>Those of its Party groups stand where the rules stand, the branch's own first.</summary>
    private async Task<List<DutyLine>> Duties(Unit unit, List<Unit> groups, List<Rule> rules, Period year, DateOnly today, CancellationToken ct)
    {
        var duties = await db.DutiesOf(unit.Id, rules, year, today, ct);
        foreach (var group in groups) duties.AddRange((await db.DutiesOf(group.Id, rules, year, today, ct)).Where(d => d.IsHeld).Select(d => d with { Group = group.Name }));
        return groups.Count == 0 ? duties : [.. duties.OrderBy(d => rules.IndexOf(d.Rule))];
    }
}
