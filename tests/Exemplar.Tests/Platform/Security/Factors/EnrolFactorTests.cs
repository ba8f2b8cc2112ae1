using System.Net;
using AngleSharp.Dom;
using Exemplar.Platform.Security;
using Exemplar.Platform.Security.Factors;
using Exemplar.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Exemplar.Tests.Platform.Security.Factors;

public sealed class EnrolFactorTests : HouseTests
{
    private const string Password = "right-horse-1", Page = "/second-factor/enrol";

    private Account zhao = null!;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        zhao = await App.GivenAccount("zhao", Password, Role.DepartmentHead, House.General);
    }

    [Fact]
    public async Task The_phones_first_code_sets_it_up_and_recovery_codes_are_shown_once()
    {
        var (here, elsewhere) = (await SignedIn(), await SignedIn());
        var opened = await here.Open(Page);
        Assert.NotNull(opened.QuerySelector(".qr svg"));

        var answer = await Send(here, opened, CodeOf(opened));

        var page = await answer.Leads(here, "动态口令已启用");
        var codes = page.QuerySelectorAll(".codes li").Select(c => c.TextContent.Trim()).ToList();
        Assert.Equal(10, codes.Distinct().Count());
        Assert.Empty((await here.Open("/second-factor")).QuerySelectorAll(".codes li"));
        Assert.Equal(HttpStatusCode.Redirect, (await elsewhere.GetAsync("/tasks")).StatusCode);   // other sessions never gave a code

        var log = string.Join('\n', await App.Read(db => db.LogEntries.Select(e => e.Body).ToListAsync()));
        var factor = await App.Read(db => db.SecondFactors.SingleAsync());
        Assert.All([SecretOf(opened), factor.Sealed, .. codes, .. codes.Select(WrittenCode.HashOf)], secret => Assert.DoesNotContain(secret, log, StringComparison.Ordinal));
        Assert.Equal(["account.keep"], await LogOf(await App.Read(db => db.AccountSteps.Where(s => s.Kind == AccountStepKind.FactorEnrolled).Select(s => s.Id).SingleAsync())));

        // The code that set it up is used, and the next one or a recovery code opens.
        var browser = App.Browser();
        Assert.StartsWith("/sign-in/code", (await Try(browser)).Headers.Location!.OriginalString, StringComparison.Ordinal);
        await (await browser.Submit("/sign-in/code", ("Form.Code", CodeOf(opened)))).Refuses("Code", "口令不对或已用过");
        Assert.Equal("/", (await browser.Submit("/sign-in/code", ("Form.Code", codes[3]))).Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task A_refusal_stands_at_its_field_keeps_the_secret_on_the_page_and_keeps_nothing_else()
    {
        var browser = await SignedIn();
        var opened = await browser.Open(Page);

        var wrong = await Send(browser, opened, "000000");
        await wrong.Refuses("First", "口令不对");
        Assert.Equal(SecretOf(opened), SecretOf(await wrong.Read()));
        await (await Send(browser, opened, CodeOf(opened), "wrong-horse-1")).Refuses("Password", "密码不对");
        Assert.Equal(0, await App.Read(db => db.SecondFactors.CountAsync()));
    }

    [Fact]
    public async Task A_screen_left_open_is_not_enough_to_guess_the_password()
    {
        var browser = await SignedIn();
        var opened = await browser.Open(Page);
        for (var i = 0; i < 5; i++) await (await Send(browser, opened, CodeOf(opened), "wrong-horse-1")).Refuses("Password", "密码不对");
        await (await Send(browser, opened, CodeOf(opened))).Refuses("", "连续 5 次不对");
    }

    [Fact]
    public async Task A_secret_that_lay_about_too_long_or_is_another_accounts_is_replaced_by_a_new_one()
    {
        var browser = await SignedIn();
        var opened = await browser.Open(Page);
        App.Clock.Advance(OneTimeCodes.OfferLasts + TimeSpan.FromSeconds(1));

        var late = await Send(browser, opened, CodeOf(opened));
        await late.Refuses("", "这个二维码已过期");
        Assert.NotEqual(SecretOf(opened), SecretOf(await late.Read()));

        await App.GivenAccount("qian", Password, Role.DepartmentHead, House.General);
        var other = App.Browser();
        await Try(other, "qian");
        var foreign = await other.Open(Page);
        await (await browser.SendForm(await browser.Open(Page), Page, ("Form.Offer", foreign.QuerySelector("[name='Form.Offer']")!.GetAttribute("value")!), ("Form.First", CodeOf(foreign)), ("Form.Password", Password)))
            .Refuses("", "这个二维码已过期");
    }

    [Fact]
    public async Task Moving_to_another_phone_takes_the_old_code_and_the_old_phone_opens_nothing_any_more()
    {
        var browser = await SignedIn();
        await App.Given(Support.Factors.Of(App, zhao.Id));
        var opened = await browser.Open(Page);
        await (await Send(browser, opened, CodeOf(opened))).Refuses("Code", "口令不对");

        await (await Send(browser, opened, CodeOf(opened), Password, App.Code())).Leads(browser, "动态口令已启用");

        App.Clock.Advance(TimeSpan.FromMinutes(1));
        var door = App.Browser();
        await Try(door);
        await (await door.Submit("/sign-in/code", ("Form.Code", App.Code()))).Refuses("Code", "口令不对");
        Assert.Equal(HttpStatusCode.Redirect, (await door.Submit("/sign-in/code", ("Form.Code", CodeOf(opened)))).StatusCode);
    }

    [Fact]
    public async Task An_administrator_without_one_is_led_here_and_can_do_nothing_before()
    {
        var admin = await App.GivenAccount("admin", Password, Role.SystemAdministrator, House.Office);
        await App.Read(db => db.SecondFactors.Where(f => f.AccountId == admin.Id).ExecuteDeleteAsync());
        var browser = App.Browser();
        await Try(browser, "admin");
        foreach (var page in (string[])["/accounts", "/password", "/second-factor"]) Assert.Equal(Page, (await browser.GetAsync(page)).Headers.Location!.OriginalString);

        var opened = await browser.Open(Page);
        await (await Send(browser, opened, CodeOf(opened))).Leads(browser, "动态口令已启用");

        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/accounts")).StatusCode);
    }

    [Fact]
    public async Task Whoever_becomes_an_administrator_in_a_session_owes_it_from_the_next_click_on()
    {
        var browser = await SignedIn();
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/tasks")).StatusCode);
        await App.Given(new Grant { AccountId = zhao.Id, Role = Role.AuditAdministrator, UnitId = House.Office.Id, Inherit = true, From = new(2026, 3, 1) });
        Assert.Equal(Page, (await browser.GetAsync("/tasks")).Headers.Location!.OriginalString);
    }

    private string CodeOf(IDocument page) => OneTimeCodes.CodeAt(OneTimeCodes.FromLetters(SecretOf(page)), App.Clock.GetUtcNow());

    private static string SecretOf(IDocument page) => page.QuerySelector("#secret")!.TextContent;

    private static Task<HttpResponseMessage> Send(HttpClient browser, IDocument opened, string first, string password = Password, string? old = null) =>
        browser.SubmitForm(opened, Page, "main form[method=post]", [("Form.First", first), ("Form.Password", password), .. old is null ? [] : new[] { ("Form.Code", old) }]);

    private async Task<HttpClient> SignedIn()
    {
        var browser = App.Browser();
        Assert.Equal(HttpStatusCode.Redirect, (await Try(browser)).StatusCode);
        return browser;
    }

    private static Task<HttpResponseMessage> Try(HttpClient browser, string name = "zhao") => browser.Submit("/sign-in", ("Form.UserName", name), ("Form.Password", Password));
}
