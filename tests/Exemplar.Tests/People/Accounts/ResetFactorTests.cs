using System.Net;
using Exemplar.Platform.Security;
using Exemplar.Platform.Security.Factors;
using Exemplar.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Exemplar.Tests.People.Accounts;

public sealed class ResetFactorTests : AccountTests
{
    [Fact]
    public async Task A_reset_takes_factor_and_recovery_codes_and_ends_the_sessions()
    {
        var audit = await App.GivenAccount("audit", "right-horse-1", Role.AuditAdministrator, House.Office);
        await App.Given(new RecoveryCode { AccountId = audit.Id, Hash = WrittenCode.HashOf("AAAA") });
        var browser = App.Browser();
        await browser.Submit("/sign-in", ("Form.UserName", "audit"), ("Form.Password", "right-horse-1"));
        await browser.Submit("/sign-in/code", ("Form.Code", App.Code()));
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/audit")).StatusCode);

        var page = await (await Security.Submit($"/accounts/{audit.Id}/second-factor")).Leads(Security, "已重置动态口令和通行密钥：audit");

        Assert.Contains("还没有启用，管理员下次登录时须先启用", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.StartsWith("/sign-in", (await browser.GetAsync("/audit")).Headers.Location!.PathAndQuery, StringComparison.Ordinal);
        Assert.Equal((0, 0), (await App.Read(db => db.SecondFactors.CountAsync(f => f.AccountId == audit.Id)), await App.Read(db => db.RecoveryCodes.CountAsync())));
        Assert.Equal(["accounts.secure"], await LogOf(await App.Read(db => db.AccountSteps.Where(s => s.Kind == AccountStepKind.FactorReset).Select(s => s.Id).SingleAsync())));
        await browser.Submit("/sign-in", ("Form.UserName", "audit"), ("Form.Password", "right-horse-1"));
        Assert.Equal("/second-factor/enrol", (await browser.GetAsync("/audit")).Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task Passkeys_go_with_it_also_where_there_were_no_codes()
    {
        var audit = await House.Account("审计", (Role.AuditAdministrator, House.Office));
        await App.Read(db => db.SecondFactors.Where(f => f.AccountId == audit).ExecuteDeleteAsync());
        await App.Given(Support.Factors.Passkey(audit));
        Assert.Contains("1 个", (await Security.Open($"/accounts/{audit}")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);

        await (await Security.Submit($"/accounts/{audit}/second-factor")).Leads(Security, "已重置动态口令和通行密钥");

        Assert.Equal(0, await App.Read(db => db.Passkeys.CountAsync()));
        Assert.Equal(1, await App.Read(db => db.AccountSteps.CountAsync(s => s.AccountId == audit && s.Kind == AccountStepKind.FactorReset)));
    }

    [Fact]
    public async Task Nobody_resets_their_own_and_where_there_is_none_nothing_is_done()
    {
        await (await Security.Submit($"/accounts/{SecurityId}/second-factor")).Refuses("", "自己的请在");
        await (await Security.Submit($"/accounts/{AccountId}/second-factor")).Refuses("", "这个账号没有启用动态口令，也没有通行密钥");
        Assert.Equal(0, await App.Read(db => db.AccountSteps.CountAsync()));
    }

    [Fact]
    public async Task Only_the_security_administrator_may_and_only_in_the_own_house()
    {
        await SystemAdmin.IsShut($"/accounts/{AccountId}/second-factor", HttpStatusCode.Forbidden);
        await Security.IsShut($"/accounts/{await AccountElsewhere()}/second-factor", HttpStatusCode.NotFound);
        await Security.IsShut($"/accounts/{Guid.CreateVersion7()}/second-factor", HttpStatusCode.NotFound);
        var whole = await House.AccountOf(null, "全局", (Role.AuditAdministrator, House.Office), (Role.AuditAdministrator, House.Secretariat));
        await App.As(await House.AccountOf(null, "科室", (Role.SecurityAdministrator, House.Secretariat))).IsShut($"/accounts/{whole}/second-factor", HttpStatusCode.Forbidden);
    }
}
