using System.Net;
using Exemplar.Platform.Security;
using Exemplar.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Exemplar.Tests.People.Accounts.Invitations;

public sealed class InvitePeopleTests : AccountTests
{
    private const string Url = "/accounts/invite";

    [Fact]
    public async Task Each_gets_a_slip_with_name_unit_user_name_address_code_and_last_day_and_nothing_else()
    {
        var (sun, li) = (await House.Somebody("孙科员", House.General), await House.Somebody("李科员", House.Secretariat));
        await SystemAdmin.Submit("/accounts/new", ("Form.DisplayName", "值班"), ("Form.UserName", "值班"));
        var waiting = await App.Read(db => db.Users.Where(a => a.UserName == "值班").Select(a => a.Id).SingleAsync());

        var answer = await SystemAdmin.Submit(Url, ("Form.People", $"{sun.Id}"), ("Form.People", $"{li.Id}"), ("Form.Accounts", $"{waiting}"));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var slips = (await answer.Read()).QuerySelectorAll(".slip").ToList();
        Assert.Equal(["孙科员", "李科员", "值班"], slips.Select(s => s.QuerySelector("h2")!.TextContent).OrderBy(n => n == "值班").ThenBy(n => n == "李科员"));
        var slip = slips.Single(s => s.QuerySelector("h2")!.TextContent == "孙科员");
        var code = slip.QuerySelector(".code")!.TextContent;
        Assert.Equal($"孙科员 单位综合科 用户名孙科员 网址http://localhost/invitation 邀请码{code} 有效到 2026年3月17日为止，只能用一次",
            string.Join(' ', [slip.QuerySelector("h2")!.TextContent, .. slip.QuerySelectorAll("dt").Select(t => t.TextContent + t.NextElementSibling!.TextContent)]));

        Assert.Equal(HttpStatusCode.Redirect, (await App.Browser().Submit("/invitation", ("Form.Code", code), ("Form.Password", "right-horse-1"), ("Form.Again", "right-horse-1"))).StatusCode);
        Assert.Equal(sun.Id, await App.Read(db => db.Users.Where(a => a.UserName == "孙科员").Select(a => a.PersonId).SingleAsync()));
        Assert.Equal(1, await App.Read(db => db.Invitations.CountAsync(i => i.AccountId == waiting && i.EndedAt == null)));   // the first one was replaced
        Assert.Equal(2, await App.Read(db => db.Invitations.CountAsync(i => i.AccountId == waiting)));
    }

    [Fact]
    public async Task A_namesake_gets_a_number()
    {
        var (one, other) = (await House.Somebody("王伟", House.General), await House.Somebody("王伟", House.Secretariat));
        await SystemAdmin.Submit(Url, ("Form.People", $"{one.Id}"), ("Form.People", $"{other.Id}"));
        Assert.Equal(["王伟", "王伟2"], await App.Read(db => db.Users.Where(a => a.UserName!.StartsWith("王伟")).OrderBy(a => a.UserName).Select(a => a.UserName!).ToListAsync()));
    }

    [Fact]
    public async Task A_form_sent_twice_invites_once_and_says_so()
    {
        var person = await House.Somebody("孙科员", House.General);
        var page = await SystemAdmin.Open(Url);
        Assert.Equal(HttpStatusCode.OK, (await SystemAdmin.SubmitForm(page, Url, "main form[method=post]", ("Form.People", $"{person.Id}"))).StatusCode);
        await (await SystemAdmin.SubmitForm(page, Url, "main form[method=post]", ("Form.People", $"{person.Id}"))).Refuses("", "这一批邀请条已经出过");
        Assert.Equal(1, await App.Read(db => db.Invitations.CountAsync()));
    }

    [Fact]
    public async Task A_refusal_stands_at_its_field_and_nothing_is_kept()
    {
        var foreigner = await House.Somebody("外人", House.OtherOffice);
        await House.Somebody("孙科员", House.General);
        await (await SystemAdmin.Submit(Url)).Refuses("", "请至少勾选一人");
        await (await SystemAdmin.Submit(Url, ("Form.People", $"{foreigner.Id}"))).Refuses("People", "请从列表中选择");
        var page = await SystemAdmin.Open(Url);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await SystemAdmin.SendForm(page, Url, ("Form.Accounts", "no id"))).StatusCode);
        await (await SystemAdmin.SendForm(page, Url, ("Form.Accounts", $"{await AccountElsewhere()}"))).Refuses("Accounts", "请从列表中选择");
        Assert.Equal(0, await App.Read(db => db.Invitations.CountAsync()));
    }

    [Fact]
    public async Task Only_the_system_administrator_may()
    {
        await Security.IsShut(Url, HttpStatusCode.Forbidden);
        await Committee.IsShut(Url, HttpStatusCode.Forbidden);
    }
}
