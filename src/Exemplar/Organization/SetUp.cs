using Exemplar.Platform.Security.Audit;
using Microsoft.AspNetCore.Identity;

namespace Exemplar.Organization;

/// <summary>The first person at a fresh installation names the office and opens the administrator's account.</summary>
public sealed class SetUp(AppDb db, SetUpCode code, UserManager<Account> accounts, SignInManager<Account> door, TimeProvider clock, SecurityAudit audit)
{
    public sealed class Form
    {
        [Display(Name = "设置码"), Required, StringLength(20)]
        public string Code { get; set; } = "";

        [Display(Name = "单位名称"), Required, StringLength(60)]
        public string OfficeName { get; set; } = "";

        [Display(Name = "管理员用户名"), Required, StringLength(60)]
        public string UserName { get; set; } = "";

        [Display(Name = "密码"), Required, StringLength(200), DataType(DataType.Password)]
        public string Password { get; set; } = "";

        [Display(Name = "这里暂时只有我一个人用")]
        public bool Alone { get; set; }

        [Display(Name = "您的姓名"), StringLength(40)]
        public string? OwnName { get; set; }

        [Display(Name = "您的用户名"), StringLength(60)]
        public string? OwnUserName { get; set; }

        [Display(Name = "您的密码"), StringLength(200), DataType(DataType.Password)]
        public string? OwnPassword { get; set; }

        [Display(Name = "您管的党组织"), StringLength(60)]
        public string? PartyBody { get; set; }
    }

    public async Task<bool> IsDone(CancellationToken ct) => await db.Units.AnyAsync(ct);

    /// <summary>All that is wrong with either password, at its field, once the code is right: each is a guess less at the next try.</summary>
    public async Task<IReadOnlyList<Refusal>> RefusePasswords(Form form)
    {
        if (!code.Matches(form.Code ?? "")) return [];
        List<Refusal> wrong = [];
        foreach (var (field, userName, password) in (IEnumerable<(string, string?, string?)>)[(nameof(Form.Password), form.UserName, form.Password), (nameof(Form.OwnPassword), form.OwnUserName, form.Alone ? form.OwnPassword : null)])
        {
            if (string.IsNullOrEmpty(password)) continue;   // asked for elsewhere
            List<string> said = [];
            foreach (var rules in accounts.PasswordValidators) said.AddRange((await rules.ValidateAsync(accounts, new Account { UserName = userName?.Trim(), DisplayName = "", OpenedAt = clock.GetUtcNow() }, password)).Errors.Select(e => e.Description));
            if (field == nameof(Form.OwnPassword) && AloneInOffice.RefuseSame(form) is { } same) said.Add(same);
            if (said.Count > 0) wrong.Add(new(field, string.Join('；', said)));
        }
        return wrong;
    }

    /// <summary>The account that is signed in now: the administrator's, or that of whoever is alone here.</summary>
    public async Task<Result<Account>> Handle(Form form, CancellationToken ct)
    {
        if (!code.Matches(form.Code)) return new Refusal(nameof(Form.Code), "设置码不对。它显示在启动窗口里，也在数据目录的 keys/set-up-code.txt");
        if (AloneInOffice.Refuse(form) is { } incomplete) return incomplete;

        var administrator = new Account { UserName = form.UserName.Trim(), DisplayName = "管理员", OpenedAt = clock.GetUtcNow(), PasswordSetAt = clock.GetUtcNow() };
        var own = form.Alone ? new Account { UserName = form.OwnUserName!.Trim(), DisplayName = form.OwnName!.Trim(), OpenedAt = clock.GetUtcNow(), PasswordSetAt = clock.GetUtcNow() } : null;
        var done = await db.Commit<Account>(async (db, ct) =>
        {
            if (await IsDone(ct)) return new Refusal("已经设置过了，请直接登录");
            var act = new Act(administrator.Id, null, clock.GetUtcNow());
            if (await Open(db, act, administrator, form.Password, nameof(Form.UserName), nameof(Form.Password)) is { } refusal) return refusal;

            var office = await Found(db, act, UnitKind.Office, form.OfficeName, null, ct);
            var group = await Found(db, act, UnitKind.LeadingGroup, "模范机关创建工作领导小组", office, ct);
            await Found(db, act, UnitKind.LeadingGroupOffice, "领导小组办公室", group, ct);
            Grant(db, act, administrator, office, Role.SystemAdministrator, Role.SecurityAdministrator);
            if (own is null) return administrator;

            if (await Open(db, act, own, form.OwnPassword!, nameof(Form.OwnUserName), nameof(Form.OwnPassword)) is { } second) return second;
            Step(db, act, own, AccountStepKind.SameHand);
            Grant(db, act, own, office, AloneInOffice.Roles);
            if (AloneInOffice.KindOf(form.PartyBody) is { } kind) await Found(db, act, kind, form.PartyBody!, office, ct);
            return own;
        }, ct);
        if (done.Value is not { } signedIn) return done;

        code.Spend();
        await door.SignInAsync(signedIn, isPersistent: false);
        await audit.Note(SecurityEventKind.SignedIn, signedIn.Id);
        return done;
    }

    private async Task<Refusal?> Open(AppDb db, Act act, Account account, string password, string userName, string passwordField)
    {
        var opened = await accounts.CreateAsync(account, password);
        if (opened.Errors.FirstOrDefault() is { } error) return new Refusal(error.Code.StartsWith("Password", StringComparison.Ordinal) ? passwordField : userName, error.Description);
        Step(db, act, account, AccountStepKind.Opened);
        return null;
    }

    private static void Step(AppDb db, Act act, Account account, AccountStepKind kind)
    {
        var step = AccountStep.Of(account, kind, act);
        db.Add(step);
        db.Log(act, "accounts.open", step);
    }

    private void Grant(AppDb db, Act act, Account account, Unit office, params Role[] roles)
    {
        foreach (var role in roles)
        {
            var grant = new Grant { AccountId = account.Id, Role = role, UnitId = office.Id, Inherit = true, From = clock.Today() };
            db.Add(grant);
            db.Log(act, "accounts.grant", grant);
        }
    }

    private static async Task<Unit> Found(AppDb db, Act act, UnitKind kind, string name, Unit? parent, CancellationToken ct)
    {
        var unit = Unit.Found(Guid.CreateVersion7(), kind, name, parent, await db.NextNumber(ct), await db.NextPosition(parent?.Id, ct), act.Day).Value!;
        db.Add(unit);
        db.Log(act, OrganizationCapability.Change, unit);
        await db.SaveChangesAsync(ct);   // the next number counts this one
        return unit;
    }
}
