namespace Exemplar.Platform.Outbox.Channels;

/// <summary>A group robot of 企业微信: whoever holds its key may post, so the key is kept like a password.</summary>
internal sealed class WeComRobot(IHttpClientFactory clients) : IChannel
{
    public ChannelKind Kind => ChannelKind.WeCom;
    public int PerMinute => Robot.PerMinute;

    public async Task<Failure?> Deliver(OutboxMessage message, OutboxSetup setup, CancellationToken ct)
    {
        if (setup[SecretKind.RobotKey] is not { } key) return new("机器人的 key 没有填写或已无法读取，请在设置里重新填写");
        return await Robot.Post(clients, "企业微信", $"https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key={Uri.EscapeDataString(key)}", message.Text, Meaning, ct);
    }

    private static Failure? Meaning(int code) => code switch
    {
        45009 => new("企业微信限制了发送次数（errcode 45009）", Wait: Robot.Shut),
        93000 => new("企业微信不认识这个机器人，请核对 key（errcode 93000）"),
        _ => null,
    };
}
