using Exemplar.Organization;
using Exemplar.People;
using Exemplar.People.Statuses;
using Exemplar.Rules;
using Exemplar.Rules.Catalogue;
using Exemplar.Rules.Standings;

namespace Exemplar.Platform.Data;

/// <summary>The roll as rules see it. Here and not in Rules/, which knows neither units nor people (docs/adr/0013).</summary>
public partial class AppDb
{
    /// <summary>With a unit move its people and the Party units above it; with a person, the units that they are or were in.</summary>
    /// <param name="below">Of these, the units whose whole subtree moves.</param>
    internal async Task<HashSet<Guid>> WithFollowers(HashSet<Guid> ids, HashSet<Guid> below, CancellationToken ct)
    {
        foreach (var path in below.Count == 0 ? [] : await Units.Where(u => below.Contains(u.Id)).Select(u => u.Path).ToListAsync(ct))
            ids.UnionWith(await Units.Where(u => u.Path.StartsWith(path)).Select(u => u.Id).ToListAsync(ct));
        var all = new HashSet<Guid>(ids);
        var units = await Units.Where(u => ids.Contains(u.Id)).Select(u => u.Path).ToListAsync(ct);
        all.UnionWith(await Memberships.Where(m => ids.Contains(m.UnitId)).Select(m => m.PersonId).ToListAsync(ct));
        all.UnionWith(await Posts.Where(p => ids.Contains(p.UnitId)).Select(p => p.PersonId).ToListAsync(ct));
        var places = await Memberships.Where(m => ids.Contains(m.PersonId)).Join(Units, m => m.UnitId, u => u.Id, (m, u) => u.Path).Distinct().ToListAsync(ct);
        var above = units.Concat(places).SelectMany(Above).Distinct().ToList();
        all.UnionWith(await Units.Where(u => above.Contains(u.Path) && (u.Kind == UnitKind.Branch || u.Kind == UnitKind.GeneralBranch || u.Kind == UnitKind.Committee)).Select(u => u.Id).ToListAsync(ct));
        return all;
    }

    /// <summary>Everything that can have a standing: units whose duties are kept, and everybody who is or was in a branch.</summary>
    internal async Task<List<Guid>> SubjectIds(CancellationToken ct) =>
        [.. await Units.Where(u => u.DutiesFrom != null).OrderBy(u => u.Path).Select(u => u.Id).ToListAsync(ct), .. await People.Where(p => p.Status != null || Memberships.Any(m => m.PersonId == p.Id && Units.Any(u => u.Id == m.UnitId && (u.Kind == UnitKind.Branch || u.Kind == UnitKind.GeneralBranch))))
            .OrderBy(p => p.Id).Select(p => p.Id).ToListAsync(ct)];

    /// <summary>Those of them that these rules are about, with as much of the roll as the rules look at.</summary>
    internal async Task<List<Subject>> Subjects(IReadOnlyCollection<Guid> ids, IReadOnlyList<Rule> rules, CancellationToken ct)
    {
        var (ofUnits, ofPersons) = (rules.Where(r => !r.Scope.OfPersons).ToList(), rules.Where(r => r.Scope.OfPersons).ToList());
        var counted = ofUnits.Exists(r => r.Require?.Measure is Measure.Share)   // a fact of a person moves the unit that they are in
            ? [.. ids.Union(await Memberships.Where(m => m.To == null && ids.Contains(m.PersonId)).Select(m => m.UnitId).Distinct().ToListAsync(ct))] : ids;
        return [.. await Foreseen(counted, ofUnits, persons: false, UnitSubjects, ct), .. await Foreseen(ids, ofPersons, persons: true, PersonSubjects, ct)];
    }

    private async Task<List<Subject>> UnitSubjects(IReadOnlyCollection<Guid> ids, List<Rule> rules, CancellationToken ct)
    {
        var units = await Units.AsNoTracking().Where(u => ids.Contains(u.Id)).OrderBy(u => u.Path).ToListAsync(ct);
        if (units.Count == 0) return [];

        var members = rules.Exists(r => r.LooksAtMembers);
        var own = (members ? await Stays(Units.Where(u => ids.Contains(u.Id)), ct) : []).ToLookup(s => s.UnitId);
        var posts = (rules.Exists(r => r.LooksAtPosts) ? await Held(Posts.Where(p => ids.Contains(p.UnitId)), ct) : []).ToLookup(p => p.UnitId);
        var subjects = new List<Subject>(units.Count);
        foreach (var unit in units)
        {
            // A committee's roll is that of the branches below it.
            var stays = members && unit.Kind is (UnitKind.Committee or UnitKind.GeneralBranch) ? await Stays(Units.Where(u => u.Path.StartsWith(unit.Path)), ct) : [.. own[unit.Id]];
            subjects.Add(new(unit.Id, stays, [.. posts[unit.Id]])
            {
                Kind = unit.Kind.ToString(),
                Path = unit.Path,
                DutiesFrom = unit.DutiesFrom,
                DissolvedOn = unit.DissolvedOn,
                TermExtendedTo = unit.TermExtendedTo,
                Formation = unit.Kind is UnitKind.Branch ? unit.Formation.ToString() : "",
                CoveredUnits = unit.CoveredUnits ?? 0,
                TaskEndsOn = unit.TaskEndsOn,
            });
        }
        return subjects;
    }

