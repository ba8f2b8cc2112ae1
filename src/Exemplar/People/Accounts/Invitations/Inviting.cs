namespace Exemplar.People.Accounts.Invitations;

/// <summary>The account, and the code of its invitation when this very request made it.</summary>
public sealed record Invited(Account Account, string? Code);

internal static class Inviting
{
    /// <summary>Inside a commit: makes an invitation and ends those that were still open.</summary>
    /// <returns>The code: to be shown once and kept by nobody.</returns>
    public static async Task<string> Invite(this AppDb db, Account account, Act act, Guid id, Guid? batch, CancellationToken ct)
    {
        await db.EndInvitations(account.Id, InvitationEnding.Replaced, act, ct);
        var code = Invitation.NewCode();
        var invitation = new Invitation
        {
            Id = id,
            AccountId = account.Id,
            CodeHash = WrittenCode.HashOf(code),
            MadeAt = act.At,
            MadeById = act.Account,
            GoodUntil = act.Day.AddDays(Invitation.DaysGood),
            BatchId = batch,
        };
        var step = AccountStep.Of(account, AccountStepKind.Invited, act);
        db.AddRange(invitation, step);
        db.Log(act, PeopleCapability.OpenAccounts, invitation);
        db.Log(act, PeopleCapability.OpenAccounts, step);
        return code;
    }

    /// <summary>Inside a commit. False when none was open.</summary>
    public static async Task<bool> EndInvitations(this AppDb db, Guid account, InvitationEnding how, Act act, CancellationToken ct)
    {
        var open = await db.Invitations.Where(i => i.AccountId == account && i.EndedAt == null).ToListAsync(ct);
        foreach (var invitation in open)
        {
            invitation.End(how, act);
            db.Log(act, PeopleCapability.OpenAccounts, invitation);
        }
        return open.Count > 0;
    }
}
