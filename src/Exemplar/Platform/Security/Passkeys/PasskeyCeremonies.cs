using System.Buffers.Text;
using System.Data.Common;
using System.Runtime.ExceptionServices;
using System.Text.Json;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;

namespace Exemplar.Platform.Security.Passkeys;

/// <summary>
/// The two ceremonies of WebAuthn, done by Identity's own handler: making a passkey, and proving that one has it. SignInManager's
/// methods for the same are not used, since they leave the challenge in a cookie that opens as often as it is sent.
/// </summary>
public sealed class PasskeyCeremonies(IPasskeyHandler<Account> handler, SignInManager<Account> door, PasskeyChallenges challenges)
{
    private const int Longest = 20_000;

    /// <param name="Options">What the browser is to ask the device, as the JSON of WebAuthn.</param>
    /// <param name="Challenge">The sealed challenge in them.</param>
    public sealed record Offer(string Options, string Challenge);

    /// <summary>The user handle is the account's id, which says nothing of its name.</summary>
    public async Task<Offer> ToAdd(Account account)
    {
        var made = await handler.MakeCreationOptionsAsync(new PasskeyUserEntity { Id = $"{account.Id}", Name = account.UserName!, DisplayName = account.UserName! }, door.Context);
        return new(made.CreationOptionsJson, challenges.Seal(Adding(account.Id), made.AttestationState!));
    }

    /// <summary>To be proved by whoever is signed in.</summary>
    public async Task<Offer> ToProve(Account account)
    {
        var made = await handler.MakeRequestOptionsAsync(account, door.Context);
        return new(made.RequestOptionsJson, challenges.Seal(Proving(account.Id), made.AssertionState!));
    }

    /// <summary>At the door.</summary>
    /// <param name="half">Whoever has given a password; null when the device is to say who it is. Then no account is named in it, and none can be guessed.</param>
    public async Task<Offer> ToSignIn(Account? half)
    {
        var made = await handler.MakeRequestOptionsAsync(half, door.Context);
        return new(made.RequestOptionsJson, challenges.Seal(SigningIn, made.AssertionState!));
    }

    public PasskeyChallenge? OfAdding(Guid account, string? challenge) => challenges.Open(Adding(account), challenge);

    public PasskeyChallenge? OfProving(Guid account, string? challenge) => challenges.Open(Proving(account), challenge);

    public PasskeyChallenge? OfSigningIn(string? challenge) => challenges.Open(SigningIn, challenge);

    /// <summary>The new passkey; null when the answer does not fit. Throws <see cref="BadHttpRequestException"/> for what no browser sends.</summary>
    public async Task<UserPasskeyInfo?> Made(string credential, PasskeyChallenge challenge)
    {
        IdOf(credential);
        var result = await handler.PerformAttestationAsync(new() { HttpContext = door.Context, CredentialJson = credential, AttestationState = challenge.State });
        return result.Succeeded ? result.Passkey : Refused<UserPasskeyInfo>(result.Failure);
    }

    /// <summary>Whose passkey it was, and what the device counts now; null when the answer does not fit. Throws like <see cref="Made"/>.</summary>
    public async Task<(Account Account, UserPasskeyInfo Passkey)?> Proved(string credential, PasskeyChallenge challenge)
    {
        var result = await handler.PerformAssertionAsync(new() { HttpContext = door.Context, CredentialJson = credential, AssertionState = challenge.State });
        if (result.Succeeded) return (result.User, result.Passkey);
        Refused<object>(result.Failure);
        return null;
    }

    /// <summary>Which passkey answers, as it says itself: nothing is proved by it. Throws <see cref="BadHttpRequestException"/> for what no browser sends.</summary>
    public static byte[] IdOf(string credential)
    {
        try
        {
            if (credential.Length > Longest) throw Unreadable(null);
            using var json = JsonDocument.Parse(credential);
            return Base64Url.DecodeFromChars(json.RootElement.GetProperty("id").GetString());
        }
        catch (Exception bent) when (bent is JsonException or FormatException or InvalidOperationException or KeyNotFoundException)
        {
            throw Unreadable(bent);
        }
    }

    /// <summary>The handler turns everything that goes wrong into a refusal: what was malformed becomes a 400 again, and what the database said goes on.</summary>
    private static T? Refused<T>(PasskeyException failure) where T : class
    {
        if (failure.InnerException is DbException database) ExceptionDispatchInfo.Throw(database);
        if (failure.InnerException is { } bent) throw Unreadable(bent);
        return null;
    }

    private static BadHttpRequestException Unreadable(Exception? bent) => new("not a message of WebAuthn", StatusCodes.Status400BadRequest, bent!);

    private const string SigningIn = "sign-in";

    private string Adding(Guid account) => $"add {account} {Session}";

    private string Proving(Guid account) => $"prove {account} {Session}";

    /// <summary>The session that asks: what was made in one answers in no other.</summary>
    private string? Session => SessionStore.KeyOf(door.Context.Features.Get<IAuthenticateResultFeature>()?.AuthenticateResult?.Properties);
}
