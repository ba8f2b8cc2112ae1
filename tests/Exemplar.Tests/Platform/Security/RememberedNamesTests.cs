using System.Net;
using AngleSharp.Dom;
using Exemplar.Platform.Security;
using Exemplar.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Exemplar.Tests.Platform.Security;

/// <summary>The names on the sign-in page of a shared PC.</summary>
public sealed class RememberedNamesTests : HouseTests
{
    private const string Password = "right-horse-1", Door = "/sign-in";

    [Fact]
    public async Task Only_who_ticks_the_box_is_remembered_by_name_and_whoever_was_here_last_comes_first()
    {
        foreach (var name in new[] { "zhao", "qian", "sun" }) await Somebody(name);
        var pc = App.Browser();
        Assert.Null((await pc.Open(Door)).QuerySelector(".names"));
        await SignIn(pc, "zhao", remember: true);
        await SignIn(pc, "qian", remember: false);
        await SignIn(pc, "sun", remember: true);
        Assert.Equal(["sun", "zhao"], Names(await pc.Open(Door)));

        await SignIn(pc, "zhao", remember: true);
        Assert.Equal(["zhao", "sun"], Names(await pc.Open(Door)));
        Assert.Null((await App.Browser().Open(Door)).QuerySelector(".names"));   // another PC knows nothing of it
    }

    [Fact]
    public async Task A_person_is_shown_by_the_persons_name()
    {
        var person = await House.Somebody("王芳", House.General);
        var account = await Somebody("wangf");
        await App.Read(db => db.Users.Where(a => a.Id == account.Id).ExecuteUpdateAsync(s => s.SetProperty(a => a.PersonId, person.Id)));
        var pc = App.Browser();
        await SignIn(pc, "wangf", remember: true);
        Assert.Equal("王芳 wangf", (await pc.Open(Door)).QuerySelector(".names a")!.TextContent);
    }

    [Fact]
    public async Task Picking_one_fills_the_name_in_puts_the_focus_into_the_password_and_keeps_the_way()
    {
        await Somebody("zhao");
        var pc = App.Browser();
        await SignIn(pc, "zhao", remember: true);
        var address = (await pc.Open($"{Door}?next=%2Ftasks")).QuerySelector(".names a")!.GetAttribute("href")!;
        Assert.DoesNotContain("zhao", address, StringComparison.Ordinal);   // addresses are kept by browsers and proxies

        var page = await pc.Open(address);

        Assert.Equal("zhao", page.QuerySelector("#Form_UserName")!.GetAttribute("value"));
        Assert.True(page.QuerySelector("#Form_Password")!.HasAttribute("autofocus"));
        Assert.False((await pc.Open(Door)).QuerySelector("#Form_Password")!.HasAttribute("autofocus"));
        Assert.True(page.QuerySelector("#Form_Remember")!.HasAttribute("checked"));
        Assert.Equal("/tasks", (await pc.Submit(address, ("Form.Password", Password))).Headers.Location!.OriginalString);
        foreach (var odd in new[] { "?pick=7", "?pick=-1", "?pick=x" }) Assert.Equal("", (await pc.Open(Door + odd)).QuerySelector("#Form_UserName")!.GetAttribute("value") ?? "");
    }

    [Fact]
    public async Task One_name_is_taken_off_and_the_others_stay()
    {
        foreach (var name in new[] { "zhao", "qian" }) await Somebody(name);
        var pc = App.Browser();
        await SignIn(pc, "zhao", remember: true);
        await SignIn(pc, "qian", remember: true);

        var page = await pc.Open(Door);
        Assert.Equal("不再记住 zhao", page.QuerySelectorAll(".forget button")[1].GetAttribute("aria-label"));
        var left = await pc.SubmitForm(page, Door, ".forget li:nth-child(2) form");

        Assert.StartsWith(Door, left.Headers.Location!.OriginalString, StringComparison.Ordinal);
        Assert.Equal(["qian"], Names(await pc.Open(Door)));
        await SignIn(pc, "qian", remember: false);   // the box is empty: the last one goes too
        Assert.Null((await pc.Open(Door)).QuerySelector(".names"));
    }

