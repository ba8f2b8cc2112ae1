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
    }

    public async Task<bool> IsDone(CancellationToken ct) => await db.Units.AnyAsync(ct);

    public async Task<Result<Account>> Handle(Form form, CancellationToken ct)
    {
        if (!code.Matches(form.Code)) return new Refusal(nameof(Form.Code), "设置码不对。它显示在启动窗口里，也在数据目录的 keys/set-up-code.txt");

        var administrator = new Account { UserName = form.UserName.Trim(), DisplayName = "管理员", OpenedAt = clock.GetUtcNow(), PasswordSetAt = clock.GetUtcNow() };
        var done = await db.Commit<Account>(async (db, ct) =>
        {
            if (await IsDone(ct)) return new Refusal("已经设置过了，请直接登录");
            var opened = await accounts.CreateAsync(administrator, form.Password);
            if (opened.Errors.FirstOrDefault() is { } error)
                return new Refusal(error.Code.StartsWith("Password", StringComparison.Ordinal) ? nameof(Form.Password) : nameof(Form.UserName), error.Description);

            var act = new Act(administrator.Id, null, clock.GetUtcNow());
            var step = AccountStep.Of(administrator, AccountStepKind.Opened, act);
            db.Add(step);
            db.Log(act, "accounts.open", step);
            var office = await Found(db, act, UnitKind.Office, form.OfficeName, null, ct);
            var group = await Found(db, act, UnitKind.LeadingGroup, "模范机关创建工作领导小组", office, ct);
            await Found(db, act, UnitKind.LeadingGroupOffice, "领导小组办公室", group, ct);
            foreach (var role in (Role[])[Role.SystemAdministrator, Role.SecurityAdministrator])
            {
                var grant = new Grant { AccountId = administrator.Id, Role = role, UnitId = office.Id, Inherit = true, From = clock.Today() };
                db.Add(grant);
                db.Log(act, "accounts.grant", grant);
            }
            return administrator;
        }, ct);
        if (done.Refusal is not null) return done;

        code.Spend();
        await door.SignInAsync(administrator, isPersistent: false);
        await audit.Note(SecurityEventKind.SignedIn, administrator.Id);
        return done;
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
