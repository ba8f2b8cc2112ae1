using Exemplar.Organization;
using Exemplar.People.Accounts.Proposals;

namespace Exemplar.People.Accounts;

/// <summary>The security administrator gives an account a role in a unit, for a time or for good. An administrator's role is proposed only, as long as there is a second person to approve it.</summary>
public sealed class GrantRole(AppDb db, Actor actor, PermissionTable permissions, TimeProvider clock)
{
    public sealed class Form
    {
        public Guid Id { get; set; } = Guid.CreateVersion7();   // chosen before sending: sent twice, granted once

        [Display(Name = "角色"), Required(ErrorMessage = "请选择角色")]
        public Role? Role { get; set; }

        [Display(Name = "单位"), Required(ErrorMessage = "请选择单位")]
        public Guid? Unit { get; set; }

        [Display(Name = "连同下级单位")]
        public bool Inherit { get; set; }

        [Display(Name = "从哪一天起"), Required]
        public DateOnly? From { get; set; }

        [Display(Name = "到哪一天为止")]
        public DateOnly? To { get; set; }
    }

    /// <param name="Waits">For a second person; the role is not given yet.</param>
    /// <param name="IsAlone">An administrator's role that nobody else could have approved.</param>
    public sealed record Given(Role Role, bool Waits, bool IsAlone);

    public sealed record View(Account Account, IReadOnlyList<UnitChoice> Units, IReadOnlyList<RoleMeaning> Meanings);

    public async Task<View> Open(Guid accountId, CancellationToken ct)
    {
        var account = await db.DemandAccount(accountId, actor, PeopleCapability.GrantRoles, ct);
        return new(account, await db.ChooseUnits(actor, PeopleCapability.GrantRoles, [], ct), RoleMeaning.Of(permissions, Enum.GetValues<Role>()));
    }

    public Task<Result<Given>> Handle(Guid accountId, Form form, CancellationToken ct) => db.Commit<Given>(async (db, ct) =>
    {
        var account = await db.DemandAccount(accountId, actor, PeopleCapability.GrantRoles, ct);
        if (await db.Grants.SingleOrDefaultAsync(g => g.Id == form.Id && g.AccountId == accountId, ct) is { } kept)
            return Resent.Answer(new Given(kept.Role, Waits: false, IsAlone: false), kept.Role == form.Role && kept.UnitId == form.Unit, kept.Role.Name());
        if (await db.GrantProposals.SingleOrDefaultAsync(p => p.Id == form.Id && p.AccountId == accountId, ct) is { } proposed)
            return Resent.Answer(new Given(proposed.Role, Waits: true, IsAlone: false), proposed.Role == form.Role && proposed.UnitId == form.Unit, proposed.Role.Name());
        if (await db.Units.Where(actor, PeopleCapability.GrantRoles).SingleOrDefaultAsync(u => u.Id == form.Unit, ct) is not { } unit)
            return new Refusal(nameof(Form.Unit), "请从列表中选择单位");

        var grant = new Grant { Id = form.Id, AccountId = accountId, Role = form.Role!.Value, UnitId = unit.Id, Inherit = form.Inherit, From = form.From!.Value, To = form.To };
        var held = await db.Grants.AsNoTracking().Where(g => g.AccountId == accountId).ToListAsync(ct);
        if (GrantRules.Refuse(grant, unit, account, actor, held, await db.IsSameHand(account, actor, ct), clock.Today()) is { } refusal) return refusal;
        var isAdministrator = grant.Role.IsAdministrator();
        if (isAdministrator && await db.HasSecondPerson(actor, permissions, account, unit, clock.Today(), ct))
        {
            if (await db.GrantProposals.AnyAsync(p => p.AccountId == accountId && p.Role == grant.Role && p.UnitId == unit.Id && p.EndsGrantId == null && p.Decision == null, ct)) return new Refusal(nameof(Form.Role), "已经提出，正等另一人批准");
            var proposal = GrantProposal.Of(grant, actor.Act());
            db.Add(proposal);
            db.Log(actor.Act(), PeopleCapability.GrantRoles, proposal);
            return new Given(grant.Role, Waits: true, IsAlone: false);
        }
        db.Add(grant);
        db.Log(actor.Act(), PeopleCapability.GrantRoles, grant);
        return new Given(grant.Role, Waits: false, IsAlone: isAdministrator);
    }, ct);
}
