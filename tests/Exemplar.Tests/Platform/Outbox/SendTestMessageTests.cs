using System.Net;
using Exemplar.Platform.Outbox;
using Exemplar.Platform.Security;
using Exemplar.Tests.Support;

namespace Exemplar.Tests.Platform.Outbox;

public sealed class SendTestMessageTests : OutboxTests
{
    private const string Url = "/messages/test";

    [Fact]
    public async Task A_test_goes_the_way_of_every_message_and_is_no_part_of_the_figures()
    {
        using var server = new MailServer();
        await GivenMail(server);
        await (await Admin.Submit(Url, ("Form.Channel", "Mail"), ("Form.Address", "admin@linjiang.example"))).Leads(Admin, "测试消息已排队");
        Assert.Empty(server.Letters);

        await Deliver();
        Assert.Equal("admin@linjiang.example", Assert.Single(server.Letters).To);
        Assert.All((await Admin.Open(Settings)).QuerySelectorAll(".figure strong"), figure => Assert.Equal("0", figure.TextContent));
    }

    [Fact]
    public async Task At_night_it_waits_like_any_other()
    {
        await GivenRobot();
        Turn(3, 10, 21);
        await (await Admin.Submit(Url, ("Form.Channel", "WeCom"))).Leads(Admin, "现在是不发消息的时间，测试消息将在 2026-03-11 08:30 发出");
    }

    [Fact]
    public async Task A_form_sent_twice_queues_one()
    {
        await GivenRobot();
        var page = await Admin.Open(Url);
        for (var i = 0; i < 2; i++) await (await Admin.SubmitForm(page, Url, "main form[method=post]", ("Form.Channel", "WeCom"))).Leads(Admin, "测试消息");
        Assert.Equal(Receiver.Test, (await TheMessage()).Receiver);
    }

    [Theory]
    [InlineData("Channel", "请填写渠道", "", "")]
    [InlineData("Channel", "这个渠道还没有设置", "DingTalk", "")]
    [InlineData("Address", "请填写您自己的工作邮箱", "Mail", "")]
    [InlineData("Address", "只发到单位的邮箱：linjiang.example", "Mail", "a@elsewhere.example")]
    public async Task A_refusal_stands_at_its_field_and_nothing_is_queued(string field, string sentence, string channel, string address)
    {
        using var server = new MailServer();
        await GivenMail(server, domains: "@linjiang.example");
        await (await Admin.Submit(Url, ("Form.Channel", channel), ("Form.Address", address))).Refuses(field, sentence);
        Assert.Empty(await Messages());
    }

    [Fact]
    public async Task Nothing_is_queued_while_sending_is_off()
    {
        await (await Admin.Submit(Url, ("Form.Channel", "Mail"), ("Form.Address", "a@linjiang.example"))).Refuses("", "对外发送是关闭的");
        Assert.Empty(await Messages());
    }

    [Fact]
    public async Task Only_the_system_administrator_of_the_whole_may()
    {
        await Committee.IsShut(Url, HttpStatusCode.Forbidden);
        await (await As(Role.SystemAdministrator, House.General)).IsShut(Url, HttpStatusCode.Forbidden);
    }
}
