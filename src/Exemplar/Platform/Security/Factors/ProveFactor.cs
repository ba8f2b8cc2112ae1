namespace Exemplar.Platform.Security.Factors;

/// <summary>Tries what somebody typed as the second factor of an account: the code on the phone, or a recovery code, which an account with passkeys alone may have too. Either is taken once.</summary>
public sealed class ProveFactor(AppDb db, OneTimeCodes codes, TimeProvider clock)
{
    public async Task<bool> Handle(Account account, string typed, CancellationToken ct)
    {
        var taken = await Try(account, typed, ct);
        db.Attach(account);   // a commit forgets what was loaded before it, and whoever counts failures finds the account a second time
        return taken.Value;
    }

    private Task<Result<bool>> Try(Account account, string typed, CancellationToken ct) => db.Commit<bool>(async (db, ct) =>
    {
        // The condition stands in the statement: of requests side by side with one code, one is let through.
        if (await db.SecondFactors.AsNoTracking().SingleOrDefaultAsync(f => f.AccountId == account.Id, ct) is { } factor && codes.Open(factor) is { } secret && codes.StepOf(secret, typed) is { } step)
            return await db.SecondFactors.Where(f => f.AccountId == account.Id && f.LastStep < step).ExecuteUpdateAsync(s => s.SetProperty(f => f.LastStep, step), ct) == 1;

        var hash = WrittenCode.HashOf(typed);
        if (await db.RecoveryCodes.Where(c => c.AccountId == account.Id && c.Hash == hash).ExecuteDeleteAsync(ct) == 0) return false;

        var act = new Act(account.Id, account.PersonId, clock.GetUtcNow());
        var used = AccountStep.Of(account, AccountStepKind.RecoveryCodeUsed, act);
        db.Add(used);
        db.Log(act, SecurityCapability.OwnAccount, used);
        return true;
    }, ct);
}
