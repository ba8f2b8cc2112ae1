using Exemplar.Meetings;
using Exemplar.Organization;
using Exemplar.People;
using Exemplar.Rules.Standings;

namespace Exemplar.Agenda.Year;

/// <summary>预备期满（《中国共产党章程》第七条：一年）: whose confirmation the branch has to discuss, as far as the actor may see who it is.</summary>
public sealed class EndOfProbation(AppDb db, Actor actor)
{
    private const int Years = 1;

    /// <summary>Those of these units whose year is over in the span, by day. A month without a day is over when it begins.</summary>
    internal async Task<List<DueSoon.Row>> Within(IQueryable<Unit> units, DateOnly from, DateOnly until, DateOnly today, CancellationToken ct)
    {
        var found = await db.VisiblePeople(actor, PeopleCapability.View).AsNoTracking().Where(p => p.Status == MemberStatus.Probationary && p.JoinedOn != null)
            .SelectMany(p => p.Memberships.Where(m => m.To == null), (p, m) => new { p.Id, p.Name, p.JoinedOn, m.UnitId })
            .Join(units.Where(u => u.Kind == UnitKind.Branch || u.Kind == UnitKind.GeneralBranch), x => x.UnitId, u => u.Id, (x, u) => new { x.Id, x.Name, x.JoinedOn, x.UnitId, Unit = u.Name, u.Order }).ToListAsync(ct);
        return [.. from x in found
                   let over = x.JoinedOn!.Value.First.AddYears(Years)
                   where over >= @from && over <= until
                   orderby over, x.Order
                   select new DueSoon.Row(x.UnitId, x.Unit, $"{x.Name}预备期满，讨论转正", "预备期一年", 1, over, over < today ? StandingState.Missed : StandingState.AtRisk, MeetingKind.Members, $"/people/{x.Id}", null) { Order = x.Order, Person = new(x.Name, new(over, x.JoinedOn!.Value.HasDay)) }];
    }
}
