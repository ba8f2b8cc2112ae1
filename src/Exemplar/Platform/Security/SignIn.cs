using Exemplar.Platform.Security.Audit;
using Exemplar.Platform.Security.Factors;
using Microsoft.AspNetCore.Identity;

namespace Exemplar.Platform.Security;

/// <summary>
/// Somebody signs in with user name and password. Five failures lock the account for ten minutes. Whoever has a second
/// factor is only half in afterwards: <see cref="EnterCode"/> or a passkey opens the door.
/// </summary>
public sealed class SignIn(AppDb db, SignInManager<Account> door, UserManager<Account> accounts, SignInQueue queue, HalfSignedIn half, SecurityAudit audit, GrantBook book, TimeProvider clock)
{
    public sealed class Form
    {
        [Display(Name = "用户名"), Required, StringLength(60)]
        public string UserName { get; set; } = "";

        [Display(Name = "密码"), Required, StringLength(200), DataType(DataType.Password)]
        public string Password { get; set; } = "";

        public bool Remember { get; set; }
    }

    /// <param name="OwesCode">The second page comes next; nobody is signed in yet.</param>
    /// <param name="Name">As the person is called.</param>
    public sealed record Passed(Account Account, string Name, bool OwesCode);

    /// <summary>The refusal is the same for an unknown name, a wrong password and a locked account, so that names cannot be guessed.</summary>
    public Task<Result<Passed>> Handle(Form form, CancellationToken ct) => queue.Run(form.UserName, () => Try(form, ct));

    private async Task<Result<Passed>> Try(Form form, CancellationToken ct)
    {
        var refusal = new Refusal("用户名或密码不对；连续 5 次不对，账号锁定 10 分钟");
        if (await accounts.FindByNameAsync(form.UserName.Trim()) is not { } account)
        {
            accounts.PasswordHasher.HashPassword(new Account(), form.Password);   // takes the time that a known name takes
            await audit.Note(SecurityEventKind.SignInFailed, null);
            return refusal;
        }
        var wasLocked = await accounts.IsLockedOutAsync(account);
        if (wasLocked || account.PasswordHash is null) accounts.PasswordHasher.HashPassword(account, form.Password);   // refused unseen: it must not answer quicker
        var isRight = !wasLocked && await accounts.CheckPasswordAsync(account, form.Password);
        if (!isRight && !wasLocked) await accounts.AccessFailedAsync(account);
        if (!isRight || account.DisabledAt is not null)
        {
            await audit.Note(!wasLocked && await accounts.IsLockedOutAsync(account) ? SecurityEventKind.LockedOut : SecurityEventKind.SignInFailed, account.Id);
            return refusal;
        }
        var name = (await book.Find(account.Id, ct))?.Name ?? account.DisplayName;
        if (await db.AsksSecondStep(account.Id, clock.Today(), ct))
        {
            await half.Begin(account);   // failures stay counted: a right password must not buy new tries at the code
            return new Passed(account, name, OwesCode: true);
        }

        await accounts.ResetAccessFailedCountAsync(account);
        await door.SignInAsync(account, isPersistent: false);
        await audit.Note(SecurityEventKind.SignedIn, account.Id);
        return new Passed(account, name, OwesCode: false);
    }
}
