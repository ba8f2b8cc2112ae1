using System.Net;
using Exemplar.People;
using Exemplar.Platform.Security;
using Exemplar.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Exemplar.Tests.People.Accounts;

public sealed class GrantRoleTests : AccountTests
{
    private string Url => $"/accounts/{AccountId}/grants/new";

    private static (string, string)[] Form(Role role, Guid unit, string from = "2026-03-10", string to = "") =>
        [("Form.Role", role.ToString()), ("Form.Unit", unit.ToString()), ("Form.From", from), ("Form.To", to)];

    [Fact]
    public async Task A_role_works_from_the_next_click_on()
    {
        var browser = App.As(AccountId);
        Assert.Equal(HttpStatusCode.Forbidden, (await browser.GetAsync("/people")).StatusCode);

        await (await Security.Submit(Url, Form(Role.BranchSecretary, House.FirstBranch.Id))).Leads(Security, "已授予：支部书记");

        await browser.Open("/people");
        Assert.Equal(["accounts.grant"], await LogOf(await App.Read(db => db.Grants.Where(g => g.AccountId == AccountId).Select(g => g.Id).SingleAsync())));
    }

    [Fact]
    public async Task A_refusal_stands_at_its_field_and_nothing_is_kept()
    {
        await (await Security.Submit(Url, Form(Role.BranchSecretary, House.General.Id))).Refuses("Unit", "“支部书记”须授予在支部");
        await (await Security.Submit(Url, Form(Role.DepartmentHead, House.FirstBranch.Id))).Refuses("Unit", "“科室负责人”须授予在科室");
        await (await Security.Submit(Url, Form(Role.Member, House.OtherOffice.Id))).Refuses("Unit", "请从列表中选择单位");
        await (await Security.Submit(Url, Form(Role.Member, House.FirstBranch.Id, to: "2026-03-09"))).Refuses("To", "截止日期不能早于开始日期");
        await (await Security.Submit(Url, Form(Role.Member, House.FirstBranch.Id, "2026-01-01", "2026-03-09"))).Refuses("To", "截止日期已经过去");
        await (await Security.Submit(Url, Form(Role.SuperiorInspector, House.Office.Id))).Refuses("To", "上级检查须有截止日期");
        Assert.False(await App.Read(db => db.Grants.AnyAsync(g => g.AccountId == AccountId)));
    }

    [Fact]
    public async Task A_role_is_not_given_twice_and_administrators_hold_no_other()
    {
        await (await Security.Submit(Url, Form(Role.Member, House.FirstBranch.Id))).Leads(Security, "已授予");
        await (await Security.Submit(Url, Form(Role.Member, House.FirstBranch.Id))).Refuses("Role", "在“第一党支部”已有“党员”角色");
        await (await Security.Submit(Url, Form(Role.AuditAdministrator, House.Office.Id))).Refuses("Role", "这个账号有业务角色");

        var administrator = await House.AccountOf(null, "另一管理员", (Role.SystemAdministrator, House.Office));
        await (await Security.Submit($"/accounts/{administrator}/grants/new", Form(Role.Member, House.FirstBranch.Id))).Refuses("Role", "管理员账号不能有业务角色");
        await (await Security.Submit($"/accounts/{administrator}/grants/new", Form(Role.SecurityAdministrator, House.Office.Id))).Leads(Security, "已提出：安全管理员");
    }

    [Fact]
    public async Task Nobody_grants_to_themselves_or_to_their_own_second_account()
    {
        await (await Security.Submit($"/accounts/{SecurityId}/grants/new", Form(Role.AuditAdministrator, House.Office.Id))).Refuses("", "不能给自己授予");

        var person = await House.Somebody("兼职管理员", House.General);
        var administrator = App.As(await House.AccountOf(person, "管理员账号", (Role.SecurityAdministrator, House.Office)));
        var second = await House.AccountOf(person, "业务账号");
        await (await administrator.Submit($"/accounts/{second}/grants/new", Form(Role.DepartmentHead, House.General.Id))).Refuses("", "不能给自己授予");
    }

    [Fact]
    public async Task Only_the_security_administrator_may_and_only_in_the_own_house()
    {
        await SystemAdmin.IsShut(Url, HttpStatusCode.Forbidden);
        await Security.IsShut($"/accounts/{await AccountElsewhere()}/grants/new", HttpStatusCode.NotFound);
        await Security.IsShut($"/accounts/{Guid.CreateVersion7()}/grants/new", HttpStatusCode.NotFound);
    }
}
