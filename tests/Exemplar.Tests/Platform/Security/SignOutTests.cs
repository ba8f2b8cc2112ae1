using System.Net;
using Exemplar.Platform.Security;
using Exemplar.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Exemplar.Tests.Platform.Security;

public sealed class SignOutTests : HouseTests
{
    [Fact]
    public async Task Signing_out_kills_every_copy_of_the_cookie()
    {
        await App.GivenAccount("zhao", "right-horse-1", Role.DepartmentHead, House.General);
        var browser = App.Browser();
        var answer = await browser.Submit("/sign-in", ("Form.UserName", "zhao"), ("Form.Password", "right-horse-1"));
        var cookie = answer.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("exemplar=", StringComparison.Ordinal)).Split(';')[0];
        Assert.Equal(HttpStatusCode.OK, (await Replay(cookie)).StatusCode);

        var page = await browser.Open("/");
        var left = await browser.SubmitForm(page, "/", "form[action='/sign-out']");

        Assert.Equal("/sign-in", left.Headers.Location!.OriginalString);
        var replayed = await Replay(cookie);
        Assert.Equal(HttpStatusCode.Redirect, replayed.StatusCode);
        Assert.StartsWith("/sign-in", replayed.Headers.Location!.PathAndQuery, StringComparison.Ordinal);
        Assert.Equal(0, await App.Read(db => db.SignInSessions.CountAsync()));
    }

    [Fact]
    public async Task A_receipt_that_nobody_read_is_not_for_who_comes_next()
    {
        var address = $"/units/{House.Office.Id}/new";
        var page = await Committee.Open(address);
        Assert.Equal(HttpStatusCode.Redirect, (await Committee.SubmitForm(page, address, "main form[method=post]", ("Form.Kind", "Department"), ("Form.Name", "新科"))).StatusCode);
        Assert.Equal("/sign-in", (await Committee.SubmitForm(page, "/", "form[action='/sign-out']")).Headers.Location!.OriginalString);
        Assert.Null((await Committee.Open("/units")).QuerySelector("main .notice[role=status]"));
    }

    [Fact]
    public async Task The_cookie_is_hidden_from_scripts_and_from_other_sites()
    {
        await App.GivenAccount("zhao", "right-horse-1", Role.DepartmentHead, House.General);
        var answer = await App.Browser().Submit("/sign-in", ("Form.UserName", "zhao"), ("Form.Password", "right-horse-1"));
        var cookie = answer.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("exemplar=", StringComparison.Ordinal)).ToLowerInvariant();
        Assert.Contains("httponly", cookie, StringComparison.Ordinal);
        Assert.Contains("samesite=lax", cookie, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_link_to_the_address_signs_nobody_out()
    {
        var head = await As(Role.DepartmentHead, House.General);
        Assert.Equal("/", (await head.GetAsync("/sign-out")).Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task Leaving_the_PC_to_somebody_else_ends_the_session_for_good_and_asks_who_comes_next()
    {
        await App.GivenAccount("zhao", "right-horse-1", Role.DepartmentHead, House.General);
        var pc = App.Browser();
        var answer = await pc.Submit("/sign-in", ("Form.UserName", "zhao"), ("Form.Password", "right-horse-1"));
        var cookie = answer.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("exemplar=", StringComparison.Ordinal)).Split(';')[0];
        var page = await pc.Open("/tasks");
        Assert.Equal(["换人", "退出"], page.QuerySelectorAll("header form[action='/sign-out'] button").Select(b => b.TextContent));

        var left = await pc.SendForm(page, "/sign-out", ("Switch", "true"));

        Assert.Equal("/sign-in?switched=true", left.Headers.Location!.OriginalString);
        Assert.StartsWith("上一位已退出。", (await pc.Open("/sign-in?switched=true")).QuerySelector(".card .notice.good")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(0, await App.Read(db => db.SignInSessions.CountAsync()));
        Assert.Equal(HttpStatusCode.Redirect, (await Replay(cookie)).StatusCode);
    }

    /// <summary>Also by the back button: nothing of the first person's pages may be kept, and none of their forms can be sent any more.</summary>
    [Fact]
    public async Task Whoever_comes_next_sees_and_sends_nothing_of_who_was_here_before()
    {
        await App.GivenAccount("zhao", "right-horse-1", Role.CommitteeOffice, House.Office);
        await App.GivenAccount("qian", "right-horse-1", Role.CommitteeOffice, House.Office);
        var (pc, address) = (App.Browser(), $"/units/{House.Office.Id}/new");
        await pc.Submit("/sign-in", ("Form.UserName", "zhao"), ("Form.Password", "right-horse-1"));
        var opened = await pc.GetAsync(address);
        var form = await opened.Read();
        var refused = await pc.SubmitForm(form, address, "main form[method=post]", ("Form.Kind", "Department"), ("Form.Name", ""));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.All([opened, refused], page => Assert.True(page.Headers.CacheControl!.NoStore));
        await pc.SendForm(form, "/sign-out", ("Switch", "true"));
        await pc.Submit("/sign-in", ("Form.UserName", "qian"), ("Form.Password", "right-horse-1"));

        // The back button asks the house again, and gets the page of whoever is here now.
        var again = await pc.Open(address);
        Assert.Equal("", again.QuerySelector("#Form_Name")!.GetAttribute("value") ?? "");
        string Draft(AngleSharp.Dom.IDocument page) => page.QuerySelector("form[data-draft]")!.GetAttribute("data-draft")!;
        Assert.NotEqual(Draft(form), Draft(again));
        Assert.NotEqual(Draft(await refused.Read()), Draft(again));
        Assert.Equal(HttpStatusCode.BadRequest, (await pc.SubmitForm(form, address, "main form[method=post]", ("Form.Kind", "Department"), ("Form.Name", "新科"))).StatusCode);
        Assert.Equal(0, await App.Read(db => db.Units.CountAsync(u => u.Name == "新科")));
    }

    private async Task<HttpResponseMessage> Replay(string cookie)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/tasks");
        request.Headers.Add("Cookie", cookie);
        return await App.Browser().SendAsync(request);
    }
}
