using Exemplar.Rules.Catalogue;
using Exemplar.Rules.Standings;

namespace Exemplar.Agenda.Handbook;

/// <summary>How the duties of the branch stood over the year, and what its members learnt.</summary>
internal static class DutySource
{
    /// <param name="rules">Those that count and that every reader may see, in the order of the catalogue.</param>
    public static async Task<List<DutyLine>> DutiesOf(this AppDb db, Guid unit, List<Rule> rules, Period year, DateOnly today, CancellationToken ct)
    {
        var (first, last) = (year.First, year.Last);
        var standings = await db.Standings.AsNoTracking().Where(s => s.UnitId == unit && !s.OfPerson && s.From <= last && s.To >= first).ToListAsync(ct);
        var facts = await db.Facts.Where(f => f.UnitId == unit && f.PersonId == null && !f.Voided && f.CountsOn >= first && f.CountsOn <= last)
            .Select(f => new { f.Kind, f.OccurredOn, f.CountsOn }).ToListAsync(ct);
        return [.. from standing in standings
                   group standing by standing.Rule into same
                   let place = PlaceOf(same.Key, same.Max(s => s.From))
                   where place >= 0
                   orderby place
                   select new DutyLine(rules[place], [.. same.OrderBy(s => s.From).Select(s => new DutyCell(s, s.State(today),
                       [.. facts.Where(f => f.CountsOn >= s.From && f.CountsOn <= s.To && rules[place].Require!.Reads(f.Kind)).Select(f => f.OccurredOn).Distinct().Order()]))])];

        int PlaceOf(string id, DateOnly on) => rules.FindLastIndex(r => r.Id == id && r.IsInForce(on)) is >= 0 and var inForce ? inForce : rules.FindLastIndex(r => r.Id == id);
    }

    /// <summary>In the order of the roster, who is not on it any more behind; never by hours.</summary>
    public static async Task<List<HoursLine>> HoursOf(this AppDb db, Guid unit, List<Rule> rules, MemberRoll roll, int year, CancellationToken ct)
    {
        var found = await db.Standings.AsNoTracking().Where(s => s.UnitId == unit && s.OfPerson && s.Year == year)
            .Join(db.People, s => s.SubjectId, p => p.Id, (s, p) => new { s, p.Name }).ToListAsync(ct);
        var known = rules.Select(r => r.Id).ToHashSet();
        var place = roll.Members.Select((m, n) => (m.PersonId, n)).ToDictionary(m => m.PersonId, m => m.n);
        return [.. found.Where(x => known.Contains(x.s.Rule)).GroupBy(x => (x.s.SubjectId, x.Name))
            .OrderBy(g => place.GetValueOrDefault(g.Key.SubjectId, int.MaxValue)).ThenBy(g => g.Key.Name, PinyinOrder.Instance)
            .Select(g => Line(g.Key.Name, [.. g.Select(x => (x.s, Rule: rules.Last(r => r.Id == x.s.Rule)))]))];
    }

    /// <summary>Of several sums of hours, such as a member's and a secretary's, the one that asks most.</summary>
    private static HoursLine Line(string name, List<(Standing Standing, Rule Rule)> standings)
    {
        var sums = standings.FindAll(s => s.Rule.Require!.Measure is Measure.Sum);
        (int, int)? hours = sums.Count == 0 ? null : sums.Max(s => (s.Standing.Required, s.Standing.Actual)) is var (required, actual) ? (actual, required) : null;
        return new(name, hours, [.. standings.Except(sums).OrderBy(s => s.Rule.Id, StringComparer.Ordinal).Select(s => $"{s.Rule.Title} {s.Rule.Require!.Shown(s.Standing.Actual)}/{s.Rule.Require.Shown(s.Standing.Required)}")]) { IsBlank = standings.TrueForAll(s => s.Standing.Actual == 0) };
    }
}
