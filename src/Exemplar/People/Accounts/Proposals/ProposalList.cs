using Exemplar.Organization;

namespace Exemplar.People.Accounts.Proposals;

/// <summary>Which administrators are proposed, to become or to cease to be one, and wait for a second person, and what became of the last ones.</summary>
public sealed class ProposalList(AppDb db, Actor actor)
{
    private const int MostDecided = 30;

    public sealed record Row(Guid Id, Guid AccountId, string UserName, string What, bool Ends, Role Role, string Unit, bool Inherit, DateOnly From, DateOnly? To, string By, DateTimeOffset At, ProposalDecision? Decision, string DecidedBy, DateTimeOffset? DecidedAt, bool MayDecide);

    public sealed record View(IReadOnlyList<Row> Pending, IReadOnlyList<Row> Decided);

    public async Task<View> Show(CancellationToken ct)
    {
        actor.Demand(PeopleCapability.ViewAccounts);
        var units = db.Units.Where(actor, PeopleCapability.ViewAccounts);
        var seen = db.GrantProposals.Where(p => units.Any(u => u.Id == p.UnitId));
        return new(
            await Rows(seen.Where(p => p.Decision == null).OrderBy(p => p.ProposedAt).ThenBy(p => p.Id), ct),
            await Rows(seen.Where(p => p.Decision != null).OrderByDescending(p => p.DecidedAt).ThenBy(p => p.Id).Take(MostDecided), ct));
    }

    private async Task<List<Row>> Rows(IQueryable<GrantProposal> proposals, CancellationToken ct) => (await proposals.AsNoTracking().Select(p => new
    {
        p,
        Unit = db.Units.Single(u => u.Id == p.UnitId),
        UserName = db.Users.Where(a => a.Id == p.AccountId).Select(a => a.UserName).Single(),
        By = db.Users.Where(a => a.Id == p.ProposedById).Select(a => a.UserName).SingleOrDefault(),
        DecidedBy = db.Users.Where(a => a.Id == p.DecidedById).Select(a => a.UserName).SingleOrDefault(),
    }).ToListAsync(ct)).ConvertAll(x => new Row(x.p.Id, x.p.AccountId, x.UserName!, x.p.What, x.p.EndsGrantId is not null, x.p.Role, x.Unit.Name, x.p.Inherit, x.p.From, x.p.To, x.By ?? "", x.p.ProposedAt, x.p.Decision, x.DecidedBy ?? "", x.p.DecidedAt,
        x.p.Decision is null && actor.May(PeopleCapability.ApproveGrants, x.Unit)));
}