    [Fact]
    public async Task Five_are_kept_for_thirty_days_each()
    {
        foreach (var name in new[] { "a", "b", "c", "d", "e", "f" }) await Somebody(name);
        var pc = App.Browser();
        foreach (var name in new[] { "a", "b", "c", "d", "e" }) await SignIn(pc, name, remember: true);
        App.Clock.Advance(TimeSpan.FromDays(29));
        await SignIn(pc, "f", remember: true);
        Assert.Equal(["f", "e", "d", "c", "b"], Names(await pc.Open(Door)));
        App.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(["f"], Names(await pc.Open(Door)));
    }

    [Fact]
    public async Task A_remembered_name_does_not_tell_whether_its_account_is_still_there()
    {
        var (zhao, qian) = (await Somebody("zhao"), await Somebody("qian"));
        var pc = App.Browser();
        await SignIn(pc, "zhao", remember: true);
        await SignIn(pc, "qian", remember: true);
        var before = (await pc.Open(Door)).QuerySelector(".names")!.TextContent;
        await App.Read(db => db.Grants.Where(g => g.AccountId == zhao.Id).ExecuteDeleteAsync());
        await App.Read(db => db.Users.Where(a => a.Id == zhao.Id).ExecuteDeleteAsync());
        await App.Read(db => db.Users.Where(a => a.Id == qian.Id).ExecuteUpdateAsync(s => s.SetProperty(a => a.DisabledAt, TestApp.Start)));

        Assert.Equal(before, (await pc.Open(Door)).QuerySelector(".names")!.TextContent);
        var refusals = new[] { await Refusal(pc, "zhao"), await Refusal(pc, "qian") };
        Assert.Single(refusals.Distinct());
    }

    [Fact]
    public async Task A_wrong_password_leaves_nothing_behind()
    {
        await Somebody("zhao");
        var pc = App.Browser();
        await pc.Submit(Door, ("Form.UserName", "zhao"), ("Form.Password", "wrong-horse-1"), ("Form.Remember", "true"));
        Assert.Null((await pc.Open(Door)).QuerySelector(".names"));
    }

    [Fact]
    public async Task The_cookie_is_sealed_for_the_door_alone_and_a_bent_one_is_none()
    {
        await Somebody("zhao");
        var answer = await App.Browser().Submit(Door, ("Form.UserName", "zhao"), ("Form.Password", Password), ("Form.Remember", "true"));
        var cookie = answer.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("exemplar-names=", StringComparison.Ordinal));
        foreach (var said in new[] { "httponly", "samesite=strict", "path=/sign-in", "max-age=2592000" }) Assert.Contains(said, cookie, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("zhao", cookie, StringComparison.Ordinal);

        var value = cookie.Split(';')[0];
        Assert.Equal(["zhao"], Names(await App.Browser(planted: value).Open(Door)));
        foreach (var bent in new[] { value[..^6] + "AAAAAA", "exemplar-names=x", "exemplar-names=" }) Assert.Null((await App.Browser(planted: bent).Open(Door)).QuerySelector(".names"));
    }

    private static async Task<string> Refusal(HttpClient pc, string name) =>
        (await (await pc.Submit(Door, ("Form.UserName", name), ("Form.Password", Password))).Read()).QuerySelector(".card > .notice.bad")!.TextContent;

    private static List<string> Names(IDocument page) => [.. page.QuerySelectorAll(".names a small").Select(n => n.TextContent)];

    private static async Task SignIn(HttpClient pc, string name, bool remember)
    {
        var page = await pc.Open(Door);
        (string, string)[] answers = [("Form.UserName", name), ("Form.Password", Password), .. remember ? new[] { ("Form.Remember", "true") } : []];
        Assert.Equal(HttpStatusCode.Redirect, (await pc.SubmitForm(page, Door, "main form[method=post]", answers)).StatusCode);
    }

    private Task<Account> Somebody(string name) => App.GivenAccount(name, Password, Role.DepartmentHead, House.General);
}
