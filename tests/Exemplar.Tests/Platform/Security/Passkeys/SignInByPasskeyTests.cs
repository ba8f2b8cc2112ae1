using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Exemplar.Platform.Security;
using Exemplar.Platform.Security.Audit;
using Exemplar.Platform.Security.Passkeys;
using Exemplar.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Exemplar.Tests.Platform.Security.Passkeys;

public sealed class SignInByPasskeyTests : PasskeyHouse
{
    private Account zhao = null!;
    private SoftwareAuthenticator device = null!;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        zhao = await App.GivenAccount("zhao", Password, Role.DepartmentHead, House.General);
        device = await GivenPasskey(zhao);
    }

    [Fact]
    public async Task A_passkey_alone_signs_in_leads_to_where_one_wanted_to_go_and_its_use_is_dated()
    {
        var browser = App.Browser();
        var page = await browser.Open("/sign-in?next=%2Ftasks");
        var form = page.QuerySelector("form[data-passkey=sign-in]")!;
        Assert.True(form.HasAttribute("hidden"));   // its script shows it where the browser can
        var options = await (await browser.SendForm(page, $"{Door}?handler=Ask")).Content.ReadAsStringAsync();

        var answer = await browser.SendForm(page, form.GetAttribute("action")!, ("Form.Credential", device.Get(options)));

        Assert.Equal("/tasks", answer.Headers.Location!.OriginalString);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/tasks")).StatusCode);
        Assert.Equal(App.Clock.GetUtcNow(), await App.Read(db => db.Passkeys.Select(p => p.LastUsedAt).SingleAsync()));
        Assert.Equal([SecurityEventKind.SignedIn], await App.Read(db => db.SecurityEvents.Select(e => e.Kind).ToListAsync()));
    }

    [Fact]
    public async Task The_door_names_no_account_and_no_passkey_before_the_device_has_answered()
    {
        var options = JsonNode.Parse((await Ask(App.Browser())).Options)!;
        Assert.Empty(options["allowCredentials"]!.AsArray());
        Assert.Equal(("required", "localhost"), ((string)options["userVerification"]!, (string)options["rpId"]!));
        var handle = Encoding.UTF8.GetString(System.Buffers.Text.Base64Url.DecodeFromChars(device.UserHandle));
        Assert.Equal($"{zhao.Id}", handle);   // an id, no name
    }

    [Fact]
    public async Task A_device_that_keeps_no_count_signs_in_again_and_again()
    {
        var counter = await GivenPasskey(zhao, Device(counts: false), "手机", proof: device);
        for (var i = 0; i < 2; i++, App.Clock.Advance(TimeSpan.FromSeconds(1)))
            Assert.Equal("/", (await SignIn(App.Browser(), counter)).Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task An_administrator_with_a_passkey_alone_is_let_in_and_the_password_is_only_half()
    {
        var admin = await AdminWithoutFactor();
        var password = App.Browser();
        await password.Submit("/sign-in", ("Form.UserName", "admin"), ("Form.Password", Password));
        Assert.Equal("/second-factor/enrol", (await password.GetAsync("/accounts")).Headers.Location!.OriginalString);   // without any factor: led to one
        Assert.Equal(HttpStatusCode.OK, (await password.GetAsync(New)).StatusCode);   // either of the two

        var key = await GivenPasskey(admin);

        var browser = App.Browser();
        Assert.Equal("/", (await SignIn(browser, key)).Headers.Location!.OriginalString);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/accounts")).StatusCode);
        var half = App.Browser();
        Assert.StartsWith("/sign-in/code", (await half.Submit("/sign-in", ("Form.UserName", "admin"), ("Form.Password", Password))).Headers.Location!.OriginalString, StringComparison.Ordinal);
        Assert.Equal("恢复码", (await half.Open("/sign-in/code")).QuerySelector("label[for=Form_Code]")!.TextContent);   // no one-time codes, so none is asked
        Assert.Equal(HttpStatusCode.Redirect, (await half.GetAsync("/accounts")).StatusCode);
        App.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal("/", (await SignIn(half, key, second: true)).Headers.Location!.OriginalString);
        Assert.Equal(HttpStatusCode.OK, (await half.GetAsync("/accounts")).StatusCode);
    }

    [Fact]
    public async Task As_the_second_step_only_a_passkey_of_whoever_gave_the_password_opens()
    {
        var admin = await AdminWithoutFactor();
        await GivenPasskey(admin);
        var half = App.Browser();
        await half.Submit("/sign-in", ("Form.UserName", "admin"), ("Form.Password", Password));

        await IsRefused(await SignIn(half, device, second: true));

        Assert.Equal(0, await App.Read(db => db.SignInSessions.CountAsync()));
    }

    [Fact]
    public async Task Others_may_still_use_the_password_alone_where_no_passkey_works() =>
        Assert.Equal("/", (await App.Browser().Submit("/sign-in", ("Form.UserName", "zhao"), ("Form.Password", Password))).Headers.Location!.OriginalString);

    [Fact]
    public async Task At_a_plain_address_it_is_not_offered_and_there_is_no_door()
    {
        Assert.False(await Offers("http://10.0.0.8:5080"));
        Assert.False(await Offers("https://10.0.0.8"));   // no browser takes a bare address
        Assert.False(await Offers("http://biaoshuai.example"));
        Assert.True(await Offers("https://biaoshuai.example"));
        Assert.True(await Offers("http://biaoshuai.example", ("X-Forwarded-Proto", "https")));   // as a proxy says that ends TLS
        var office = At("http://10.0.0.8:5080");
        Assert.Equal(HttpStatusCode.NotFound, (await office.SendForm(await office.Open("/sign-in"), Door, ("Form.Credential", "{}"))).StatusCode);
    }

    private async Task<bool> Offers(string address, params (string Name, string Value)[] headers)
    {
        var office = At(address);
        foreach (var (name, value) in headers) office.DefaultRequestHeaders.Add(name, value);
        return (await office.Open("/sign-in")).QuerySelector("form[data-passkey]") is not null;
    }

    [Fact]
    public async Task An_administrator_with_a_passkey_alone_is_told_where_it_does_not_work()
    {
        await GivenPasskey(await AdminWithoutFactor());
        var office = At("http://10.0.0.8:5080");
        await office.Submit("/sign-in", ("Form.UserName", "admin"), ("Form.Password", Password));
        Assert.Contains("在现在这个网址（10.0.0.8:5080）用不了", (await office.Open("/sign-in/code")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Failures_count_together_with_wrong_passwords_and_lock_the_account_to_the_right_passkey()
    {
        for (var i = 0; i < 3; i++) await IsRefused(await SignIn(App.Browser(), device, new() { Forged = true }));
        Assert.Equal(3, await App.Read(db => db.SecurityEvents.CountAsync(e => e.Kind == SecurityEventKind.PasskeyFailed && e.AccountId == zhao.Id)));
        for (var i = 0; i < 2; i++) await App.Browser().Submit("/sign-in", ("Form.UserName", "zhao"), ("Form.Password", "wrong-horse-1"));

        await IsRefused(await SignIn(App.Browser(), device));

        await App.Read(db => db.Users.Where(a => a.Id == zhao.Id).ExecuteUpdateAsync(s => s.SetProperty(a => a.LockoutEnd, (DateTimeOffset?)null)));   // as after ten minutes
        Assert.Equal(HttpStatusCode.Redirect, (await SignIn(App.Browser(), device)).StatusCode);
    }

    [Fact]
    public async Task A_disabled_account_and_one_whose_password_was_taken_away_do_not_come_in()
    {
        await App.Read(db => db.Users.Where(a => a.Id == zhao.Id).ExecuteUpdateAsync(s => s.SetProperty(a => a.DisabledAt, TestApp.Start)));
        await IsRefused(await SignIn(App.Browser(), device));
        await App.Read(db => db.Users.Where(a => a.Id == zhao.Id).ExecuteUpdateAsync(s => s.SetProperty(a => a.DisabledAt, (DateTimeOffset?)null).SetProperty(a => a.PasswordHash, (string?)null)));
        await IsRefused(await SignIn(App.Browser(), device));
    }

    [Fact]
    public async Task A_removed_and_an_unknown_passkey_are_refused_in_the_same_words()
    {
        await App.Read(db => db.Passkeys.ExecuteDeleteAsync());
        await IsRefused(await SignIn(App.Browser(), device));
        await IsRefused(await SignIn(App.Browser(), Device(), new() { UserHandle = device.UserHandle }));
        Assert.Equal(2, await App.Read(db => db.SecurityEvents.CountAsync(e => e.Kind == SecurityEventKind.PasskeyFailed && e.AccountId == null)));
    }

    [Fact]
    public async Task After_five_minutes_the_challenge_is_too_old()
    {
        var browser = App.Browser();
        var (options, page) = await Ask(browser);
        App.Clock.Advance(PasskeyChallenges.Last + TimeSpan.FromSeconds(1));
        await IsRefused(await browser.SendForm(page, Door, ("Form.Credential", device.Get(options))), "等得太久了");
    }

    private HttpClient At(string address)
    {
        var browser = App.Browser();
        browser.BaseAddress = new(address);
        return browser;
    }

    private async Task<Account> AdminWithoutFactor()
    {
        var admin = await App.GivenAccount("admin", Password, Role.SystemAdministrator, House.Office);
        await App.Read(db => db.SecondFactors.Where(f => f.AccountId == admin.Id).ExecuteDeleteAsync());
        return admin;
    }
}
