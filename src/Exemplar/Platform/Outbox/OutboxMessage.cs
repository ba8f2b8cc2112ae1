namespace Exemplar.Platform.Outbox;

public enum ChannelKind
{
    [Display(Name = "邮件")] Mail,
    [Display(Name = "钉钉机器人")] DingTalk,
    [Display(Name = "企业微信机器人")] WeCom,
}

/// <summary>Kinds of receivers, as what was sent is counted.</summary>
public enum Receiver
{
    [Display(Name = "党员")] Member,
    [Display(Name = "支部、科室、办公室")] Duty,
    [Display(Name = "工作群")] Group,
    [Display(Name = "测试")] Test,
}

/// <summary>
/// One message that is to leave the house, written in the transaction that caused it and sent after the commit. Sending is
/// at least once: an instance that dies between sending and noting it leaves the claim to run out, and another sends again.
/// </summary>
public sealed class OutboxMessage : IVersioned
{
    public const int LongestFailure = 100;

    /// <summary>How long whoever claimed a message may take over it; longer than every channel's time limit.</summary>
    public static readonly TimeSpan Claimed = TimeSpan.FromMinutes(5);

    private static readonly TimeSpan[] Pauses =
        [TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(30), TimeSpan.FromHours(2), TimeSpan.FromHours(12)];

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required ChannelKind Channel { get; init; }
    public required Receiver Receiver { get; init; }

    /// <summary>The mail address, gone once the message is through or given up; empty for a robot, whose group is a setting.</summary>
    public required string To { get; set; }
    public string Subject { get; init; } = "";
    public required string Text { get; init; }

    /// <summary>The account that it is for; null for a group and for a test.</summary>
    public Guid? AccountId { get; init; }

    /// <summary>The person behind the account, or the account of nobody: whoever has two accounts has one allowance.</summary>
    public Guid? ReceiverId { get; init; }

    /// <summary>The civil day of the first try: caps are counted by it, and nobody gets two messages on one day.</summary>
    public required DateOnly CountsOn { get; init; }
    public required DateTimeOffset MadeAt { get; init; }

    /// <summary>The next try; never in quiet hours.</summary>
    public required DateTimeOffset NotBefore { get; set; }

    /// <summary>After this the message says nothing any more; null when it keeps.</summary>
    public DateTimeOffset? NotAfter { get; init; }
    public int Attempts { get; private set; }
    public DateTimeOffset? TriedAt { get; private set; }
    public DateTimeOffset? SentAt { get; private set; }
    public DateTimeOffset? GivenUpAt { get; private set; }
    public string? LastFailure { get; private set; }
    public int Version { get; set; }

    /// <summary>Takes the message for one try; the version keeps a second instance from taking it too.</summary>
    public void Claim(DateTimeOffset now, SendingHours hours)
    {
        Attempts++;
        TriedAt = now;
        NotBefore = hours.Next(now + Claimed);
    }

    public void Settle(Failure? failure, DateTimeOffset now, SendingHours hours)
    {
        if (failure is null)
        {
            (SentAt, LastFailure, To) = (now, null, "");
            return;
        }
        LastFailure = failure.Reason.Length > LongestFailure ? failure.Reason[..LongestFailure] : failure.Reason;
        if (failure.IsFinal || Attempts > Pauses.Length)
        {
            GiveUp(LastFailure, now);
            return;
        }
        var pause = Pauses[Attempts - 1];
        NotBefore = hours.Next(now + (failure.Wait is { } wait && wait > pause ? wait : pause));
        if (NotBefore > NotAfter) GiveUp(LastFailure, now);
    }

    public void GiveUp(string reason, DateTimeOffset now) => (GivenUpAt, LastFailure, To) = (now, reason, "");
}

/// <summary>
/// Why a try failed, in words for the administrator: without addresses, keys or what a server answered. A final one is not
/// tried again; <paramref name="Wait"/> is the least time that the other side asks for.
/// </summary>
public sealed record Failure(string Reason, bool IsFinal = false, TimeSpan? Wait = null);

internal sealed class OutboxMessageTable : IEntityTypeConfiguration<OutboxMessage>
{
    public void Configure(EntityTypeBuilder<OutboxMessage> table)
    {
        table.ToTable("OutboxMessages");
        table.Property(m => m.To).HasMaxLength(254);
        table.Property(m => m.Subject).HasMaxLength(100);
        table.Property(m => m.Text).HasMaxLength(500);
        table.Property(m => m.LastFailure).HasMaxLength(OutboxMessage.LongestFailure);
        table.HasIndex(m => new { m.ReceiverId, m.CountsOn }).IsUnique();   // null, a group or a test, is no duplicate of null
        table.HasIndex(m => new { m.CountsOn, m.Receiver });
        table.HasIndex(m => new { m.SentAt, m.GivenUpAt, m.NotBefore });
    }
}
