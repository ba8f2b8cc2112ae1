using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;

namespace Exemplar.Platform.Security.Factors;

/// <summary>
/// Whoever has given the right password and owes the code. It lies in a cookie of five minutes that only the server reads,
/// opens no page but the one that asks for the code, and is void once the password is another.
/// </summary>
public sealed class HalfSignedIn(SignInManager<Account> door, UserManager<Account> accounts)
{
    public static readonly TimeSpan Lasts = TimeSpan.FromMinutes(5);
    internal const string Scheme = "Identity.TwoFactorUserId", Cookie = "exemplar-half";
    private const string Stamp = "stamp";

    public Task Begin(Account account) => door.Context.SignInAsync(Scheme, new ClaimsPrincipal(new ClaimsIdentity(
        [new(ClaimTypes.NameIdentifier, $"{account.Id}"), new(Stamp, account.SecurityStamp ?? "")], Scheme)));

    /// <summary>Null when nobody is, or too long ago.</summary>
    public async Task<Account?> Find()
    {
        if ((await door.Context.AuthenticateAsync(Scheme)).Principal is not { } half) return null;
        var account = await accounts.FindByIdAsync(half.FindFirstValue(ClaimTypes.NameIdentifier)!);
        return account is not null && (account.SecurityStamp ?? "") == half.FindFirstValue(Stamp) ? account : null;
    }

    public Task End() => door.Context.SignOutAsync(Scheme);
}
