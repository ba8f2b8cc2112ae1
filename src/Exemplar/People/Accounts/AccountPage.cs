using Exemplar.Organization;

namespace Exemplar.People.Accounts;

/// <summary>One account: whose it is, which roles it holds where and until when, what those allow, what was done to it.</summary>
public sealed class AccountPage(AppDb db, Actor actor, PermissionTable permissions, TimeProvider clock)
{
    public sealed record Given(Guid Id, Role Role, string Unit, bool Inherit, DateOnly From, DateOnly? To, bool MayEnd, string Approval, string Ending);

    /// <summary>Waits for a second person.</summary>
    public sealed record Proposed(Guid Id, string What, Role Role, string Unit);

    public sealed record Step(AccountStepKind Kind, DateTimeOffset At, string By);

    public sealed record View(Account Account, string Name, IReadOnlyList<Given> Grants, IReadOnlyList<Given> Former, IReadOnlyList<Proposed> Pending, IReadOnlyList<RoleMeaning> Meanings, IReadOnlyList<Step> Steps,
        DateOnly? InvitedUntil, DateTimeOffset? FactorSince, int Passkeys, bool NeedsFactor, bool IsLocked, bool IsSmallOffice, OneHand? OneHand, bool IsOwn, bool MayOpen, bool MayGrant, bool MaySecure);

    public async Task<View> Show(Guid id, CancellationToken ct)
    {
        var account = await db.DemandAccount(id, actor, PeopleCapability.ViewAccounts, ct);
        var today = clock.Today();

        var approved = await db.GrantProposals.Where(p => p.AccountId == id && p.Decision == ProposalDecision.Approved).Select(p => new
        {
            p.GrantId,
            p.EndsGrantId,
            By = db.Users.Where(a => a.Id == p.ProposedById).Select(a => a.UserName).Single(),
            DecidedBy = db.Users.Where(a => a.Id == p.DecidedById).Select(a => a.UserName).Single(),
        }).ToListAsync(ct);
        var givenBy = approved.Where(p => p.GrantId is not null).ToDictionary(p => p.GrantId!.Value, p => $"{p.By}提出，{p.DecidedBy}批准");
        var endedBy = approved.Where(p => p.EndsGrantId is not null).ToDictionary(p => p.EndsGrantId!.Value, p => $"{p.By}提出，{p.DecidedBy}批准");
        var pending = (await db.GrantProposals.AsNoTracking().Where(p => p.AccountId == id && p.Decision == null).Join(db.Units, p => p.UnitId, u => u.Id, (p, u) => new { p, u.Name }).ToListAsync(ct))
            .ConvertAll(x => new Proposed(x.p.Id, x.p.What, x.p.Role, x.Name));
        var given = (await db.Grants.Where(g => g.AccountId == id).Join(db.Units, g => g.UnitId, u => u.Id, (g, u) => new { g, u }).OrderBy(x => x.u.Order).ThenBy(x => x.g.From).ToListAsync(ct))
            .ConvertAll(x => new Given(x.g.Id, x.g.Role, x.u.Name, x.g.Inherit, x.g.From, x.g.To, actor.May(PeopleCapability.GrantRoles, x.u),
                x.g.Role.IsAdministrator() ? givenBy.GetValueOrDefault(x.g.Id, "没有第二人批准") : "", endedBy.GetValueOrDefault(x.g.Id, "")));
        var steps = await db.AccountSteps.Where(s => s.AccountId == id).OrderByDescending(s => s.At).ThenByDescending(s => s.Id)
            .Select(s => new Step(s.Kind, s.At,
                db.Users.Where(a => a.Id == s.ById).Select(a => db.People.Where(p => p.Id == a.PersonId).Select(p => p.Name).SingleOrDefault() ?? a.DisplayName).SingleOrDefault() ?? ""))
            .ToListAsync(ct);
        var current = given.Where(g => g.To is null || g.To >= today).ToList();
        var roles = current.Where(g => g.From <= today).Select(g => g.Role).Distinct().ToList();

        var oneHand = (await db.OneHands(db.Users, ct)).FirstOrDefault(o => o.Own == id || o.Administrator == id);

        return new(account,
            await db.People.Where(p => p.Id == account.PersonId).Select(p => p.Name).SingleOrDefaultAsync(ct) ?? account.DisplayName,
            current, [.. given.Except(current)], pending,
            RoleMeaning.Of(permissions, roles),
            steps,
            await db.Invitations.Where(i => i.AccountId == id && i.EndedAt == null && i.GoodUntil >= today).Select(i => (DateOnly?)i.GoodUntil).SingleOrDefaultAsync(ct),
            await db.SecondFactors.Where(f => f.AccountId == id).Select(f => (DateTimeOffset?)f.EnrolledAt).SingleOrDefaultAsync(ct),
            await db.Passkeys.CountAsync(p => p.AccountId == id, ct),
            roles.Any(r => r.IsAdministrator()),
            account.DisabledAt is not null,
            roles.Contains(Role.SystemAdministrator) && roles.Contains(Role.SecurityAdministrator),
            oneHand,
            GrantRules.IsOwn(account, actor),
            actor.May(PeopleCapability.OpenAccounts), actor.May(PeopleCapability.GrantRoles) && !await db.IsSameHand(account, actor, ct), actor.May(PeopleCapability.SecureAccounts));
    }
}
