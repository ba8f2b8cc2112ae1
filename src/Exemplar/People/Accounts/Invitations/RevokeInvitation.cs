namespace Exemplar.People.Accounts.Invitations;

/// <summary>The system administrator takes an invitation back that nobody has accepted yet.</summary>
public sealed class RevokeInvitation(AppDb db, Actor actor)
{
    public sealed class Form;

    public Task<Account> Open(Guid accountId, CancellationToken ct) => db.DemandAccount(accountId, actor, PeopleCapability.OpenAccounts, ct);

    public Task<Result<Account>> Handle(Guid accountId, CancellationToken ct) => db.Commit<Account>(async (db, ct) =>
    {
        var account = await Open(accountId, ct);
        if (!await db.EndInvitations(accountId, InvitationEnding.Revoked, actor.Act(), ct)) return new Refusal("没有还可以用的邀请");

        var step = AccountStep.Of(account, AccountStepKind.InvitationRevoked, actor.Act());
        db.Add(step);
        db.Log(actor.Act(), PeopleCapability.OpenAccounts, step);
        return account;
    }, ct);
}
