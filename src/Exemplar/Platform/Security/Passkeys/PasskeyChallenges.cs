using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;

namespace Exemplar.Platform.Security.Passkeys;

/// <summary>A challenge that comes back with its answer.</summary>
/// <param name="State">What Identity's handler wrote when it made the challenge.</param>
/// <param name="MadeAt">To the millisecond; tells it from every other one of its passkey (<see cref="Passkey.LastChallengeAt"/>).</param>
public sealed record PasskeyChallenge(string State, DateTimeOffset MadeAt);

/// <summary>Seals challenges, so that they travel with the browser they were made for and are kept by nobody.</summary>
public sealed class PasskeyChallenges(IDataProtectionProvider protection, TimeProvider clock)
{
    public static readonly TimeSpan Last = TimeSpan.FromMinutes(5);

    /// <param name="purpose">What it is for and whom; it opens for nothing else.</param>
    public string Seal(string purpose, string state)
    {
        var text = Encoding.UTF8.GetBytes(state);
        var bytes = new byte[sizeof(long) + text.Length];
        BinaryPrimitives.WriteInt64BigEndian(bytes, clock.GetUtcNow().ToUnixTimeMilliseconds());
        text.CopyTo(bytes, sizeof(long));
        return Base64Url.EncodeToString(Box(purpose).Protect(bytes));
    }

    /// <summary>Null for one that is too old, made for something else, or none of ours.</summary>
    public PasskeyChallenge? Open(string purpose, string? challenge)
    {
        try
        {
            var bytes = Box(purpose).Unprotect(Base64Url.DecodeFromChars(challenge));
            var made = DateTimeOffset.FromUnixTimeMilliseconds(BinaryPrimitives.ReadInt64BigEndian(bytes));
            return clock.GetUtcNow() - made <= Last ? new(Encoding.UTF8.GetString(bytes.AsSpan(sizeof(long))), made) : null;
        }
        catch (Exception bent) when (bent is CryptographicException or FormatException)
        {
            return null;
        }
    }

    private IDataProtector Box(string purpose) => protection.CreateProtector("Exemplar.Passkey", purpose);
}
