using System.Net;
using Exemplar.Platform.Security;
using Exemplar.Platform.Security.Policy;
using Exemplar.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Exemplar.Tests.Platform.Security.Policy;

public sealed class SessionLimitsTests : HouseTests
{
    private static readonly SecuritySettings Usual = new();

    [Fact]
    public async Task A_session_in_use_goes_on_and_ends_once_it_is_idle()
    {
        var browser = await SignedIn();
        for (var n = 0; n < 5; n++)
        {
            App.Clock.Advance(Usual.Idle - TimeSpan.FromSeconds(1));
            Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/tasks")).StatusCode);
        }
        App.Clock.Advance(Usual.Idle + TimeSpan.FromSeconds(1));
        Assert.StartsWith("/sign-in", (await browser.GetAsync("/tasks")).Headers.Location!.PathAndQuery, StringComparison.Ordinal);
    }

    [Fact]
    public async Task However_much_it_is_used_it_ends_after_its_longest_time_and_is_gone()
    {
        var browser = await SignedIn();
        for (var passed = TimeSpan.Zero; passed + TimeSpan.FromMinutes(20) < Usual.Most; passed += TimeSpan.FromMinutes(20))
        {
            App.Clock.Advance(TimeSpan.FromMinutes(20));
            Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/tasks")).StatusCode);
        }
        App.Clock.Advance(TimeSpan.FromMinutes(20));
        Assert.StartsWith("/sign-in", (await browser.GetAsync("/tasks")).Headers.Location!.PathAndQuery, StringComparison.Ordinal);
        Assert.Equal(0, await App.Read(db => db.SignInSessions.CountAsync()));
    }

    [Fact]
    public async Task Stricter_settings_hold_for_sessions_that_began_before_them()
    {
        var browser = await SignedIn();
        await App.Given(new SecuritySettings { IdleMinutes = 5, Version = 1 });
        App.Clock.Advance(TimeSpan.FromMinutes(7));
        Assert.StartsWith("/sign-in", (await browser.GetAsync("/tasks")).Headers.Location!.PathAndQuery, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Clicks_within_a_minute_write_nothing()
    {
        var browser = await SignedIn();
        var before = await App.Snapshot();
        App.Clock.Advance(TimeSpan.FromSeconds(30));
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/tasks")).StatusCode);
        Assert.Equal(before, await App.Snapshot());
    }

    private async Task<HttpClient> SignedIn()
    {
        await App.GivenAccount("zhao", "right-horse-1", Role.DepartmentHead, House.General);
        var browser = App.Browser();
        Assert.Equal(HttpStatusCode.Redirect, (await browser.Submit("/sign-in", ("Form.UserName", "zhao"), ("Form.Password", "right-horse-1"))).StatusCode);
        return browser;
    }
}
