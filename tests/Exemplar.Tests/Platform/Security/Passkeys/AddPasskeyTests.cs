using System.Net;
using System.Text.Json.Nodes;
using Exemplar.Platform.Security;
using Exemplar.Platform.Security.Passkeys;
using Exemplar.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Exemplar.Tests.Platform.Security.Passkeys;

public sealed class AddPasskeyTests : PasskeyHouse
{
    private Account zhao = null!;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        zhao = await App.GivenAccount("zhao", Password, Role.DepartmentHead, House.General);
    }

    [Fact]
    public async Task The_password_adds_one_the_log_knows_it_without_its_key_and_other_sessions_end()
    {
        var (here, elsewhere) = (await SignedIn(), await SignedIn());
        var device = Device();

        await (await Add(here, device)).Leads(here, "已添加：办公室电脑");

        var passkey = await App.Read(db => db.Passkeys.SingleAsync());
        Assert.Equal((zhao.Id, "办公室电脑", "localhost", "internal", null), (passkey.AccountId, passkey.Name, passkey.Host, passkey.Transports, passkey.LastUsedAt));
        Assert.Equal(device.Id, passkey.CredentialId);
        Assert.Equal(["account.keep"], await LogOf(await App.Read(db => db.AccountSteps.Where(s => s.Kind == AccountStepKind.PasskeyAdded).Select(s => s.Id).SingleAsync())));
        var log = string.Join('\n', await App.Read(db => db.LogEntries.Select(e => e.Body).ToListAsync()));
        Assert.DoesNotContain(Convert.ToBase64String(passkey.PublicKey), log, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await elsewhere.GetAsync("/tasks")).StatusCode);
    }

    [Fact]
    public async Task The_device_is_asked_to_keep_the_name_to_verify_its_owner_and_not_to_make_a_second_one()
    {
        var device = await GivenPasskey(zhao);
        var options = JsonNode.Parse(Options(await App.As(zhao.Id).Open(New), "form[data-passkey=add]"))!;
        Assert.Equal(("required", "required"), ((string)options["authenticatorSelection"]!["residentKey"]!, (string)options["authenticatorSelection"]!["userVerification"]!));
        Assert.Equal([System.Buffers.Text.Base64Url.EncodeToString(device.Id)], options["excludeCredentials"]!.AsArray().Select(c => (string)c!["id"]!));
    }

    [Fact]
    public async Task A_wrong_password_is_said_at_its_field_and_the_device_is_not_asked_again()
    {
        var browser = App.As(zhao.Id);
        var refused = await Add(browser, Device(), password: "wrong-horse-1");
        await refused.Refuses("Password", "密码不对");
        var page = await refused.Read();
        Assert.Equal("", Options(page, "form[data-passkey=add]"));

        await (await browser.SubmitForm(page, New, "main form[method=post]", ("Form.Password", Password))).Leads(browser, "已添加：办公室电脑");
    }

    [Fact]
    public async Task Whoever_has_one_time_codes_gives_one()
    {
        await App.Given(Support.Factors.Of(App, zhao.Id));
        var browser = App.As(zhao.Id);
        await (await Add(browser, Device(), code: "000000")).Refuses("Code", "口令不对");
        await (await Add(browser, Device())).Refuses("Code", "口令不对");
        await (await Add(browser, Device(), code: App.Code())).Leads(browser, "已添加");
    }

    [Fact]
    public async Task Whoever_has_a_passkey_alone_proves_it_and_either_of_the_two_will_do()
    {
        var first = await GivenPasskey(zhao);
        var browser = App.As(zhao.Id);
        await (await Add(browser, Device())).Refuses("", "请先用通行密钥证明是您本人");
        await (await Add(browser, Device(), proof: Device())).Refuses("", "通行密钥没有通过，请再证明一次");
        await (await Add(browser, Device(), "手机", proof: first)).Leads(browser, "已添加：手机");

        App.Clock.Advance(TimeSpan.FromSeconds(1));
        await App.Given(Support.Factors.Of(App, zhao.Id));
        await (await Add(browser, Device(), "平板", proof: first)).Leads(browser, "已添加：平板");
        App.Clock.Advance(TimeSpan.FromSeconds(1));
        await (await Add(browser, Device(), "钥匙", code: App.Code())).Leads(browser, "已添加：钥匙");
    }

    [Fact]
    public async Task A_challenge_is_good_once_for_five_minutes_and_in_its_session()
    {
        var (browser, other) = (await SignedIn(), await SignedIn());
        var page = await browser.Open(New);
        (string, string)[] answers = [("Form.Name", "x"), ("Form.Password", Password), ("Form.Credential", Device().Create(Options(page, "form[data-passkey=add]")))];
        await (await other.SubmitForm(await other.Open(New), New, "main form[method=post]", [.. answers, ("Form.Challenge", page.QuerySelector("[name='Form.Challenge']")!.GetAttribute("value")!)])).Refuses("", "打开得太久了");
        await (await browser.SubmitForm(page, New, "main form[method=post]", answers)).Leads(browser, "已添加");
        await App.Read(db => db.Passkeys.ExecuteDeleteAsync());
        await (await browser.SubmitForm(page, New, "main form[method=post]", answers)).Refuses("", "这一次已经添加过了");

        App.Clock.Advance(TimeSpan.FromSeconds(1));
        page = await browser.Open(New);
        answers[2].Item2 = Device().Create(Options(page, "form[data-passkey=add]"));
        App.Clock.Advance(PasskeyChallenges.Last + TimeSpan.FromSeconds(1));
        await (await browser.SubmitForm(page, New, "main form[method=post]", answers)).Refuses("", "打开得太久了");
    }

    [Fact]
    public async Task A_passkey_belongs_to_one_account()
    {
        var device = await GivenPasskey(zhao);
        var qian = App.As((await App.GivenAccount("qian", Password, Role.DepartmentHead, House.General)).Id);
        await (await Add(qian, device)).Refuses("", "设备的回答不对");
        Assert.Equal(1, await App.Read(db => db.Passkeys.CountAsync()));
    }

    [Fact]
    public async Task Ten_are_enough()
    {
        await App.Given(Support.Factors.Of(App, zhao.Id));
        await App.Given([.. Enumerable.Range(0, Passkey.Most).Select(n => new Passkey { AccountId = zhao.Id, CredentialId = [(byte)n], PublicKey = [1], Name = $"{n}", Host = "localhost", Transports = "", IsBackupEligible = false, IsBackedUp = false, AddedAt = TestApp.Start, LastChallengeAt = TestApp.Start, SignCount = 0 })]);
        await (await Add(App.As(zhao.Id), Device(), code: App.Code())).Refuses("", "一个账号最多 10 个通行密钥");
    }

    [Fact]
    public async Task There_is_no_page_where_no_browser_would_make_one_and_nobody_else_sees_it()
    {
        var office = App.As(zhao.Id);
        office.BaseAddress = new("http://10.0.0.8:5080");
        await office.IsShut(New, HttpStatusCode.NotFound);
        Assert.StartsWith("/sign-in", (await App.Browser().GetAsync(New)).Headers.Location!.PathAndQuery, StringComparison.Ordinal);
    }

    private async Task<HttpClient> SignedIn()
    {
        var browser = App.Browser();
        Assert.Equal("/", (await browser.Submit("/sign-in", ("Form.UserName", "zhao"), ("Form.Password", Password))).Headers.Location!.OriginalString);
        return browser;
    }
}
