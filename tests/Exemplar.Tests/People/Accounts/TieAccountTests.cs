using System.Net;
using Exemplar.Platform.Security;
using Exemplar.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Exemplar.Tests.People.Accounts;

public sealed class TieAccountTests : HouseTests
{
    [Fact]
    public async Task An_account_that_belongs_to_nobody_is_given_to_somebody_of_the_roster_once()
    {
        var account = await House.AccountOf(null, "综合科公用", (Role.DepartmentHead, House.General));
        var person = await House.Somebody("林知远", House.General);
        var other = await House.Somebody("周明澈", House.General);
        var browser = App.As(await House.Account("系统管理员", (Role.SystemAdministrator, House.Office)));

        var answer = await browser.Submit($"/accounts/{account}/person", ("Form.Person", $"{person.Id}"));

        await answer.Leads(browser, "综合科公用-");
        Assert.Equal(person.Id, await App.Read(db => db.Users.Where(a => a.Id == account).Select(a => a.PersonId).SingleAsync()));
        Assert.Equal(AccountStepKind.Tied, await App.Read(db => db.AccountSteps.Where(s => s.AccountId == account).Select(s => s.Kind).SingleAsync()));
        Assert.Equal(1, await App.Read(db => db.LogEntries.CountAsync(e => e.RecordType == nameof(AccountStep))));

        var token = await browser.Open("/password");
        await (await browser.SendForm(token, $"/accounts/{account}/person", ("Form.Person", $"{other.Id}"))).Refuses("", "这个账号已经属于个人");
    }

    [Fact]
    public async Task Somebody_who_has_an_account_cannot_be_given_another_by_it()
    {
        var account = await House.AccountOf(null, "综合科公用", (Role.DepartmentHead, House.General));
        var holder = await House.Somebody("林知远", House.General);
        await House.AccountOf(holder, "林知远", (Role.DepartmentHead, House.General));
        var browser = App.As(await House.Account("系统管理员", (Role.SystemAdministrator, House.Office)));

        var page = await browser.Open($"/accounts/{account}/person");
        Assert.DoesNotContain("林知远", page.QuerySelector("select")!.TextContent, StringComparison.Ordinal);
        await (await browser.SendForm(page, $"/accounts/{account}/person", ("Form.Person", $"{holder.Id}"))).Refuses("Person", "请从列表中选择还没有账号的人员");
        Assert.Null(await App.Read(db => db.Users.Where(a => a.Id == account).Select(a => a.PersonId).SingleAsync()));
    }

    [Fact]
    public async Task Only_a_system_administrator_over_the_account_may()
    {
        var account = await House.AccountOf(null, "综合科公用", (Role.DepartmentHead, House.General));
        var url = $"/accounts/{account}/person";
        await App.As(await House.Account("安全管理员", (Role.SecurityAdministrator, House.Office))).IsShut(url, HttpStatusCode.Forbidden);
        await App.As(await House.Account("外单位", (Role.SystemAdministrator, House.OtherOffice))).IsShut(url, HttpStatusCode.NotFound);
        await App.As(await House.Account("系统管理员", (Role.SystemAdministrator, House.Office))).IsShut($"/accounts/{Guid.CreateVersion7()}/person", HttpStatusCode.NotFound);
    }
}
