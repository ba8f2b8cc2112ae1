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
    public async Task An_administrators_role_is_taken_back_by_two_persons_and_lasts_until_then()
    {
        var (auditor, held) = await Auditor();
        var browser = App.As(auditor);
        await browser.Open("/audit");
        Assert.Contains("由两人收回", (await Security.Open($"/grants/{held}/end")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);

        await (await Security.Submit($"/grants/{held}/end")).Leads(Security, "已提出收回：审计管理员");
        await (await Security.Submit($"/grants/{held}/end")).Leads(Security, "已提出收回：审计管理员");   // pressed twice, proposed once
        await (await Security.Submit($"/grants/{held}/end", ("Form.On", "2026-03-20"))).Refuses("", "已经提出收回（最后一天 2026-03-09），正等另一人批准");
        await browser.Open("/audit");
        var proposal = await App.Read(db => db.GrantProposals.Select(p => p.Id).SingleAsync());
        Assert.Contains("收回审计管理员", (await Security.Open($"/accounts/{auditor}")).QuerySelector(".doubt")!.TextContent, StringComparison.Ordinal);

        await (await Security.SendForm(await Security.Open("/password"), $"/grants/proposals/{proposal}", ("Form.Decision", "Approved"))).Refuses("", "自己提出的，须由另一人批准");
        await (await SystemAdmin.Submit($"/grants/proposals/{proposal}", ("Form.Decision", "Approved"))).Leads(SystemAdmin, "已批准：审计");

        Assert.Equal(HttpStatusCode.Forbidden, (await browser.GetAsync("/audit")).StatusCode);
        Assert.Equal(new DateOnly(2026, 3, 9), await App.Read(db => db.Grants.Where(g => g.Id == held).Select(g => g.To).SingleAsync()));
        Assert.Equal(["test.given", "accounts.approve"], await LogOf(held));
        Assert.Equal(["accounts.grant", "accounts.approve"], await LogOf(proposal));
        Assert.Matches("收回：.+提出，.+批准", (await Security.Open($"/accounts/{auditor}")).QuerySelector("details")!.TextContent);
    }

    [Fact]
    public async Task A_day_that_passed_while_it_waited_is_not_taken_back()
    {
        var (_, held) = await Auditor();
        await (await Security.Submit($"/grants/{held}/end")).Leads(Security, "已提出收回");
        var proposal = await App.Read(db => db.GrantProposals.Select(p => p.Id).SingleAsync());
        App.Clock.Advance(TimeSpan.FromDays(3));
        await (await SystemAdmin.Submit($"/grants/proposals/{proposal}", ("Form.Decision", "Approved"))).Leads(SystemAdmin, "已批准：审计");
        Assert.Equal(new DateOnly(2026, 3, 12), await App.Read(db => db.Grants.Where(g => g.Id == held).Select(g => g.To).SingleAsync()));
    }

    [Fact]
    public async Task Declined_or_over_meanwhile_nothing_is_taken_back()
    {
        var (_, held) = await Auditor();
        await (await Security.Submit($"/grants/{held}/end")).Leads(Security, "已提出收回");
        var first = await App.Read(db => db.GrantProposals.Select(p => p.Id).SingleAsync());
        await (await SystemAdmin.Submit($"/grants/proposals/{first}", ("Form.Decision", "Declined"))).Leads(SystemAdmin, "已不批准");
        Assert.Null(await App.Read(db => db.Grants.Where(g => g.Id == held).Select(g => g.To).SingleAsync()));

        await (await Security.Submit($"/grants/{held}/end")).Leads(Security, "已提出收回");
        var second = await App.Read(db => db.GrantProposals.Where(p => p.Decision == null).Select(p => p.Id).SingleAsync());
        await App.Read(db => db.Grants.Where(g => g.Id == held).ExecuteUpdateAsync(set => set.SetProperty(g => g.To, new DateOnly(2026, 3, 1))));
        await (await SystemAdmin.Submit($"/grants/proposals/{second}", ("Form.Decision", "Approved"))).Refuses("", "已于 2026-03-01 到期");
    }

    [Fact]
    public async Task With_nobody_else_to_approve_it_ends_at_once_and_the_audit_says_so()
    {
        var (auditor, held) = await Auditor();
        var system = await App.Read(db => db.Grants.Where(g => g.Role == Role.SystemAdministrator).Select(g => g.Id).SingleAsync());
        await (await Security.Submit($"/grants/{system}/end")).Leads(Security, "已收回：系统管理员（没有第二人可以批准");
        await (await Security.Submit($"/grants/{held}/end", ("Form.On", "2026-03-20"))).Leads(Security, "已收回：审计管理员（没有第二人可以批准");

        Assert.Equal(new DateOnly(2026, 3, 20), await App.Read(db => db.Grants.Where(g => g.Id == held).Select(g => g.To).SingleAsync()));
        Assert.Contains("收回角色（没有第二人批准）", (await App.As(auditor).Open("/audit")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    private async Task<(Guid Account, Guid Grant)> Auditor()
    {
        var account = await House.AccountOf(null, "审计", (Role.AuditAdministrator, House.Office));
        return (account, await GrantOf(account));
    }

    private Task<Guid> GrantOf(Guid account) => App.Read(db => db.Grants.Where(g => g.AccountId == account).Select(g => g.Id).SingleAsync());

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
