using System.Net;
using Exemplar.Platform.Security;
using Exemplar.Platform.Security.Audit;
using Exemplar.Platform.Security.Factors;
using Exemplar.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Exemplar.Tests.Platform.Security.Factors;

public sealed class EnterCodeTests : HouseTests
{
    private const string Password = "right-horse-1", Door = "/sign-in/code";

    private Account admin = null!;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        admin = await App.GivenAccount("zhao", Password, Role.SecurityAdministrator, House.Office);
    }

    [Fact]
    public async Task A_password_alone_signs_nobody_in_and_the_code_leads_to_where_one_wanted_to_go()
    {
        var browser = App.Browser();
        var half = await browser.Submit("/sign-in?next=%2Faccounts", ("Form.UserName", "zhao"), ("Form.Password", Password));
        Assert.Equal($"{Door}?next=%2Faccounts", half.Headers.Location!.OriginalString);
        Assert.Equal(HttpStatusCode.Redirect, (await browser.GetAsync("/accounts")).StatusCode);
        Assert.Equal(0, await App.Read(db => db.SignInSessions.CountAsync()));

        var done = await browser.Submit($"{Door}?next=%2Faccounts", ("Form.Code", App.Code()));

        Assert.Equal("/accounts", done.Headers.Location!.OriginalString);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/accounts")).StatusCode);
        Assert.Equal([SecurityEventKind.SignedIn], await App.Read(db => db.SecurityEvents.Select(e => e.Kind).ToListAsync()));
    }

    [Fact]
    public async Task A_code_opens_once_and_an_older_one_not_at_all()
    {
        Assert.Equal(HttpStatusCode.Redirect, (await Enter(App.Code())).StatusCode);
        await (await Enter(App.Code())).Refuses("Code", "口令不对或已用过");
        await (await Enter(App.Code(-1))).Refuses("Code", "口令不对或已用过");
        Assert.Equal(HttpStatusCode.Redirect, (await Enter(App.Code(+1))).StatusCode);
    }

    [Fact]
    public async Task Of_many_who_send_one_code_side_by_side_one_comes_in()
    {
        var browsers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Half()));
        var answers = await Task.WhenAll(browsers.Select(b => b.Submit(Door, ("Form.Code", App.Code()))));
        Assert.Single(answers, a => a.StatusCode is HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task Wrong_codes_count_together_with_wrong_passwords_and_a_right_password_buys_no_new_tries()
    {
        for (var i = 0; i < 4; i++) await (await Enter("000000")).Refuses("Code", "口令不对");
        Assert.Equal(4, await App.Read(db => db.SecurityEvents.CountAsync(e => e.Kind == SecurityEventKind.CodeFailed && e.AccountId == admin.Id)));
        await App.Browser().Submit("/sign-in", ("Form.UserName", "zhao"), ("Form.Password", "wrong-horse-1"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await App.Browser().Submit("/sign-in", ("Form.UserName", "zhao"), ("Form.Password", Password))).StatusCode);
        Assert.Equal(1, await App.Read(db => db.SecurityEvents.CountAsync(e => e.Kind == SecurityEventKind.LockedOut)));
    }

    [Fact]
    public async Task A_locked_account_does_not_come_in_by_the_right_code()
    {
        var browser = await Half();
        for (var i = 0; i < 5; i++) await App.Browser().Submit("/sign-in", ("Form.UserName", "zhao"), ("Form.Password", "wrong-horse-1"));
        await (await browser.Submit(Door, ("Form.Code", App.Code()))).Refuses("Code", "口令不对");
    }

    [Fact]
    public async Task A_disabled_account_and_one_with_a_new_password_do_not_come_in()
    {
        var (browser, other) = (await Half(), await Half());
        await App.Read(db => db.Users.Where(a => a.Id == admin.Id).ExecuteUpdateAsync(s => s.SetProperty(a => a.DisabledAt, TestApp.Start)));
        await (await browser.Submit(Door, ("Form.Code", App.Code()))).Refuses("Code", "口令不对");

        await App.Read(db => db.Users.Where(a => a.Id == admin.Id).ExecuteUpdateAsync(s => s.SetProperty(a => a.DisabledAt, (DateTimeOffset?)null).SetProperty(a => a.SecurityStamp, "another")));
        Assert.StartsWith("/sign-in?next=", (await other.GetAsync(Door)).Headers.Location!.OriginalString, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_recovery_code_opens_once_however_it_is_typed_and_leaves_a_step_and_no_trace_of_itself()
    {
        var code = WrittenCode.New(groups: 4);
        await App.Given(new RecoveryCode { AccountId = admin.Id, Hash = WrittenCode.HashOf(code) });

        Assert.Equal(HttpStatusCode.Redirect, (await Enter(code.ToLowerInvariant().Replace('-', ' '))).StatusCode);

        await (await Enter(code)).Refuses("Code", "口令不对或已用过");
        Assert.Equal(0, await App.Read(db => db.RecoveryCodes.CountAsync()));
        var step = await App.Read(db => db.AccountSteps.SingleAsync());
        Assert.Equal((AccountStepKind.RecoveryCodeUsed, admin.Id, admin.Id), (step.Kind, step.AccountId, step.ById!.Value));
        Assert.Equal(["account.keep"], await LogOf(step.Id));
    }

    [Fact]
    public async Task After_five_minutes_the_password_is_asked_again()
    {
        var browser = await Half();
        App.Clock.Advance(HalfSignedIn.Lasts + TimeSpan.FromSeconds(1));
        Assert.StartsWith("/sign-in?next=", (await browser.GetAsync(Door)).Headers.Location!.OriginalString, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_password_nobody_sees_the_page_and_a_stranger_is_told_nothing() =>
        Assert.StartsWith("/sign-in?next=", (await App.Browser().GetAsync(Door)).Headers.Location!.OriginalString, StringComparison.Ordinal);

    private async Task<HttpClient> Half()
    {
        var browser = App.Browser();
        Assert.StartsWith(Door, (await browser.Submit("/sign-in", ("Form.UserName", "zhao"), ("Form.Password", Password))).Headers.Location!.OriginalString, StringComparison.Ordinal);
        return browser;
    }

    private async Task<HttpResponseMessage> Enter(string code) => await (await Half()).Submit(Door, ("Form.Code", code));
}
