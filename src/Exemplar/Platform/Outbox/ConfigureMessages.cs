namespace Exemplar.Platform.Outbox;

/// <summary>The system administrator turns sending on or off and says through which server and robot. Secrets go in and never come out.</summary>
public sealed class ConfigureMessages(AppDb db, Actor actor, SecretBox box)
{
    public sealed class Form
    {
        public int Version { get; set; }

        [Display(Name = "打开对外发送")]
        public bool IsOn { get; set; }

        [Display(Name = "邮件服务器"), StringLength(254)]
        public string? MailHost { get; set; }

        [Display(Name = "端口"), Range(1, 65535, ErrorMessage = "{0}须是 1 到 65535 的整数")]
        public int? MailPort { get; set; }

        [Display(Name = "加密方式")]
        public MailSecurity MailSecurity { get; set; }

        [Display(Name = "用户名"), StringLength(254)]
        public string? MailUser { get; set; }

        [Display(Name = "密码"), StringLength(200), DataType(DataType.Password)]
        public string? MailPassword { get; set; }

        [Display(Name = "发件人邮箱"), StringLength(WorkAddress.Longest)]
        public string? MailFrom { get; set; }

        [Display(Name = "工作邮箱的域名"), StringLength(500)]
        public string? MailDomains { get; set; }

        [Display(Name = "群机器人")]
        public RobotKind? Robot { get; set; }

        [Display(Name = "access_token 或 key"), StringLength(200), DataType(DataType.Password)]
        public string? RobotKey { get; set; }

        [Display(Name = "加签密钥（钉钉）"), StringLength(200), DataType(DataType.Password)]
        public string? RobotSecret { get; set; }

        [Display(Name = "登录网址"), StringLength(254)]
        public string? BaseAddress { get; set; }
    }

    /// <summary>The settings as they are kept, or as they begin.</summary>
    public async Task<OutboxSettings> Open(CancellationToken ct)
    {
        actor.DemandOutbox();
        return await db.OutboxSettings.SingleOrDefaultAsync(ct) ?? new();
    }

    public static Form Fill(OutboxSettings now) => new()
    {
        Version = now.Version,
        IsOn = now.IsOn,
        MailHost = now.MailHost,
        MailPort = now.MailPort,
        MailSecurity = now.MailSecurity,
        MailUser = now.MailUser,
        MailFrom = now.MailFrom,
        MailDomains = string.Join('，', now.MailDomains),
        Robot = now.Robot,
        BaseAddress = now.BaseAddress,
    };

    public Task<Result<OutboxSettings>> Handle(Form form, CancellationToken ct) => db.Commit<OutboxSettings>(async (db, ct) =>
    {
        var settings = await Open(ct);
        if (settings.Version != form.Version) throw new Stale(nameof(OutboxSettings));
        var (server, robot) = (Server(settings), settings.Robot);
        if (settings.Change(form) is { } refusal) return refusal;

        // A stored secret goes only where it was meant to go when it was typed: to a changed server or robot it is typed again.
        if (settings.MailUser.Length == 0 || Server(settings) != server) settings.MailPasswordSetAt = await Forget(SecretKind.MailPassword, ct);
        if (settings.Robot != robot) (settings.RobotKeySetAt, settings.RobotSecretSetAt) = (await Forget(SecretKind.RobotKey, ct), await Forget(SecretKind.RobotSecret, ct));
        if (settings.MailUser.Length > 0) settings.MailPasswordSetAt = await Keep(SecretKind.MailPassword, form.MailPassword, settings.MailPasswordSetAt, ct);
        if (settings.Robot is not null) settings.RobotKeySetAt = await Keep(SecretKind.RobotKey, form.RobotKey, settings.RobotKeySetAt, ct);
        if (settings.Robot is RobotKind.DingTalk) settings.RobotSecretSetAt = await Keep(SecretKind.RobotSecret, form.RobotSecret, settings.RobotSecretSetAt, ct);
        if (Missing(settings) is { } missing) return missing;

        if (settings.Version == 0) db.Add(settings);
        settings.Version = form.Version + 1;
        db.Log(actor.Act(), OutboxCapability.Configure, settings);
        return settings;
    }, ct);

    private static (string, int, MailSecurity, string) Server(OutboxSettings s) => (s.MailHost, s.MailPort, s.MailSecurity, s.MailUser);

    private static Refusal? Missing(OutboxSettings settings) => settings switch
    {
        { MailUser.Length: > 0, MailPasswordSetAt: null } => new(nameof(Form.MailPassword), "请填写密码；改了服务器、端口、加密方式或用户名，密码须重新填写"),
        { Robot: not null, RobotKeySetAt: null } => new(nameof(Form.RobotKey), "请填写机器人网址里 access_token= 或 key= 后面的内容"),
        { Robot: RobotKind.DingTalk, RobotSecretSetAt: null } => new(nameof(Form.RobotSecret), "请填写钉钉机器人安全设置里的加签密钥"),
        _ => null,
    };

    /// <summary>An empty field keeps what is there.</summary>
    private async Task<DateTimeOffset?> Keep(SecretKind kind, string? typed, DateTimeOffset? setAt, CancellationToken ct)
    {
        if (string.IsNullOrEmpty(typed)) return setAt;
        await Forget(kind, ct);
        db.Add(box.Seal(kind, typed));
        return actor.Act().At;
    }

    private async Task<DateTimeOffset?> Forget(SecretKind kind, CancellationToken ct)
    {
        await db.SealedSecrets.Where(s => s.Kind == kind).ExecuteDeleteAsync(ct);
        return null;
    }
}
