using System.Net;
using Exemplar.People.Accounts;
using Exemplar.Platform.Security;
using Exemplar.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Exemplar.Tests.People.Accounts;

public sealed class LockAccountTests : AccountTests
{
    private string Url => $"/accounts/{AccountId}/lock";

    [Fact]
    public async Task A_locked_account_is_out_at_once_and_can_be_given_back()
    {
        var browser = App.As(AccountId);
        await App.Given(new Grant { AccountId = AccountId, Role = Role.Member, UnitId = House.FirstBranch.Id, Inherit = false, From = new(2026, 1, 1) });
        await browser.Open("/units");

        await (await SystemAdmin.Submit(Url)).Leads(SystemAdmin, "已停用");
        Assert.NotEqual(HttpStatusCode.OK, (await browser.GetAsync("/units")).StatusCode);

        await (await SystemAdmin.Submit(Url)).Leads(SystemAdmin, "已恢复");
        await browser.Open("/units");
        Assert.Equal([AccountStepKind.Locked, AccountStepKind.Unlocked], await App.Read(db => db.AccountSteps.OrderBy(s => s.Id).Select(s => s.Kind).ToListAsync()));
        Assert.Equal(2, await App.Read(db => db.LogEntries.CountAsync(e => e.Kind == "accounts.open")));
    }

    [Fact]
    public async Task An_old_pages_button_pressed_twice_does_not_turn_it_round()
    {
        var page = await SystemAdmin.Open(Url);
        for (var i = 0; i < 2; i++) await (await SystemAdmin.SubmitForm(page, Url, "main form[method=post]")).Leads(SystemAdmin, "已停用");
        Assert.Single(await App.Read(db => db.AccountSteps.ToListAsync()));
    }

    [Fact]
    public async Task Nobody_locks_themselves_out()
    {
        var own = await House.AccountOf(null, "另一管理员", (Role.SystemAdministrator, House.Office));
        await (await App.As(own).Submit($"/accounts/{own}/lock")).Refuses("", "不能停用自己正在使用的账号");
    }

    [Fact]
    public async Task Only_the_system_administrator_may_and_only_in_the_own_house()
    {
        await Security.IsShut(Url, HttpStatusCode.Forbidden);
        await SystemAdmin.IsShut($"/accounts/{await AccountElsewhere()}/lock", HttpStatusCode.NotFound);
    }
}
