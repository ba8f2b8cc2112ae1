using System.Net;
using AngleSharp.Dom;
using Exemplar.Platform.Security;
using Exemplar.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Exemplar.Tests.Platform.Security.Passkeys;

/// <summary>An administrator whose second factor is a passkey alone has recovery codes by the same rules as one with one-time codes.</summary>
public sealed class PasskeyRecoveryTests : PasskeyHouse
{
    private const string Own = "/second-factor", Renew = "/second-factor/codes", Second = "/sign-in/code";

    private async Task<Account> AdminWithoutFactor(string name = "admin")
    {
        var admin = await App.GivenAccount(name, Password, Role.SystemAdministrator, House.Office);
        await App.Read(db => db.SecondFactors.Where(f => f.AccountId == admin.Id).ExecuteDeleteAsync());
        return admin;
    }

    private static List<string> Codes(IDocument page) => [.. page.QuerySelectorAll(".codes li").Select(l => l.TextContent)];

    private static async Task<List<string>> CodesOf(HttpClient browser, SoftwareAuthenticator device) => Codes(await (await Add(browser, device)).Leads(browser, "已添加：办公室电脑"));

    /// <summary>Below the button for a passkey.</summary>
    private static async Task<HttpResponseMessage> Enter(HttpClient browser, string code) => await browser.SubmitForm(await browser.Open(Second), Second, "main form:not([data-passkey])", ("Form.Code", code));

    [Fact]
    public async Task The_first_passkey_brings_ten_that_are_shown_once_and_can_be_printed()
    {
        var admin = await AdminWithoutFactor();
        var (browser, device) = (App.As(admin.Id), Device());
        var page = await (await Add(browser, device)).Leads(browser, "已添加：办公室电脑");
        Assert.Equal(10, Codes(page).Distinct().Count());
        Assert.NotNull(page.QuerySelector(".codes [data-print]"));
        Assert.Empty(Codes(await browser.Open(Own)));
        Assert.Contains("还有 10 个没有用", (await browser.Open("/passkeys")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);

        App.Clock.Advance(TimeSpan.FromSeconds(1));
        await (await Add(browser, Device(), "备用", proof: device)).Leads(browser, "已添加：备用");
        Assert.Equal(10, await App.Read(db => db.RecoveryCodes.CountAsync()));   // those on paper stay good
    }

    [Fact]
    public async Task One_of_them_opens_once_after_the_password_where_no_passkey_is_at_hand()
    {
        var admin = await AdminWithoutFactor();
        var code = (await CodesOf(App.As(admin.Id), Device()))[0];

        var browser = App.Browser();
        await browser.Submit("/sign-in", ("Form.UserName", "admin"), ("Form.Password", Password));
        await (await Enter(browser, "AAAA-BBBB-CCCC-DDDD")).Refuses("Code", "口令不对或已用过");
        Assert.Equal("/", (await Enter(browser, code)).Headers.Location!.OriginalString);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/accounts")).StatusCode);
        Assert.Equal(9, await App.Read(db => db.RecoveryCodes.CountAsync()));

        var again = App.Browser();
        await again.Submit("/sign-in", ("Form.UserName", "admin"), ("Form.Password", Password));
        await (await Enter(again, code)).Refuses("Code", "口令不对或已用过");
    }

    [Fact]
    public async Task A_new_set_takes_a_passkey_or_a_recovery_code_besides_the_password()
    {
        var admin = await AdminWithoutFactor();
        var device = Device();
        var old = await CodesOf(App.As(admin.Id), device);
        App.Clock.Advance(TimeSpan.FromSeconds(1));
        var browser = App.As(admin.Id);

        await (await browser.Submit(Renew, ("Form.Password", Password))).Refuses("", "请先用通行密钥证明是您本人");
        await (await browser.Submit(Renew, ("Form.Password", Password), ("Form.Code", "AAAA-BBBB-CCCC-DDDD"))).Refuses("Code", "恢复码不对或已用过");
        var byCode = Codes(await (await browser.Submit(Renew, ("Form.Password", Password), ("Form.Code", old[0]))).Leads(browser, "恢复码已换新"));
        Assert.Empty(byCode.Intersect(old));

        var page = await browser.Open(Renew);
        var byKey = Codes(await (await browser.SubmitForm(page, Renew, "main form[method=post]", ("Form.Password", Password), ("Form.Proof.Credential", device.Get(Options(page, "[data-passkey=prove]"))))).Leads(browser, "恢复码已换新"));
        Assert.Equal((10, 0), (byKey.Count, byKey.Intersect(byCode).Count()));
        Assert.Equal(10, await App.Read(db => db.RecoveryCodes.CountAsync()));
    }

    [Fact]
    public async Task A_lost_device_is_removed_with_a_recovery_code_and_a_reset_takes_the_codes_away()
    {
        var admin = await AdminWithoutFactor();
        var (lost, browser) = (Device(), App.As(admin.Id));
        var codes = await CodesOf(browser, lost);
        var gone = await App.Read(db => db.Passkeys.Select(p => p.Id).SingleAsync());
        App.Clock.Advance(TimeSpan.FromSeconds(1));
        await (await Add(browser, Device(), "新电脑", code: codes[0])).Leads(browser, "已添加：新电脑");
        App.Clock.Advance(TimeSpan.FromSeconds(1));
        await (await browser.Submit($"/passkeys/{gone}/remove", ("Form.Password", Password), ("Form.Code", codes[1]))).Leads(browser, "已删除：办公室电脑");
        Assert.Equal(8, await App.Read(db => db.RecoveryCodes.CountAsync()));

        await App.Read(db => db.Commit<bool>(async (db, ct) => await db.ForgetFactors(admin.Id, ct), default));
        Assert.Equal(0, await App.Read(db => db.RecoveryCodes.CountAsync()));
    }

    [Fact]
    public async Task Whoever_comes_in_by_the_password_alone_has_none()
    {
        var zhao = await App.GivenAccount("zhao", Password, Role.DepartmentHead, House.General);
        await GivenPasskey(zhao);
        Assert.Equal(0, await App.Read(db => db.RecoveryCodes.CountAsync()));
        await App.As(zhao.Id).IsShut(Renew, HttpStatusCode.NotFound);
        Assert.DoesNotContain("恢复码", (await App.As(zhao.Id).Open("/passkeys")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }
}
