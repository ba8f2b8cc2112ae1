using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;

namespace Exemplar.Platform.Security.Passkeys;

/// <summary>Identity's own store of accounts, whose passkeys it reads from our table: its own keeps no date of use, no host and no challenge.</summary>
public sealed class AccountStore(AppDb db, IdentityErrorDescriber errors) : UserOnlyStore<Account, AppDb, Guid>(db, errors)
{
    public override async Task<IList<UserPasskeyInfo>> GetPasskeysAsync(Account user, CancellationToken cancellationToken) =>
        (await Context.Passkeys.AsNoTracking().Where(p => p.AccountId == user.Id).ToListAsync(cancellationToken)).ConvertAll(Told);

    public override Task<Account?> FindByPasskeyIdAsync(byte[] credentialId, CancellationToken cancellationToken) =>
        Context.Users.SingleOrDefaultAsync(a => Context.Passkeys.Any(p => p.AccountId == a.Id && p.CredentialId == credentialId), cancellationToken);

    public override async Task<UserPasskeyInfo?> FindPasskeyAsync(Account user, byte[] credentialId, CancellationToken cancellationToken) =>
        await Context.Passkeys.AsNoTracking().SingleOrDefaultAsync(p => p.AccountId == user.Id && p.CredentialId == credentialId, cancellationToken) is { } passkey ? Told(passkey) : null;

    /// <summary>Not this way: <see cref="AddPasskey"/> does it inside a commit, with the log entry.</summary>
    public override Task AddOrUpdatePasskeyAsync(Account user, UserPasskeyInfo passkey, CancellationToken cancellationToken) => throw new NotSupportedException("a passkey comes by AddPasskey");

    /// <summary>Not this way: <see cref="RemovePasskey"/> does it inside a commit, with the log entry.</summary>
    public override Task RemovePasskeyAsync(Account user, byte[] credentialId, CancellationToken cancellationToken) => throw new NotSupportedException("a passkey goes by RemovePasskey");

    /// <summary>Without the messages of its making, of which nothing is kept.</summary>
    private static UserPasskeyInfo Told(Passkey passkey) => new(passkey.CredentialId, passkey.PublicKey, passkey.AddedAt, (uint)passkey.SignCount,
        passkey.Transports.Split(',', StringSplitOptions.RemoveEmptyEntries), isUserVerified: true, passkey.IsBackupEligible, passkey.IsBackedUp, attestationObject: [], clientDataJson: []);
}
