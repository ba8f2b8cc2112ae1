using Exemplar.Platform.Outbox;
using Exemplar.Tests.Support;

namespace Exemplar.Tests.Platform.Outbox;

public sealed class MailChannelTests : OutboxTests, IDisposable
{
    private const string To = "zhao@linjiang.example";
    private readonly MailServer server = new();

    [Fact]
    public async Task A_letter_arrives_and_its_address_is_forgotten()
    {
        await GivenMail(server);
        var queued = await Queued(ChannelKind.Mail, To);
        await Deliver();

        var letter = Assert.Single(server.Letters);
        Assert.Equal(To, letter.To);
        Assert.Contains($"Message-Id: <{queued.Id:N}@linjiang.example>", letter.Text, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("Date: Tue, 10 Mar 2026 09:00:00 +0800", letter.Text, StringComparison.Ordinal);
        Assert.Contains("Auto-Submitted: auto-generated", letter.Text, StringComparison.Ordinal);
        Assert.Equal("", (await TheMessage()).To);
    }

    [Theory]
    [InlineData("StartTls", "邮件服务器不支持所选的加密或登录方式")]
    [InlineData("Tls", "与邮件服务器的加密连接没有建立，请核对证书、端口和加密方式")]
    public async Task A_server_without_encryption_gets_nothing_unless_the_administrator_allowed_it(string security, string reason)
    {
        await GivenMail(server, security);
        await Queued(ChannelKind.Mail, To);
        await Deliver();

        Assert.Empty(server.Letters);
        Assert.Equal((reason, null), ((await TheMessage()).LastFailure, (await TheMessage()).GivenUpAt));
    }

    [Theory]
    [InlineData("550 5.1.1 zhao@linjiang.example is unknown", "邮件服务器没有收下（550）", true)]
    [InlineData("451 4.7.1 zhao@linjiang.example, come back later", "邮件服务器没有收下（451）", false)]
    public async Task An_unknown_mailbox_is_given_up_at_once_and_a_busy_server_asked_again(string answer, string reason, bool isGivenUp)
    {
        server.Recipient = answer;
        await GivenMail(server);
        await Queued(ChannelKind.Mail, To);
        await Deliver();

        var message = await TheMessage();
        Assert.Equal((reason, isGivenUp), (message.LastFailure, message.GivenUpAt is not null));
    }

    [Fact]
    public async Task A_server_that_is_not_there_is_asked_again()
    {
        await GivenMail(server);
        server.Dispose();
        await Queued(ChannelKind.Mail, To);
        await Deliver();
        Assert.Equal("连不上邮件服务器", (await TheMessage()).LastFailure);
    }

    public void Dispose() => server.Dispose();
}
