using System.Net;
using Exemplar.Kernel;
using Exemplar.Platform.Security;
using Exemplar.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Exemplar.Tests.People.Accounts.Proposals;

public sealed class DecideProposalTests : AccountTests
{
    private Guid auditor;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        auditor = await House.AccountOf(null, "待任审计");
    }

    [Fact]
    public async Task What_one_proposes_another_approves_and_the_role_works_from_then_on()
    {
        var browser = App.As(auditor);
        var id = await Propose(auditor, Role.AuditAdministrator);
        Assert.Equal(HttpStatusCode.Forbidden, (await browser.GetAsync("/audit")).StatusCode);
        Assert.Contains("等另一人批准", (await SystemAdmin.Open($"/accounts/{auditor}")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);

        await (await SystemAdmin.Submit($"/grants/proposals/{id}", ("Form.Decision", "Approved"))).Leads(SystemAdmin, "已批准：待任审计");

        Assert.Equal("/second-factor/enrol", (await browser.GetAsync("/audit")).Headers.Location!.OriginalString);   // an administrator now, who owes a second factor
        var grant = await App.Read(db => db.Grants.SingleAsync(g => g.AccountId == auditor));
        Assert.Equal((Role.AuditAdministrator, House.Office.Id, true), (grant.Role, grant.UnitId, grant.Inherit));
        Assert.Equal(["accounts.grant", "accounts.approve"], await LogOf(id));
        Assert.Equal(["accounts.approve"], await LogOf(grant.Id));
        var names = await App.Read(db => db.Users.ToDictionaryAsync(a => a.Id, a => a.UserName!));
        Assert.Contains($"{names[SecurityId]}提出，", (await Security.Open($"/accounts/{auditor}")).QuerySelector("tbody th small")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_proposed_it_can_only_take_it_back_also_by_a_second_account_of_theirs()
    {
        var person = await House.Somebody("双账号", House.General);
        var (first, second) = (App.As(await House.AccountOf(person, "甲", (Role.SecurityAdministrator, House.Office))), App.As(await House.AccountOf(person, "乙", (Role.SystemAdministrator, House.Office))));
        await (await first.Submit($"/accounts/{auditor}/grants/new", Form(Role.AuditAdministrator))).Leads(first, "已提出");
        var id = await App.Read(db => db.GrantProposals.Select(p => p.Id).SingleAsync());

        foreach (var own in (HttpClient[])[first, second])
        {
            var page = await own.Open($"/grants/proposals/{id}");
            Assert.Equal(["Withdrawn"], page.QuerySelectorAll("option").Select(o => o.GetAttribute("value")!).Where(v => v.Length > 0));
            await (await own.SendForm(page, $"/grants/proposals/{id}", ("Form.Decision", "Approved"))).Refuses("", "自己提出的，须由另一人批准");
        }
        Assert.Equal(0, await App.Read(db => db.Grants.CountAsync(g => g.AccountId == auditor)));
        await (await second.Submit($"/grants/proposals/{id}", ("Form.Decision", "Withdrawn"))).Leads(second, "已撤回");
        await (await SystemAdmin.SendForm(await SystemAdmin.Open("/password"), $"/grants/proposals/{id}", ("Form.Decision", "Approved"))).Refuses("", "已经撤回");
    }

    [Fact]
    public async Task Nobody_approves_what_is_for_themselves_and_others_can_only_approve_or_decline()
    {
        var system = await House.AccountOf(null, "系统二", (Role.SystemAdministrator, House.Office));
        var id = await Propose(system, Role.SecurityAdministrator);
        var own = App.As(system);
        await (await own.Submit($"/grants/proposals/{id}", ("Form.Decision", "Approved"))).Refuses("", "自己的角色，须由另一人批准");
        await (await SystemAdmin.SendForm(await SystemAdmin.Open("/password"), $"/grants/proposals/{id}", ("Form.Decision", "Withdrawn"))).Refuses("", "别人提出的");

        await (await SystemAdmin.Submit($"/grants/proposals/{id}", ("Form.Decision", "Declined"))).Leads(SystemAdmin, "已不批准");
        Assert.False(await App.Read(db => db.Grants.AnyAsync(g => g.AccountId == system && g.Role == Role.SecurityAdministrator)));
    }

    [Fact]
    public async Task What_was_allowed_when_it_was_proposed_is_looked_at_again()
    {
        var id = await Propose(auditor, Role.AuditAdministrator);
        await App.Given(new Grant { AccountId = auditor, Role = Role.Member, UnitId = House.FirstBranch.Id, Inherit = false, From = new(2026, 3, 1) });
        await (await SystemAdmin.Submit($"/grants/proposals/{id}", ("Form.Decision", "Approved"))).Refuses("", "这个账号有业务角色");
        Assert.Null(await App.Read(db => db.GrantProposals.Select(p => p.Decision).SingleAsync()));
    }

    [Fact]
    public async Task Only_whoever_may_approve_in_the_house_decides()
    {
        var id = await Propose(auditor, Role.AuditAdministrator);
        await App.As(await House.AccountOf(null, "审计", (Role.AuditAdministrator, House.Office))).IsShut($"/grants/proposals/{id}", HttpStatusCode.Forbidden);
        await Committee.IsShut($"/grants/proposals/{id}", HttpStatusCode.Forbidden);
        await App.As(await House.AccountOf(null, "邻居", (Role.SystemAdministrator, House.OtherOffice))).IsShut($"/grants/proposals/{id}", HttpStatusCode.NotFound);
        await SystemAdmin.IsShut($"/grants/proposals/{Guid.CreateVersion7()}", HttpStatusCode.NotFound);
    }

    private (string, string)[] Form(Role role) => [("Form.Role", $"{role}"), ("Form.Unit", $"{House.Office.Id}"), ("Form.Inherit", "true"), ("Form.From", "2026-03-10")];

    private async Task<Guid> Propose(Guid account, Role role)
    {
        await (await Security.Submit($"/accounts/{account}/grants/new", Form(role))).Leads(Security, $"已提出：{role.Name()}");
        return await App.Read(db => db.GrantProposals.Select(p => p.Id).SingleAsync());
    }
}
