using Exemplar.Platform.Security;
using Exemplar.Platform.Security.Factors;
using Exemplar.Platform.Security.Passkeys;
using Microsoft.Extensions.DependencyInjection;

namespace Exemplar.Tests.Support;

/// <summary>Second factors of test accounts: every administrator has one, as the product asks.</summary>
internal static class Factors
{
    /// <summary>The secret of the test vectors of RFC 6238.</summary>
    public static readonly byte[] Secret = [.. "12345678901234567890"u8];

    public static SecondFactor Of(TestApp app, Guid account) =>
        new() { AccountId = account, Sealed = app.Services.GetRequiredService<OneTimeCodes>().Seal(account, Secret), EnrolledAt = TestApp.Start, LastStep = 0 };

    /// <summary>A passkey that no device has: nobody signs in with it.</summary>
    public static Passkey Passkey(Guid account) => new()
    {
        AccountId = account,
        CredentialId = [.. account.ToByteArray()],
        PublicKey = [1],
        Name = "办公室电脑",
        Host = "localhost",
        Transports = "",
        IsBackupEligible = false,
        IsBackedUp = false,
        AddedAt = TestApp.Start,
        LastChallengeAt = TestApp.Start,
        SignCount = 0,
    };

    /// <summary>For an account with these roles: the factor that it must have, or none.</summary>
    public static IEnumerable<object> For(TestApp app, Guid account, IEnumerable<Role> roles) => roles.Any(r => r.IsAdministrator()) ? [Of(app, account)] : [];

    /// <summary>What the phone shows, now or so many steps from now.</summary>
    public static string Code(this TestApp app, int steps = 0) => OneTimeCodes.CodeAt(Secret, app.Clock.GetUtcNow().AddSeconds(30 * steps));
}