    private async Task<List<Subject>> PersonSubjects(IReadOnlyCollection<Guid> ids, List<Rule> rules, CancellationToken ct)
    {
        var people = await People.AsNoTracking().Where(p => ids.Contains(p.Id))
            .Select(p => new { p.Id, p.JoinedOn, p.ConfirmedOn }).ToListAsync(ct);
        if (people.Count == 0) return [];

        var stays = (await Stays(Units.Where(u => u.Kind == UnitKind.Branch || u.Kind == UnitKind.GeneralBranch), ct, ids)).ToLookup(s => s.PersonId);
        var posts = (rules.Exists(r => r.LooksAtPosts) ? await Held(Posts.Where(p => ids.Contains(p.PersonId)), ct) : []).ToLookup(p => p.PersonId);
        return people.ConvertAll(p => new Subject(p.Id, [.. stays[p.Id]], [.. posts[p.Id]])
        {
            JoinedOn = p.JoinedOn?.First,
            ConfirmedOn = p.ConfirmedOn?.First,
        });
    }

    /// <summary>Cut where somebody became something else: on each day of a stay its status is that of the day.</summary>
    private async Task<List<Stay>> Stays(IQueryable<Unit> units, CancellationToken ct, IReadOnlyCollection<Guid>? people = null)
    {
        var found = await Memberships.Where(m => people == null || people.Contains(m.PersonId))
            .Join(units, m => m.UnitId, u => u.Id, (m, u) => new { m, u }).Join(People, x => x.m.PersonId, p => p.Id, (x, p) => new { x.m.PersonId, x.m.UnitId, x.u.Path, x.u.DutiesFrom, x.m.From, x.m.To, p.Status, p.IsRetired, p.ConfirmedOn })
            .OrderBy(x => x.From).ToListAsync(ct);
        var statuses = await this.StatusesOf([.. found.Select(x => x.PersonId).Distinct()], ct);
        return
        [
            .. from x in found
               from span in statuses.Cut(x.PersonId, x.From, x.To, x.Status, x.IsRetired, x.ConfirmedOn)
               select new Stay(x.PersonId, x.UnitId, x.Path, x.DutiesFrom, span.From, span.To, span.Status?.ToString(), span.IsRetired),
        ];
    }

    private async Task<List<Held>> Held(IQueryable<Post> posts, CancellationToken ct)
    {
        var found = await posts.Join(Units, p => p.UnitId, u => u.Id, (p, u) => new { p.PersonId, p.UnitId, u.Path, u.DutiesFrom, Unit = u.Kind, p.Kind, p.From, p.To }).OrderBy(x => x.From).ToListAsync(ct);
        return found.ConvertAll(x => new Held(x.PersonId, x.UnitId, x.Path, x.DutiesFrom, $"{x.Unit}/{x.Kind}", x.From, x.To));
    }

    /// <summary>The unit as a place for the gates; 404 when there is none.</summary>
    internal async Task<UnitPlace> FindPlace(Guid unit, CancellationToken ct) =>
        await Units.Where(u => u.Id == unit).Select(u => new UnitPlace(u.Id, u.Name, u.Kind.ToString(), u.Path)).SingleOrDefaultAsync(ct) ?? throw new NotFound(nameof(Unit));

    internal Task<string> NameOfPerson(Guid person, CancellationToken ct) => People.Where(p => p.Id == person).Select(p => p.Name).SingleAsync(ct);

    /// <summary>The living units of these kinds in which the actor holds the permission, in organization order.</summary>
    internal async Task<List<UnitPlace>> PlacesFor(Actor actor, string permission, string[] kinds, CancellationToken ct) =>
        [.. (await Units.Where(actor, permission).Where(u => u.DissolvedOn == null).OrderBy(u => u.Order).Select(u => new UnitPlace(u.Id, u.Name, u.Kind.ToString(), u.Path)).ToListAsync(ct)).Where(u => kinds.Contains(u.Kind))];

    /// <summary>A path and those above it: /1/12/ gives /1/12/ and /1/.</summary>
    private static IEnumerable<string> Above(string path)
    {
        for (var end = path.Length; end > 1; end = path.LastIndexOf('/', end - 2) + 1) yield return path[..end];
    }
}
