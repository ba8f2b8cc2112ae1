using System.Web;
using Exemplar.Platform.Outbox;
using Exemplar.Platform.Outbox.Channels;
using Exemplar.Tests.Support;

namespace Exemplar.Tests.Platform.Outbox;

public sealed class DingTalkRobotTests : OutboxTests
{
    private const string Secret = "SEC-this-is-a-secret+/=";

    /// <summary>Computed apart from this program: <c>printf '%s\n%s' TIME SECRET | openssl dgst -sha256 -hmac SECRET -binary | base64</c>.</summary>
    [Fact]
    public void The_signature_is_the_one_that_openssl_makes() => Assert.Equal("aJJKYsuSDpxKQJi2T3l8Y7FqJG5mm3kQfg9S%2FX4inb8%3D", DingTalkRobot.Sign(1577262236757, Secret));

    [Fact]
    public async Task A_post_carries_key_time_and_signature_and_only_a_text()
    {
        await GivenDingTalk();
        await Queued(ChannelKind.DingTalk);
        await Deliver();

        var post = Assert.Single(App.Outside.Posts);
        var query = HttpUtility.ParseQueryString(post.Address.Query);
        Assert.Equal("https://oapi.dingtalk.com/robot/send", post.Address.GetLeftPart(UriPartial.Path));
        Assert.Equal(("token-of-group", $"{App.Clock.GetUtcNow().ToUnixTimeMilliseconds()}"), (query["access_token"], query["timestamp"]));
        Assert.Equal(Uri.UnescapeDataString(DingTalkRobot.Sign(App.Clock.GetUtcNow().ToUnixTimeMilliseconds(), Secret)), query["sign"]);
        Assert.StartsWith("""{"msgtype":"text","text":{"content":""", post.Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(310000, "钉钉的安全设置没有通过，请核对加签密钥和服务器时间（errcode 310000）", 1)]
    [InlineData(300001, "钉钉不认识这个机器人，请核对 access_token（errcode 300001）", 1)]
    [InlineData(130101, "钉钉限制了发送次数（errcode 130101）", 10)]
    public async Task Codes_are_told_in_words_and_a_limit_is_waited_out(int code, string reason, int minutes)
    {
        App.Outside.Answer = _ => Outside.Json($$"""{"errcode":{{code}},"errmsg":"{{Secret}}"}""");
        await GivenDingTalk();
        await Queued(ChannelKind.DingTalk);
        await Deliver();

        var message = await TheMessage();
        Assert.Equal((reason, App.Clock.GetUtcNow().AddMinutes(minutes)), (message.LastFailure, message.NotBefore));
    }

    private async Task GivenDingTalk() =>
        await (await Admin.Submit(Settings, ("Form.IsOn", "true"), ("Form.Robot", "DingTalk"), ("Form.RobotKey", "token-of-group"), ("Form.RobotSecret", Secret))).Leads(Admin, "已保存");
}
