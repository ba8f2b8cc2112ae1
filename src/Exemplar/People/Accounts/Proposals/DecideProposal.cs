using Exemplar.Organization;

namespace Exemplar.People.Accounts.Proposals;

/// <summary>A second person approves or declines that somebody becomes an administrator or ceases to be one; whoever proposed it may only take it back.</summary>
public sealed class DecideProposal(AppDb db, Actor actor, TimeProvider clock)
{
    public sealed class Form
    {
        [Display(Name = "决定"), Required(ErrorMessage = "请选择")]
        public ProposalDecision? Decision { get; set; }
    }

    public sealed record View(GrantProposal Proposal, Account Account, Unit Unit, string By, bool IsOwn);

    public async Task<View> Open(Guid id, CancellationToken ct)
    {
        var proposal = await db.GrantProposals.FindOrThrow(id, ct);
        var unit = await db.Units.FindOrThrow(proposal.UnitId, ct);
        actor.Demand(PeopleCapability.ApproveGrants, within: unit);
        var by = await db.Users.Where(a => a.Id == proposal.ProposedById).Select(a => a.UserName).SingleOrDefaultAsync(ct) ?? "";
        return new(proposal, await db.Users.FindOrThrow(proposal.AccountId, ct), unit, by, proposal.IsOf(actor.Act()));
    }

    public Task<Result<View>> Handle(Guid id, Form form, CancellationToken ct) => db.Commit<View>(async (db, ct) =>
    {
        var found = await Open(id, ct);
        var (decision, today) = (form.Decision!.Value, clock.Today());
        if (decision is not ProposalDecision.Withdrawn && (GrantRules.IsOwn(found.Account, actor) || await db.IsSameHand(found.Account, actor, ct))) return new Refusal("自己的角色，须由另一人批准");
        if (found.Proposal.Refuse(decision, actor.Act()) is { } refusal) return refusal;

        Grant? becomes = null;
        if (decision is ProposalDecision.Approved)
        {
            var moved = found.Proposal.EndsGrantId is { } ends ? await End(db, found.Proposal, ends, today, ct) : await Give(db, found, today, ct);
            if (moved.Refusal is { } broken) return broken;
            becomes = found.Proposal.EndsGrantId is null ? moved.Value : null;
            db.Log(actor.Act(), PeopleCapability.ApproveGrants, moved.Value!);
        }
        found.Proposal.Decide(decision, becomes, actor.Act());
        db.Log(actor.Act(), PeopleCapability.ApproveGrants, found.Proposal);
        return found;
    }, ct);

    /// <summary>What was allowed on the day of the proposal may not be any more.</summary>
    private static async Task<Result<Grant>> Give(AppDb db, View found, DateOnly today, CancellationToken ct)
    {
        var grant = found.Proposal.ToGrant(today);
        var held = await db.Grants.AsNoTracking().Where(g => g.AccountId == grant.AccountId).ToListAsync(ct);
        if (GrantRules.RefuseGrant(grant, found.Unit, held, today) is { } refusal) return refusal;
        db.Add(grant);
        return grant;
    }

    private static async Task<Result<Grant>> End(AppDb db, GrantProposal proposal, Guid ends, DateOnly today, CancellationToken ct)
    {
        var grant = await db.Grants.FindOrThrow(ends, ct);
        if (grant.To < today) return new Refusal($"已于 {grant.To.Value.Iso()} 到期，不用再收回");
        grant.To = proposal.LastDayOf(grant, today);
        return grant;
    }
}
