using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace Exemplar.Platform.Outbox.Channels;

/// <summary>Mail by SMTP. Encryption is required, not tried: a server that has none gets nothing unless the administrator chose plain.</summary>
internal sealed class MailChannel : IChannel
{
    private const int TimeLimit = 15_000;   // for each step, in milliseconds

    public ChannelKind Kind => ChannelKind.Mail;
    public int PerMinute => 30;

    public async Task<Failure?> Deliver(OutboxMessage message, OutboxSetup setup, CancellationToken ct)
    {
        var settings = setup.Settings;
        if (!settings.HasMail) return new("没有设置邮件服务器", IsFinal: true);
        var password = setup[SecretKind.MailPassword] ?? "";
        if (settings.MailUser.Length > 0 && password.Length == 0) return new("邮箱密码没有填写或已无法读取，请在设置里重新填写");

        using var server = new SmtpClient { Timeout = TimeLimit, CheckCertificateRevocation = false };   // an isolated net reaches no revocation list
        try
        {
            await server.ConnectAsync(settings.MailHost, settings.MailPort, Options(settings.MailSecurity), ct);
            if (settings.MailUser.Length > 0) await server.AuthenticateAsync(settings.MailUser, password, ct);
            await server.SendAsync(Written(message, settings), ct);
        }
        catch (SmtpCommandException refused)
        {
            return new($"邮件服务器没有收下（{(int)refused.StatusCode}）", IsFinal: refused.ErrorCode is SmtpErrorCode.RecipientNotAccepted && (int)refused.StatusCode >= 500);
        }
        catch (Exception broken) when (Said(broken) is not null)
        {
            return new(Said(broken)!);
        }
        await server.DisconnectAsync(quit: true, CancellationToken.None).ContinueWith(_ => { }, TaskScheduler.Default);   // it is through already
        return null;
    }

    private static SecureSocketOptions Options(MailSecurity security) => security switch
    {
        MailSecurity.Tls => SecureSocketOptions.SslOnConnect,
        MailSecurity.StartTls => SecureSocketOptions.StartTls,
        _ => SecureSocketOptions.None,
    };

    /// <summary>Null for what nobody foresaw.</summary>
    private static string? Said(Exception broken) => broken switch
    {
        SslHandshakeException => "与邮件服务器的加密连接没有建立，请核对证书、端口和加密方式",
        AuthenticationException or SaslException => "邮箱用户名或密码不对",
        NotSupportedException => "邮件服务器不支持所选的加密或登录方式",
        SmtpProtocolException or IOException or System.Net.Sockets.SocketException or TimeoutException => "连不上邮件服务器",
        _ => null,
    };

    private static MimeMessage Written(OutboxMessage message, OutboxSettings settings)
    {
        var mail = new MimeMessage { Subject = message.Subject, Date = message.MadeAt.InOffice(), Body = new TextPart("plain") { Text = message.Text } };
        mail.From.Add(new MailboxAddress("表率", settings.MailFrom));
        mail.To.Add(new MailboxAddress("", message.To));
        mail.MessageId = $"{message.Id:N}@{settings.MailFrom[(settings.MailFrom.LastIndexOf('@') + 1)..]}";   // the same at a second try: a server may know it again
        mail.Headers.Add("Auto-Submitted", "auto-generated");
        return mail;
    }
}
