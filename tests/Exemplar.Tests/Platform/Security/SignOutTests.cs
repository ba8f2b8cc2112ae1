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

    private async Task<HttpResponseMessage> Replay(string cookie)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/tasks");
        request.Headers.Add("Cookie", cookie);
        return await App.Browser().SendAsync(request);
    }
}
