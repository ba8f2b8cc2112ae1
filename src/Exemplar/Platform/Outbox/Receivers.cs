namespace Exemplar.Platform.Outbox;

public static class Receivers
{
    /// <summary>The allowance of the person behind an account on that day: the roles of all their accounts count, since persons are leaders and not accounts.</summary>
    public static async Task<Allowance> AllowanceOf(this AppDb db, Account account, DateOnly day, CancellationToken ct)
    {
        var own = db.Users.Where(a => a.Id == account.Id || (account.PersonId != null && a.PersonId == account.PersonId)).Select(a => a.Id);
        var roles = await db.Grants.Where(g => own.Contains(g.AccountId) && g.From <= day && (g.To == null || g.To >= day)).Select(g => g.Role).Distinct().ToListAsync(ct);
        return Allowance.Of(roles);
    }

    /// <summary>How many messages were sent in these days to each kind of receiver; for the settings page and the reports on burden. Tests of the administrator are none of them.</summary>
    public static Task<Dictionary<Receiver, int>> SentMessages(this AppDb db, DateOnly from, DateOnly to, CancellationToken ct) =>
        db.OutboxMessages.Where(m => m.SentAt != null && m.Receiver != Receiver.Test && m.CountsOn >= from && m.CountsOn <= to)
            .GroupBy(m => m.Receiver).ToDictionaryAsync(g => g.Key, g => g.Count(), ct);
}
