namespace Exemplar.Platform.Security.Policy;

/// <summary>The security administrator says how passwords must be and how long a sign-in lasts. What is stricter holds from the next password and the next click on.</summary>
public sealed class ConfigureSecurity(AppDb db, Actor actor, GrantBook book, SessionLimits limits)
{
    public sealed class Form
    {
        public int Version { get; set; }

        [Display(Name = "密码规则"), Required(ErrorMessage = "请选择")]
        public PasswordRules? Rules { get; set; }

        [Display(Name = "多少分钟不操作就退出"), Required, Range(5, 120, ErrorMessage = "{0}：5 到 120 分钟")]
        public int? IdleMinutes { get; set; }

        [Display(Name = "一次登录最长几小时"), Required, Range(1, 24, ErrorMessage = "{0}：1 到 24 小时")]
        public int? MostHours { get; set; }
    }

    public async Task<SecuritySettings> Open(CancellationToken ct)
    {
        actor.DemandEverywhere(SecurityCapability.ConfigureSecurity);
        return await db.SecuritySettings.SingleOrDefaultAsync(ct) ?? new();
    }

    public static Form Fill(SecuritySettings now) => new() { Version = now.Version, Rules = now.Rules, IdleMinutes = now.IdleMinutes, MostHours = now.MostHours };

    public async Task<Result<SecuritySettings>> Handle(Form form, CancellationToken ct)
    {
        var done = await db.Commit<SecuritySettings>(async (db, ct) =>
        {
            var settings = await Open(ct);
            if (settings.Version != form.Version) throw new Stale(nameof(Policy.SecuritySettings));
            if (form.IdleMinutes > form.MostHours * 60) return new Refusal(nameof(Form.IdleMinutes), "不能比一次登录的最长时间还长");
            (settings.Rules, settings.IdleMinutes, settings.MostHours) = (form.Rules!.Value, form.IdleMinutes!.Value, form.MostHours!.Value);
            if (settings.Version == 0) db.Add(settings);
            settings.Version = form.Version + 1;
            db.Log(actor.Act(), SecurityCapability.ConfigureSecurity, settings);
            return settings;
        }, ct);
        if (done.Refusal is null)
        {
            limits.Forget();
            book.Forget();
        }
        return done;
    }
}
