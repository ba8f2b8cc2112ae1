using System.Net;
using Exemplar.Platform.Security;
using Exemplar.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Exemplar.Tests.People.Accounts;

public sealed class EndGrantTests : AccountTests
{
    private Grant grant = null!;

    private string Url => $"/grants/{grant.Id}/end";

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        await App.Given(grant = new Grant { AccountId = AccountId, Role = Role.BranchSecretary, UnitId = House.FirstBranch.Id, Inherit = false, From = new(2026, 1, 1) });
    }

    [Fact]
    public async Task A_role_taken_back_ends_at_once()
    {
        var browser = App.As(AccountId);
        await browser.Open("/people");

        await (await Security.Submit(Url)).Leads(Security, "已收回：支部书记");

        Assert.Equal(HttpStatusCode.Forbidden, (await browser.GetAsync("/people")).StatusCode);
        Assert.Equal(["test.given", "accounts.grant"], await LogOf(grant.Id));
        await (await Security.Submit(Url)).Refuses("", "已于 2026-03-09 到期");
    }

    [Fact]
    public async Task Days_already_used_are_not_taken_back()
    {
        await (await Security.Submit(Url, ("Form.On", "2026-03-01"))).Refuses("On", "不能收回已经用过的日子");
        Assert.Null(await App.Read(db => db.Grants.Where(g => g.Id == grant.Id).Select(g => g.To).SingleAsync()));
    }

    [Fact]
    public async Task Nobody_ends_their_own()
    {
        var own = await App.Read(db => db.Grants.Where(g => g.AccountId == SecurityId).Select(g => g.Id).SingleAsync());
        await (await Security.Submit($"/grants/{own}/end")).Refuses("", "不能给自己授予或收回角色");
    }

    [Fact]
    public async Task Only_the_security_administrator_may_and_only_in_the_own_house()
    {
        await SystemAdmin.IsShut(Url, HttpStatusCode.Forbidden);
        await Security.IsShut($"/grants/{Guid.CreateVersion7()}/end", HttpStatusCode.NotFound);
        var elsewhere = new Grant { AccountId = await AccountElsewhere(), Role = Role.Member, UnitId = House.OtherOffice.Id, Inherit = false, From = new(2026, 1, 1) };
        await App.Given(elsewhere);
        await Security.IsShut($"/grants/{elsewhere.Id}/end", HttpStatusCode.NotFound);
    }
}
