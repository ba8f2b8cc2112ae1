using System.Net;
using Exemplar.People;
using Exemplar.Platform.Security;
using Exemplar.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Exemplar.Tests.People.Accounts;

public sealed class OpenAccountTests : AccountTests
{
    private const string Url = "/accounts/new";

    [Fact]
    public async Task The_invitation_is_shown_once_and_nobody_but_its_owner_ever_knows_the_password()
    {
        var person = await House.Somebody("孙科员", House.General);
        var answer = await SystemAdmin.Submit(Url, ("Form.Person", person.Id.ToString()), ("Form.UserName", "孙科员"));

        var page = await answer.Leads(SystemAdmin, "已开立账号：孙科员");
        var code = page.QuerySelector("strong.code")!.TextContent;
        Assert.Equal($"http://localhost/invitation?code={code}", page.QuerySelector("#link")!.GetAttribute("value"));
        Assert.Null((await SystemAdmin.Open(answer.Headers.Location!.OriginalString)).QuerySelector("strong.code"));

        var account = await App.Read(db => db.Users.SingleAsync(a => a.UserName == "孙科员"));
        Assert.Equal((person.Id, null), (account.PersonId!.Value, account.PasswordHash));
        Assert.False(await App.Read(db => db.LogEntries.AnyAsync(e => e.Body.Contains(code))), "secrets stay out of the log");
        Assert.Equal([AccountStepKind.Opened, AccountStepKind.Invited], (await App.Read(db => db.AccountSteps.OrderBy(s => s.Id).Select(s => s.Kind).ToListAsync())).Order());
        Assert.Equal(["accounts.open"], await LogOf(await App.Read(db => db.AccountSteps.Where(s => s.Kind == AccountStepKind.Opened).Select(s => s.Id).SingleAsync())));
    }

    [Fact]
    public async Task A_duty_that_belongs_to_nobody_has_an_account_under_a_name() =>
        await (await SystemAdmin.Submit(Url, ("Form.DisplayName", "上级检查组"), ("Form.UserName", "检查1"))).Leads(SystemAdmin, "已开立账号：检查1");

    [Fact]
    public async Task A_refusal_stands_at_its_field_and_nothing_is_kept()
    {
        var (foreigner, taken) = (await House.Somebody("外人", House.OtherOffice), await App.Read(db => db.Users.Select(a => a.UserName!).FirstAsync()));

        await (await SystemAdmin.Submit(Url, ("Form.UserName", "甲"))).Refuses("Person", "请选择人员，或者在下面填写");
        await (await SystemAdmin.Submit(Url, ("Form.DisplayName", "甲"), ("Form.Person", foreigner.Id.ToString()), ("Form.UserName", "甲"))).Refuses("Person", "选了人员，就不用填");
        await (await SystemAdmin.Submit(Url, ("Form.Person", foreigner.Id.ToString()), ("Form.UserName", "甲"))).Refuses("Person", "请从列表中选择人员");
        await (await SystemAdmin.Submit(Url, ("Form.DisplayName", "甲"), ("Form.UserName", taken))).Refuses("UserName", $"用户名“{taken}”已有人使用");
        await (await SystemAdmin.Submit(Url, ("Form.DisplayName", "甲"))).Refuses("UserName", "请填写用户名");
        Assert.Equal(4, await App.Read(db => db.Users.CountAsync()));
    }

    [Fact]
    public async Task A_form_sent_twice_opens_one_account()
    {
        var page = await SystemAdmin.Open(Url);
        for (var i = 0; i < 2; i++)
            await (await SystemAdmin.SubmitForm(page, Url, "main form[method=post]", ("Form.DisplayName", "检查组"), ("Form.UserName", "检查2"))).Leads(SystemAdmin, "已开立账号");
        Assert.Equal(1, await App.Read(db => db.Users.CountAsync(a => a.UserName == "检查2")));
    }

    [Fact]
    public async Task Only_the_system_administrator_may()
    {
        await Security.IsShut(Url, HttpStatusCode.Forbidden);
        await Committee.IsShut(Url, HttpStatusCode.Forbidden);
    }
}
