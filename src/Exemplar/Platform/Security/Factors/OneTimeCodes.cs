using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using OtpNet;

namespace Exemplar.Platform.Security.Factors;

/// <summary>
/// Makes, seals and tries the secrets of second factors: TOTP as every authenticator app reads it (RFC 6238: SHA-1, six
/// digits, 30 seconds; the RFC recommends 160 bits), one step of drift to either side.
/// </summary>
public sealed class OneTimeCodes(IDataProtectionProvider protection, TimeProvider clock)
{
    private const int SecretBytes = 20, Digits = 6;

    /// <summary>How long a secret that is shown may wait for its first code.</summary>
    public static readonly TimeSpan OfferLasts = TimeSpan.FromMinutes(20);

    private static readonly VerificationWindow Drift = new(previous: 1, future: 1);

    public static byte[] NewSecret() => RandomNumberGenerator.GetBytes(SecretBytes);

    /// <summary>As it is typed into a phone that cannot read the picture: Base32 in groups of four.</summary>
    public static string InLetters(byte[] secret) => string.Join(' ', Base32Encoding.ToString(secret).TrimEnd('=').Chunk(4).Select(part => new string(part)));

    public static byte[] FromLetters(string letters) => Base32Encoding.ToBytes(letters.Replace(" ", "", StringComparison.Ordinal));

    /// <summary>What an authenticator app reads from the picture.</summary>
    public static string Address(byte[] secret, string userName) => new OtpUri(OtpType.Totp, secret, userName, "表率").ToString();

    public static string CodeAt(byte[] secret, DateTimeOffset instant) => new Totp(secret).ComputeTotp(instant.UtcDateTime);

    /// <summary>The step whose code this is, now or one step away; null for any other text.</summary>
    public long? StepOf(byte[] secret, string typed)
    {
        var code = WrittenCode.Plain(typed);
        if (code.Length != Digits || !code.All(char.IsAsciiDigit)) return null;
        return new Totp(secret).VerifyTotp(clock.GetUtcNow().UtcDateTime, code, out var step, Drift) ? step : null;
    }

    /// <summary>Opens for this account alone: copied to another account's row it opens nothing.</summary>
    public string Seal(Guid account, byte[] secret) => Box(account).Protect(Convert.ToBase64String(secret));

    /// <summary>Null when the keys that sealed it are gone.</summary>
    public byte[]? Open(SecondFactor factor)
    {
        try
        {
            return Convert.FromBase64String(Box(factor.AccountId).Unprotect(factor.Sealed));
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    /// <summary>A new secret that travels with the page that shows it and is kept by nobody until a code confirms it.</summary>
    public string NewOffer(Guid account)
    {
        var offer = new byte[sizeof(long) + SecretBytes];
        BinaryPrimitives.WriteInt64BigEndian(offer, clock.GetUtcNow().ToUnixTimeMilliseconds());
        NewSecret().CopyTo(offer, sizeof(long));
        return Base64Url.EncodeToString(Offers(account).Protect(offer));
    }

    /// <summary>Null for one that is too old, another account's, or no offer at all.</summary>
    public byte[]? OpenOffer(Guid account, string? offer)
    {
        try
        {
            var bytes = Offers(account).Unprotect(Base64Url.DecodeFromChars(offer));
            var made = DateTimeOffset.FromUnixTimeMilliseconds(BinaryPrimitives.ReadInt64BigEndian(bytes));
            return clock.GetUtcNow() - made <= OfferLasts ? bytes[sizeof(long)..] : null;
        }
        catch (Exception bent) when (bent is CryptographicException or FormatException)
        {
            return null;
        }
    }

    private IDataProtector Box(Guid account) => protection.CreateProtector("Exemplar.SecondFactor", $"{account}");

    private IDataProtector Offers(Guid account) => protection.CreateProtector("Exemplar.SecondFactor.Offer", $"{account}");
}
