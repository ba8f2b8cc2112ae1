namespace Exemplar.Platform.Outbox.Channels;

/// <summary>A way out of the house.</summary>
public interface IChannel
{
    ChannelKind Kind { get; }

    /// <summary>Messages a minute at most, over all instances.</summary>
    int PerMinute { get; }

    /// <summary>Hands the message over; null when it is through. Throws only what nobody foresaw, and never logs what it carries.</summary>
    Task<Failure?> Deliver(OutboxMessage message, OutboxSetup setup, CancellationToken ct);
}
