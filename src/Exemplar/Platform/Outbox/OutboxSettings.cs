using MimeKit;

namespace Exemplar.Platform.Outbox;

public enum MailSecurity
{
    [Display(Name = "TLS（常用端口 465）")] Tls,
    [Display(Name = "STARTTLS（常用端口 587 或 25）")] StartTls,
    [Display(Name = "不加密（仅限单位内网的中继服务器）")] Plain,
}

public enum RobotKind
{
    [Display(Name = "钉钉群机器人（加签）")] DingTalk,
    [Display(Name = "企业微信群机器人")] WeCom,
}

/// <summary>Whether and how messages leave the house. One record for the whole installation, off until somebody turns it on. Secrets are not part of it: of them it knows when they were set.</summary>
public sealed class OutboxSettings : IRecord, IVersioned
{
    /// <summary>There is one.</summary>
    public static readonly Guid Only = new("0199aaaa-0000-7000-8000-000000000001");

    public Guid Id { get; init; } = Only;
    public bool IsOn { get; private set; }

    public string MailHost { get; private set; } = "";
    public int MailPort { get; private set; } = 465;
    public MailSecurity MailSecurity { get; private set; }
    public string MailUser { get; private set; } = "";
    public string MailFrom { get; private set; } = "";

    /// <summary>The domains of work addresses, e.g. <c>linjiang.example</c>; empty when any address is one.</summary>
    public List<string> MailDomains { get; private set; } = [];
    public RobotKind? Robot { get; private set; }

    /// <summary>Where people sign in, to be named in a message; empty for none.</summary>
    public string BaseAddress { get; private set; } = "";

    public DateTimeOffset? MailPasswordSetAt { get; set; }
    public DateTimeOffset? RobotKeySetAt { get; set; }
    public DateTimeOffset? RobotSecretSetAt { get; set; }
    public int Version { get; set; }

    public bool HasMail => MailHost.Length > 0;

    public ChannelKind? RobotChannel => Robot switch { RobotKind.DingTalk => ChannelKind.DingTalk, RobotKind.WeCom => ChannelKind.WeCom, _ => null };

    public Refusal? Change(ConfigureMessages.Form form)
    {
        if (form.MailHost.Trimmed() is { Length: > 0 } host && Uri.CheckHostName(host) is UriHostNameType.Unknown) return new(nameof(form.MailHost), "请填写服务器的名称或 IP 地址，例如 mail.example.gov.cn");
        if (form.MailHost.Trimmed().Length > 0 && WorkAddress.Read(form.MailFrom) is null) return new(nameof(form.MailFrom), "请填写发件人的邮箱地址");
        if (form.BaseAddress.Trimmed() is { Length: > 0 } address && !(Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"))
            return new(nameof(form.BaseAddress), "请填写完整的网址，例如 http://10.0.0.8:5080");
        if (form.IsOn && form.MailHost.Trimmed().Length == 0 && form.Robot is null) return new(nameof(form.IsOn), "打开之前，请先填写邮件服务器或群机器人");

        (IsOn, MailHost, MailPort, MailSecurity) = (form.IsOn, form.MailHost.Trimmed(), form.MailPort ?? 465, form.MailSecurity);
        (MailUser, MailFrom, Robot, BaseAddress) = (form.MailUser.Trimmed(), form.MailFrom.Trimmed(), form.Robot, form.BaseAddress.Trimmed());
        MailDomains = WorkAddress.Domains(form.MailDomains);
        return null;
    }
}

internal sealed class OutboxSettingsTable : IEntityTypeConfiguration<OutboxSettings>
{
    public void Configure(EntityTypeBuilder<OutboxSettings> table)
    {
        table.ToTable("OutboxSettings");
        foreach (var text in (string[])[nameof(OutboxSettings.MailHost), nameof(OutboxSettings.MailUser), nameof(OutboxSettings.MailFrom), nameof(OutboxSettings.BaseAddress)])
            table.Property(text).HasMaxLength(254);
    }
}
