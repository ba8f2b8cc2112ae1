using Exemplar.Platform.Security.Policy;
using Microsoft.AspNetCore.Identity;

namespace Exemplar.Platform.Security;

/// <summary>Somebody replaces their own password; every session of the account ends, this one too.</summary>
public sealed class ChangePassword(AppDb db, UserManager<Account> accounts, SessionStore sessions, GrantBook book, Actor actor)
{
    public sealed class Form
    {
        [Display(Name = "原密码"), Required, StringLength(200), DataType(DataType.Password)]
        public string Old { get; set; } = "";

        [Display(Name = "新密码"), Required, StringLength(200), DataType(DataType.Password)]
        public string New { get; set; } = "";

        [Display(Name = "再输一次"), Required, StringLength(200), DataType(DataType.Password)]
        public string Again { get; set; } = "";
    }

    public Task<SecuritySettings> Settings(CancellationToken ct) => db.SettingsInForce(ct);

    public async Task<Result<Account>> Handle(Form form, CancellationToken ct)
    {
        if (form.New != form.Again) return new Refusal(nameof(Form.Again), "两次输入的新密码不一样");
        if (form.New == form.Old) return new Refusal(nameof(Form.New), "新密码不能与原密码相同");

        var changed = await db.Commit<Account>(async (db, ct) =>
        {
            var account = (await accounts.FindByIdAsync(actor.Account.Id.ToString()))!;
            account.MustChangePassword = false;
            db.RememberPassword(account, actor.Act().At);
            account.PasswordSetAt = actor.Act().At;
            var answer = await accounts.ChangePasswordAsync(account, form.Old, form.New);
            if (answer.Errors.FirstOrDefault() is { } error)
                return new Refusal(error.Code == nameof(IdentityErrorDescriber.PasswordMismatch) ? nameof(Form.Old) : nameof(Form.New), error.Description);

            var step = AccountStep.Of(account, AccountStepKind.PasswordChanged, actor.Act());
            db.Add(step);
            db.Log(actor.Act(), SecurityCapability.OwnAccount, step);
            return account;
        }, ct);
        if (changed.Refusal is not null) return changed;

        await sessions.End(actor.Account.Id);
        book.Forget();
        return changed;
    }
}
