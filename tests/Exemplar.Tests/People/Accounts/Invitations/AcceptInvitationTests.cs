using System.Net;
using Exemplar.People.Accounts.Invitations;
using Exemplar.Platform.Security;
using Exemplar.Platform.Security.Audit;
using Exemplar.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Exemplar.Tests.People.Accounts.Invitations;

public sealed class AcceptInvitationTests : AccountTests
{
    private const string Page = "/invitation", Password = "right-horse-1", Same = "邀请码不对，或者已经用过、过期、撤回";

    [Fact]
    public async Task The_link_leads_to_a_password_of_ones_own_and_opens_once()
    {
        var (id, code) = await Invited("值班");
        var browser = App.Browser();
        var opened = await browser.Open($"{Page}?code={code}");
        Assert.Equal(code, opened.QuerySelector("#Form_Code")!.GetAttribute("value"));

        var done = await browser.SubmitForm(opened, Page, "main form[method=post]", ("Form.Password", Password), ("Form.Again", Password));

        await done.Leads(browser, "密码已设好。现在用用户名“值班”");
        Assert.Equal("/", (await browser.Submit("/sign-in", ("Form.UserName", "值班"), ("Form.Password", Password))).Headers.Location!.OriginalString);
        await (await Accept(code)).Refuses("Code", Same);
        Assert.Equal([AccountStepKind.Opened, AccountStepKind.Invited, AccountStepKind.InvitationAccepted], (await App.Read(db => db.AccountSteps.Where(s => s.AccountId == id).OrderBy(s => s.Id).Select(s => s.Kind).ToListAsync())).Order());
        var log = string.Join('\n', await App.Read(db => db.LogEntries.Select(e => e.Body).ToListAsync()));
        Assert.DoesNotContain(code, log, StringComparison.Ordinal);
        Assert.Equal(["accounts.open", "account.keep"], await LogOf(await App.Read(db => db.Invitations.Select(i => i.Id).SingleAsync())));
    }

    [Fact]
    public async Task Whoever_comes_may_choose_the_user_name_and_the_code_is_read_however_it_is_typed()
    {
        var (_, code) = await Invited("临时");
        Assert.Equal(HttpStatusCode.Redirect, (await Accept(code.Replace('-', ' ').ToLowerInvariant(), userName: "老周")).StatusCode);
        Assert.True(await App.Read(db => db.Users.AnyAsync(a => a.UserName == "老周" && a.NormalizedUserName == "老周")));
    }

    [Fact]
    public async Task A_refusal_stands_at_its_field_and_the_code_still_opens()
    {
        var (_, code) = await Invited("值班");
        var taken = await App.Read(db => db.Users.Where(a => a.Id == AccountId).Select(a => a.UserName!).SingleAsync());
        await App.Read(db => db.Users.Where(a => a.Id == AccountId).ExecuteUpdateAsync(s => s.SetProperty(a => a.NormalizedUserName, taken.ToUpperInvariant())));

        await (await Accept(code, again: "left-horse-2")).Refuses("Again", "两次输入的密码不一样");
        await (await Accept(code, "short", again: "short")).Refuses("Password", "密码至少 8 位");
        await (await Accept(code, userName: taken)).Refuses("UserName", $"用户名“{taken}”已有人使用");
        Assert.Null(await App.Read(db => db.Users.Where(a => a.UserName == "值班").Select(a => a.PasswordHash).SingleAsync()));

        Assert.Equal(HttpStatusCode.Redirect, (await Accept(code)).StatusCode);
    }

    [Fact]
    public async Task Used_expired_revoked_replaced_and_invented_codes_are_refused_in_the_same_words()
    {
        var (_, used) = await Invited("甲");
        await Accept(used);
        var (revokedId, revoked) = await Invited("乙");
        await SystemAdmin.Submit($"/accounts/{revokedId}/invitation/revoke");
        var (replacedId, replaced) = await Invited("丙");
        await SystemAdmin.Submit($"/accounts/{replacedId}/password");
        var (lockedId, locked) = await Invited("丁");
        await SystemAdmin.Submit($"/accounts/{lockedId}/lock");

        List<string> answers = [];
        foreach (var code in (string[])[used, revoked, replaced, locked, WrittenCode.New(groups: 4), "x"]) answers.Add(await Said(code));
        var (_, late) = await Invited("戊");
        App.Clock.Advance(TimeSpan.FromDays(Invitation.DaysGood + 1));
        answers.Add(await Said(late));

        Assert.StartsWith(Same, Assert.Single(answers.Distinct()), StringComparison.Ordinal);
        Assert.Equal(7, await App.Read(db => db.SecurityEvents.CountAsync(e => e.Kind == SecurityEventKind.InvitationRefused && e.AccountId == null && e.Path == "")));
    }

    [Fact]
    public async Task On_its_last_day_a_code_still_opens()
    {
        var (_, code) = await Invited("值班");
        App.Clock.Advance(TimeSpan.FromDays(Invitation.DaysGood));
        Assert.Equal(HttpStatusCode.Redirect, (await Accept(code)).StatusCode);
    }

    [Fact]
    public async Task Ten_wrong_codes_shut_the_address_out_for_ten_minutes_in_the_same_words()
    {
        var (_, code) = await Invited("值班");
        for (var i = 0; i < InvitationAttempts.Most; i++) await (await Accept(WrittenCode.New(groups: 4))).Refuses("Code", Same);
        await (await Accept(code)).Refuses("Code", Same);

        App.Clock.Advance(InvitationAttempts.Span);
        Assert.Equal(HttpStatusCode.Redirect, (await Accept(code)).StatusCode);
    }

    [Fact]
    public async Task Of_many_who_come_with_one_code_one_sets_the_password()
    {
        var (_, code) = await Invited("值班");
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(n => Accept(code, $"right-horse-{n}")));
        Assert.Single(answers, a => a.StatusCode is HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task An_account_without_a_password_is_refused_at_the_door_like_any_other()
    {
        await Invited("值班");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await App.Browser().Submit("/sign-in", ("Form.UserName", "值班"), ("Form.Password", Password))).StatusCode);
    }

    [Fact]
    public async Task Looking_at_a_link_tells_nothing_about_its_code()
    {
        var (_, code) = await Invited("值班");
        var (good, invented) = (await App.Browser().Open($"{Page}?code={code}"), await App.Browser().Open($"{Page}?code={WrittenCode.New(groups: 4)}"));
        foreach (var page in (AngleSharp.Dom.IDocument[])[good, invented])
        {
            page.QuerySelector("#Form_Code")!.RemoveAttribute("value");
            page.QuerySelector("[name=__RequestVerificationToken]")!.Remove();
        }
        Assert.Equal(good.QuerySelector("main")!.OuterHtml, invented.QuerySelector("main")!.OuterHtml);
    }

    private async Task<(Guid Id, string Code)> Invited(string name)
    {
        var page = await (await SystemAdmin.Submit("/accounts/new", ("Form.DisplayName", name), ("Form.UserName", name))).Leads(SystemAdmin, "已开立账号");
        return (await App.Read(db => db.Users.Where(a => a.UserName == name).Select(a => a.Id).SingleAsync()), page.QuerySelector("strong.code")!.TextContent);
    }

    private async Task<string> Said(string code) => (await (await Accept(code)).Read()).ErrorAt("Code")!;

    private Task<HttpResponseMessage> Accept(string code, string password = Password, string? again = null, string userName = "") =>
        App.Browser().Submit(Page, ("Form.Code", code), ("Form.UserName", userName), ("Form.Password", password), ("Form.Again", again ?? password));
}
