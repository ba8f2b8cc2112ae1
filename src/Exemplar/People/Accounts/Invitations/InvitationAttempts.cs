namespace Exemplar.People.Accounts.Invitations;

/// <summary>
/// Ten wrong codes from one address within ten minutes shut it out for the rest of them. A code has 80 bits: this is against
/// noise, not what holds. Kept in memory, since a restart helps nobody to guess one.
/// </summary>
public sealed class InvitationAttempts(TimeProvider clock)
{
    public const int Most = 10;
    public static readonly TimeSpan Span = TimeSpan.FromMinutes(10);

    private readonly Lock gate = new();
    private readonly Dictionary<string, (DateTimeOffset Began, int Count)> counted = [];

    /// <summary>Counts a try before it is made, so that tries side by side are all counted.</summary>
    public bool MayTry(string address)
    {
        var now = clock.GetUtcNow();
        lock (gate)
        {
            foreach (var over in counted.Where(c => now - c.Value.Began >= Span).Select(c => c.Key).ToList()) counted.Remove(over);
            var (began, count) = counted.GetValueOrDefault(address, (now, 0));
            counted[address] = (began, count + 1);
            return count < Most;
        }
    }

    /// <summary>After a right code: whoever invites a whole office to one PC is not shut out.</summary>
    public void Forget(string address)
    {
        lock (gate) counted.Remove(address);
    }
}
