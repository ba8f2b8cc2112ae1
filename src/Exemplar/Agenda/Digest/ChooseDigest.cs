using Exemplar.Platform.Outbox;

namespace Exemplar.Agenda.Digest;

/// <summary>Somebody asks for the digest at their own work address, changes the address, or ends it with one press.</summary>
public sealed class ChooseDigest(AppDb db, Actor actor, TimeProvider clock)
{
    public sealed class Form
    {
        [Display(Name = "我的工作邮箱"), Required, StringLength(WorkAddress.Longest)]
        public string Address { get; set; } = "";
    }

    /// <param name="Address">Null while nothing is chosen.</param>
    /// <param name="IsOffered">The office sends mail at all.</param>
    public sealed record View(string? Address, DateTimeOffset? Since, Allowance Allowance, bool IsOffered);

    public async Task<View> Open(CancellationToken ct)
    {
        var account = await db.Users.AsNoTracking().SingleAsync(a => a.Id == actor.Account.Id, ct);
        var choice = await Current().AsNoTracking().SingleOrDefaultAsync(ct);
        var settings = await db.OutboxSettings.AsNoTracking().SingleOrDefaultAsync(ct);
        return new(choice is null ? null : account.Email, choice?.ChosenAt, await db.AllowanceOf(account, clock.Today(), ct), settings is { IsOn: true, HasMail: true });
    }

    public Task<Result<Account>> Handle(Form form, CancellationToken ct) => db.Commit<Account>(async (db, ct) =>
    {
        var account = await db.Users.SingleAsync(a => a.Id == actor.Account.Id, ct);
        var settings = await db.OutboxSettings.AsNoTracking().SingleOrDefaultAsync(ct);
        if (settings is not { IsOn: true, HasMail: true }) return new Refusal("单位没有打开邮件提醒");
        if ((await db.AllowanceOf(account, clock.Today(), ct)).Most == 0) return new Refusal("按规定，您的角色不发提醒");
        if (WorkAddress.Read(form.Address) is not { } address) return new Refusal(nameof(Form.Address), "请填写完整的邮箱地址");
        if (!address.IsIn(settings.MailDomains)) return new Refusal(nameof(Form.Address), $"只发到单位的邮箱：{string.Join("、", settings.MailDomains)}");

        (account.Email, account.NormalizedEmail) = (address, address.ToUpperInvariant());
        if (await Current().AnyAsync(ct)) return account;
        var choice = new DigestChoice { AccountId = account.Id, ChosenAt = actor.Act().At };
        db.Add(choice);
        db.Log(actor.Act(), SecurityCapability.OwnAccount, choice);
        return account;
    }, ct);

    /// <summary>Ends it, forgets the address and takes back what was waiting. Pressed twice, it stays ended.</summary>
    public Task<Result<Account>> Stop(CancellationToken ct) => db.Commit<Account>(async (db, ct) =>
    {
        var account = await db.Users.SingleAsync(a => a.Id == actor.Account.Id, ct);
        (account.Email, account.NormalizedEmail) = (null, null);
        await db.OutboxMessages.Where(m => m.AccountId == account.Id && m.SentAt == null && m.GivenUpAt == null && m.Attempts == 0).ExecuteDeleteAsync(ct);
        if (await Current().SingleOrDefaultAsync(ct) is not { } choice) return account;
        choice.End(actor.Act().At);
        db.Log(actor.Act(), SecurityCapability.OwnAccount, choice);
        return account;
    }, ct);

    private IQueryable<DigestChoice> Current() => db.DigestChoices.Where(c => c.AccountId == actor.Account.Id && c.EndedAt == null);
}
