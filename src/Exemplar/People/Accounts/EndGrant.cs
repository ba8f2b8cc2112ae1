using Exemplar.Organization;
using Exemplar.People.Accounts.Proposals;
using Exemplar.Platform.Web;

namespace Exemplar.People.Accounts;

/// <summary>The security administrator takes a role back. That of an administrator only by proposal, as long as there is a second person to approve it: locking the account stops it at once.</summary>
public sealed class EndGrant(AppDb db, Actor actor, PermissionTable permissions, TimeProvider clock)
{
    public sealed class Form
    {
        [Display(Name = "最后一天"), Required]
        public DateOnly? On { get; set; }
    }

    /// <param name="NeedsApproval">By a second person; the role lasts until then.</param>
    public sealed record View(Grant Grant, Account Account, Unit Unit, bool NeedsApproval);

    public async Task<View> Open(Guid id, CancellationToken ct)
    {
        var grant = await db.Grants.FindOrThrow(id, ct);
        var unit = await db.Units.FindOrThrow(grant.UnitId, ct);
        actor.Demand(PeopleCapability.GrantRoles, within: unit);
        var account = await db.Users.FindOrThrow(grant.AccountId, ct);
        return new(grant, account, unit, grant.Role.IsAdministrator() && await db.HasSecondPerson(actor, permissions, account, unit, clock.Today(), ct));
    }

    public Task<Result<View>> Handle(Guid id, Form form, CancellationToken ct) => db.Commit<View>(async (db, ct) =>
    {
        var found = await Open(id, ct);
        var (on, today) = (form.On!.Value, clock.Today());
        if (GrantRules.RefuseOwn(found.Account, actor, await db.IsSameHand(found.Account, actor, ct)) is { } own) return own;
        if (found.Grant.To < today) return new Refusal($"已于 {found.Grant.To!.Value.Iso()} 到期");
        if (on < today.AddDays(-1)) return new Refusal(nameof(Form.On), "不能收回已经用过的日子；要立即收回，请填昨天");
        if (found.Grant.To is { } until && on > until) return new Refusal(nameof(Form.On), $"原定 {until.Iso()} 截止；要延长请另外授予");

        if (!found.NeedsApproval)
        {
            found.Grant.To = on;
            db.Log(actor.Act(), PeopleCapability.GrantRoles, found.Grant);
            return found;
        }
        if (await db.GrantProposals.SingleOrDefaultAsync(p => p.EndsGrantId == id && p.Decision == null, ct) is { } proposed)
            return proposed.To == on ? found : new Refusal($"已经提出收回（最后一天 {proposed.To!.Value.Iso()}），正等另一人批准");
        var proposal = GrantProposal.ToEnd(found.Grant, on, actor.Act());
        db.Add(proposal);
        db.Log(actor.Act(), PeopleCapability.GrantRoles, proposal);
        return found;
    }, ct);
}
