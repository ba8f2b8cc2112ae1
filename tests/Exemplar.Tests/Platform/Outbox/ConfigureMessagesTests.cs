using System.Net;
using Exemplar.Platform.Outbox;
using Exemplar.Platform.Security;
using Exemplar.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Exemplar.Tests.Platform.Outbox;

public sealed class ConfigureMessagesTests : OutboxTests
{
    private const string Password = "plain-horse-77";

    private static (string, string)[] Mail(params (string Name, string Value)[] more) =>
        [.. ((string Name, string Value)[])[("Form.IsOn", "true"), ("Form.MailHost", "mail.linjiang.example"), ("Form.MailUser", "office"), ("Form.MailPassword", Password), ("Form.MailFrom", "office@linjiang.example")],
         .. more];

    [Fact]
    public async Task Sending_is_off_until_somebody_turns_it_on()
    {
        var page = await Admin.Open(Settings);
        Assert.Equal("已关闭", page.QuerySelector(".head .badge")!.TextContent);
        Assert.False(page.QuerySelector("input[name='Form.IsOn'][type=checkbox]")!.HasAttribute("checked"));
        Assert.Empty(await App.Read(db => db.OutboxSettings.ToListAsync()));

        var turned = await (await Admin.Submit(Settings, Mail())).Leads(Admin, "已保存，对外发送已打开");
        Assert.Equal("已打开", turned.QuerySelector(".head .badge")!.TextContent);
        Assert.Equal(["messages.configure"], await LogOf(OutboxSettings.Only));
    }

    [Fact]
    public async Task A_secret_goes_in_and_never_comes_out_neither_on_the_page_nor_in_the_log_nor_in_the_database()
    {
        await Admin.Submit(Settings, [.. Mail(), ("Form.Robot", "DingTalk"), ("Form.RobotKey", "token-77"), ("Form.RobotSecret", "SEC77")]);

        var page = (await Admin.Open(Settings)).DocumentElement.OuterHtml;
        var log = string.Concat(await App.Read(db => db.LogEntries.Select(e => e.Body).ToListAsync()));
        var tables = string.Concat((await App.Snapshot()).Values);
        Assert.All([Password, "token-77", "SEC77"], secret => Assert.DoesNotContain(secret, page + log + tables, StringComparison.Ordinal));
        Assert.Contains("MailPasswordSetAt", log, StringComparison.Ordinal);
        Assert.DoesNotContain(await App.Read(db => db.SealedSecrets.Select(s => s.Sealed).FirstAsync()), log, StringComparison.Ordinal);
        Assert.Equal(3, await App.Read(db => db.SealedSecrets.CountAsync()));
    }

    [Fact]
    public async Task An_empty_secret_keeps_what_is_there()
    {
        await Admin.Submit(Settings, Mail());
        var before = await App.Read(db => db.SealedSecrets.Select(s => s.Sealed).SingleAsync());
        await (await Admin.Submit(Settings, ("Form.BaseAddress", "http://10.0.0.8:5080"))).Leads(Admin, "已保存");
        Assert.Equal(before, await App.Read(db => db.SealedSecrets.Select(s => s.Sealed).SingleAsync()));
    }

    [Theory]
    [InlineData("Form.MailHost", "mail.elsewhere.example")]
    [InlineData("Form.MailPort", "2525")]
    [InlineData("Form.MailSecurity", "Plain")]
    [InlineData("Form.MailUser", "someone")]
    public async Task A_stored_password_does_not_follow_to_another_server(string field, string value)
    {
        await Admin.Submit(Settings, Mail());
        await (await Admin.Submit(Settings, (field, value))).Refuses("MailPassword", "请填写密码；改了服务器");
        Assert.Equal("mail.linjiang.example", await App.Read(db => db.OutboxSettings.Select(s => s.MailHost).SingleAsync()));
        Assert.Equal(1, await App.Read(db => db.SealedSecrets.CountAsync()));   // the refusal kept the old one
    }

    [Theory]
    [InlineData("IsOn", "打开之前，请先填写", "Form.MailHost", "")]
    [InlineData("MailHost", "请填写服务器的名称或 IP 地址", "Form.MailHost", "http://mail")]
    [InlineData("MailPort", "端口须是 1 到 65535 的整数", "Form.MailPort", "0")]
    [InlineData("MailFrom", "请填写发件人的邮箱地址", "Form.MailFrom", "office")]
    [InlineData("MailFrom", "请填写发件人的邮箱地址", "Form.MailFrom", "a@b.example\nBcc: c@d.example")]
    [InlineData("MailPassword", "请填写密码", "Form.MailPassword", "")]
    [InlineData("RobotKey", "请填写机器人网址里", "Form.Robot", "WeCom")]
    [InlineData("BaseAddress", "请填写完整的网址", "Form.BaseAddress", "javascript:alert(1)")]
    public async Task A_refusal_stands_at_its_field_and_nothing_is_kept(string field, string sentence, string name, string value)
    {
        await (await Admin.Submit(Settings, [.. Mail().Where(f => f.Item1 != name), (name, value)])).Refuses(field, sentence);
        Assert.Equal((0, 0), (await App.Read(db => db.OutboxSettings.CountAsync()), await App.Read(db => db.SealedSecrets.CountAsync())));
    }

    [Fact]
    public async Task DingTalk_needs_its_signing_secret() =>
        await (await Admin.Submit(Settings, ("Form.Robot", "DingTalk"), ("Form.RobotKey", "token"))).Refuses("RobotSecret", "请填写钉钉机器人安全设置里的加签密钥");

    [Fact]
    public async Task A_form_opened_on_older_settings_is_stale_and_a_change_of_secrets_alone_is_logged()
    {
        await Admin.Submit(Settings, Mail());
        var old = await Admin.Open(Settings);
        await Admin.Submit(Settings, ("Form.MailPassword", "another-77"));

        Assert.Equal(["messages.configure", "messages.configure"], await LogOf(OutboxSettings.Only));
        Assert.Equal(HttpStatusCode.Conflict, (await Admin.SubmitForm(old, Settings, "main form[method=post]", ("Form.IsOn", "false"))).StatusCode);
        Assert.True(await App.Read(db => db.OutboxSettings.Select(s => s.IsOn).SingleAsync()));
    }

    [Fact]
    public async Task Only_the_system_administrator_of_the_whole_may()
    {
        await Committee.IsShut(Settings, HttpStatusCode.Forbidden);
        await (await As(Role.SecurityAdministrator, House.Office)).IsShut(Settings, HttpStatusCode.Forbidden);
        await (await As(Role.SystemAdministrator, House.General)).IsShut(Settings, HttpStatusCode.Forbidden);
    }
}
