namespace Exemplar.Platform.Outbox;

/// <summary>
/// Puts a message into the outbox, inside the <c>db.Commit</c> of what caused it. Texts carry no content: a number and where
/// to look. What would break a cap is not queued.
/// </summary>
public sealed class QueueMessage(AppDb db, SendingHours hours, TimeProvider clock)
{
    /// <summary>A mail to an account that has given an address; null, and nothing queued, when it may not get one now.</summary>
    public async Task<OutboxMessage?> ToAccount(Guid accountId, string subject, string text, CancellationToken ct)
    {
        var account = await db.Users.AsNoTracking().SingleAsync(a => a.Id == accountId, ct);
        var (notBefore, day) = When();
        var allowance = await db.AllowanceOf(account, day, ct);
        var receiver = account.PersonId ?? account.Id;
        var (from, to) = allowance.Around(day);
        if (account.Email is null || account.DisabledAt is not null
            || await db.OutboxMessages.CountAsync(m => m.ReceiverId == receiver && m.CountsOn >= from && m.CountsOn <= to, ct) >= allowance.Most
            || await db.OutboxMessages.AnyAsync(m => m.ReceiverId == receiver && m.CountsOn == day, ct)) return null;

        return Add(new()
        {
            Channel = ChannelKind.Mail,
            Receiver = allowance.Receiver,
            To = account.Email,
            Subject = subject,
            Text = text,
            AccountId = account.Id,
            ReceiverId = receiver,
            CountsOn = day,
            MadeAt = clock.GetUtcNow(),
            NotBefore = notBefore,
            NotAfter = SendingHours.EndOf(day),
        });
    }

    /// <summary>A message of a robot to its group; null when the group had one this week.</summary>
    public async Task<OutboxMessage?> ToGroup(ChannelKind robot, string text, CancellationToken ct)
    {
        var (notBefore, day) = When();
        var (monday, sunday) = (Allowance.Monday(day), Allowance.Monday(day).AddDays(6));
        if (await db.OutboxMessages.AnyAsync(m => m.Receiver == Receiver.Group && m.CountsOn >= monday && m.CountsOn <= sunday, ct)) return null;
        return Add(new() { Channel = robot, Receiver = Receiver.Group, To = "", Text = text, CountsOn = day, MadeAt = clock.GetUtcNow(), NotBefore = notBefore, NotAfter = SendingHours.EndOf(day) });
    }

    /// <param name="to">The administrator's own address; empty for a robot.</param>
    public OutboxMessage Test(Guid id, ChannelKind channel, string to)
    {
        const string words = "表率：这是一条测试消息，收到说明对外发送的设置可用。";
        var (notBefore, day) = When();
        return Add(new() { Id = id, Channel = channel, Receiver = Receiver.Test, To = to, Subject = "表率：测试消息", Text = words, CountsOn = day, MadeAt = clock.GetUtcNow(), NotBefore = notBefore });
    }

    private (DateTimeOffset NotBefore, DateOnly Day) When()
    {
        var notBefore = hours.Next(clock.GetUtcNow());
        return (notBefore, SendingHours.DayOf(notBefore));
    }

    private OutboxMessage Add(OutboxMessage message)
    {
        db.Add(message);
        return message;
    }
}
