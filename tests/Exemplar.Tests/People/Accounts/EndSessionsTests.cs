using System.Net;
using Exemplar.Platform.Security;
using Exemplar.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Exemplar.Tests.People.Accounts;

public sealed class EndSessionsTests : AccountTests
{
    private const string Password = "right-horse-1";

    private Account zhao = null!;
    private string Url => $"/accounts/{zhao.Id}/sessions";

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        zhao = await App.GivenAccount("zhao", Password, Role.DepartmentHead, House.General);
    }

    [Fact]
    public async Task One_session_is_ended_and_the_other_goes_on_then_all_are()
    {
        var first = await SignedIn();
        App.Clock.Advance(TimeSpan.FromMinutes(3));
        var second = await SignedIn();
        var page = await Security.Open(Url);
        Assert.Equal(2, page.QuerySelectorAll("li").Length);

        await (await Security.SubmitForm(page, Url, "main li form")).Leads(Security, "已结束 1 次登录");   // the newest stands first
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Redirect), ((await first.GetAsync("/tasks")).StatusCode, (await second.GetAsync("/tasks")).StatusCode));

        await (await Security.SubmitForm(await Security.Open(Url), Url, "main form.buttons")).Leads(Security, "已结束 1 次登录");
        Assert.Equal(HttpStatusCode.Redirect, (await first.GetAsync("/tasks")).StatusCode);
        Assert.Equal(["accounts.secure"], await LogOf(await App.Read(db => db.AccountSteps.Where(s => s.Kind == AccountStepKind.SessionsEnded).Select(s => s.Id).FirstAsync())));
    }

    [Fact]
    public async Task What_is_over_is_refused_and_the_page_shows_no_key()
    {
        await SignedIn();
        var page = await Security.Open(Url);
        Assert.DoesNotContain(await App.Read(db => db.SignInSessions.Select(s => s.Key).SingleAsync()), page.DocumentElement.OuterHtml, StringComparison.OrdinalIgnoreCase);
        await (await Security.SendForm(page, Url, ("Form.Session", "0123456789abcdef"))).Refuses("", "这次登录已经结束");
        await Security.SendForm(page, Url);
        await (await Security.SendForm(page, Url)).Refuses("", "现在没有登录");
        Assert.Equal(1, await App.Read(db => db.AccountSteps.CountAsync()));
    }

    [Fact]
    public async Task Only_the_security_administrator_may_and_only_in_the_own_house()
    {
        await SystemAdmin.IsShut(Url, HttpStatusCode.Forbidden);
        await Security.IsShut($"/accounts/{await AccountElsewhere()}/sessions", HttpStatusCode.NotFound);
        await Security.IsShut($"/accounts/{Guid.CreateVersion7()}/sessions", HttpStatusCode.NotFound);
    }

    private async Task<HttpClient> SignedIn()
    {
        var browser = App.Browser();
        Assert.Equal(HttpStatusCode.Redirect, (await browser.Submit("/sign-in", ("Form.UserName", "zhao"), ("Form.Password", Password))).StatusCode);
        return browser;
    }
}
