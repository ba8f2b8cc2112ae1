using Exemplar.Platform.Security.Audit;
using Microsoft.AspNetCore.Identity;

namespace Exemplar.Platform.Security;

/// <summary>Somebody signs in with user name and password. Five failures lock the account for ten minutes.</summary>
public sealed class SignIn(SignInManager<Account> door, UserManager<Account> accounts, SignInQueue queue, SecurityAudit audit)
{
    public sealed class Form
    {
        [Display(Name = "用户名"), Required, StringLength(60)]
        public string UserName { get; set; } = "";

        [Display(Name = "密码"), Required, StringLength(200), DataType(DataType.Password)]
        public string Password { get; set; } = "";
    }

    /// <summary>The refusal is the same for an unknown name, a wrong password and a locked account, so that names cannot be guessed.</summary>
    public Task<Result<Account>> Handle(Form form) => queue.Run(form.UserName, () => Try(form));

    private async Task<Result<Account>> Try(Form form)
    {
        var refusal = new Refusal("用户名或密码不对；连续 5 次不对，账号锁定 10 分钟");
        if (await accounts.FindByNameAsync(form.UserName.Trim()) is not { } account)
        {
            accounts.PasswordHasher.HashPassword(new Account(), form.Password);   // takes the time that a known name takes
            await audit.Note(SecurityEventKind.SignInFailed, null);
            return refusal;
        }
        var wasLocked = await accounts.IsLockedOutAsync(account);
        var answer = await door.CheckPasswordSignInAsync(account, form.Password, lockoutOnFailure: true);
        if (answer.IsLockedOut) accounts.PasswordHasher.HashPassword(account, form.Password);   // a locked account is refused unseen: it must not answer quicker
        if (!answer.Succeeded || account.DisabledAt is not null)
        {
            await audit.Note(answer.IsLockedOut && !wasLocked ? SecurityEventKind.LockedOut : SecurityEventKind.SignInFailed, account.Id);
            return refusal;
        }

        await door.SignInAsync(account, isPersistent: false);
        await audit.Note(SecurityEventKind.SignedIn, account.Id);
        return account;
    }
}
