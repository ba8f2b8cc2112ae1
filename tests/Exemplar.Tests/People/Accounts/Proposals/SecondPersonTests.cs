using Exemplar.Platform.Security;
using Exemplar.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Exemplar.Tests.People.Accounts.Proposals;

/// <summary>A house with one administrator for both keys: where nobody could approve, nothing waits, and it is said.</summary>
public sealed class SecondPersonTests : HouseTests
{
    private HttpClient admin = null!;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        admin = App.As(await House.AccountOf(null, "管理员", (Role.SystemAdministrator, House.Office), (Role.SecurityAdministrator, House.Office)));
    }

    [Fact]
    public async Task Alone_one_gives_an_administrators_role_and_the_house_and_the_audit_say_so()
    {
        var auditor = await House.AccountOf(null, "审计");
        var page = await (await Give(auditor, Role.AuditAdministrator)).Leads(admin, "已授予：审计管理员（没有第二人可以批准，已记入安全审计）");
        Assert.Equal("没有第二人批准", page.QuerySelector("tbody th small")!.TextContent);
        Assert.Contains("小单位模式，2026年1月1日起", (await admin.Open("/accounts")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);

        await App.Given(Support.Factors.Of(App, auditor));
        var audit = await App.As(auditor).Open("/audit");
        Assert.Contains("小单位模式", audit.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("授予角色（没有第二人批准）", audit.QuerySelector("#trail")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("audit")]
    [InlineData("disabled")]
    [InlineData("elsewhere")]
    [InlineData("the one it is for")]
    public async Task These_are_no_second_person(string who)
    {
        var account = await House.AccountOf(null, "新人");
        if (who == "audit") await House.AccountOf(null, "审计", (Role.AuditAdministrator, House.Office));
        if (who == "elsewhere") await House.AccountOf(null, "邻居", (Role.SecurityAdministrator, House.OtherOffice));
        if (who == "disabled") await Disable(await House.AccountOf(null, "停用", (Role.SystemAdministrator, House.Office)));
        if (who == "the one it is for") account = await House.AccountOf(null, "系统", (Role.SystemAdministrator, House.Office));
        await (await Give(account, Role.SecurityAdministrator)).Leads(admin, "已授予");
    }

    [Fact]
    public async Task With_a_second_administrator_it_waits_and_business_roles_do_not()
    {
        await House.AccountOf(null, "系统二", (Role.SystemAdministrator, House.Office));
        var account = await House.AccountOf(null, "新人");
        await (await Give(account, Role.AuditAdministrator)).Leads(admin, "已提出：审计管理员");
        await (await Give(account, Role.AuditAdministrator)).Refuses("Role", "已经提出，正等另一人批准");
        await (await Give(await House.AccountOf(null, "业务"), Role.Member)).Leads(admin, "已授予：党员");
        Assert.Equal(0, await App.Read(db => db.Grants.CountAsync(g => g.AccountId == account)));
    }

    private Task<int> Disable(Guid account) => App.Read(db => db.Users.Where(a => a.Id == account).ExecuteUpdateAsync(s => s.SetProperty(a => a.DisabledAt, TestApp.Start)));

    private Task<HttpResponseMessage> Give(Guid account, Role role) =>
        admin.Submit($"/accounts/{account}/grants/new", ("Form.Role", $"{role}"), ("Form.Unit", $"{House.Office.Id}"), ("Form.Inherit", "true"), ("Form.From", "2026-03-10"));
}
