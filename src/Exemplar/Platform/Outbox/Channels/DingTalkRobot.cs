using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Exemplar.Platform.Outbox.Channels;

/// <summary>A group robot of 钉钉 with signed calls (加签): the vendor checks time stamp and signature, so a stolen key alone posts nothing.</summary>
internal sealed class DingTalkRobot(IHttpClientFactory clients, TimeProvider clock) : IChannel
{
    public ChannelKind Kind => ChannelKind.DingTalk;
    public int PerMinute => Robot.PerMinute;

    public async Task<Failure?> Deliver(OutboxMessage message, OutboxSetup setup, CancellationToken ct)
    {
        if (setup[SecretKind.RobotKey] is not { } key || setup[SecretKind.RobotSecret] is not { } secret) return new("机器人的密钥没有填写或已无法读取，请在设置里重新填写");
        var time = clock.GetUtcNow().ToUnixTimeMilliseconds();
        var address = $"https://oapi.dingtalk.com/robot/send?access_token={Uri.EscapeDataString(key)}&timestamp={time}&sign={Sign(time, secret)}";
        return await Robot.Post(clients, "钉钉", address, message.Text, Meaning, ct);
    }

    /// <summary>HMAC-SHA256 over the time stamp (unix milliseconds), a line feed and the secret, keyed with the secret; base64, ready for an address.</summary>
    internal static string Sign(long time, string secret)
    {
        var signed = HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{time}\n{secret}")));
        return Uri.EscapeDataString(Convert.ToBase64String(signed));
    }

    private static Failure? Meaning(int code) => code switch
    {
        90030 or 130101 or 410100 => new($"钉钉限制了发送次数（errcode {code}）", Wait: Robot.Shut),
        300001 => new("钉钉不认识这个机器人，请核对 access_token（errcode 300001）"),
        310000 => new("钉钉的安全设置没有通过，请核对加签密钥和服务器时间（errcode 310000）"),
        _ => null,
    };
}
