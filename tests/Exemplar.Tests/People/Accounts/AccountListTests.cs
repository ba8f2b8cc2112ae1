using System.Net;
using Exemplar.Platform.Security;
using Exemplar.Tests.Support;

namespace Exemplar.Tests.People.Accounts;

public sealed class AccountListTests : AccountTests
{
    [Fact]
    public async Task Administrators_see_the_accounts_of_their_house_with_their_roles()
    {
        await AccountElsewhere();
        var page = await Security.Open("/accounts");

        var rows = page.QuerySelectorAll("tbody tr").Select(r => r.TextContent).ToList();
        Assert.Equal(4, rows.Count);
        Assert.Contains(rows, r => r.Contains("系统管理员（不属于个人）", StringComparison.Ordinal));
        Assert.Contains(rows, r => r.Contains("郑党员", StringComparison.Ordinal) && r.Contains("还没有角色", StringComparison.Ordinal));
        Assert.Null(page.QuerySelector("a[href='/accounts/new']"));
        Assert.NotNull((await SystemAdmin.Open("/accounts")).QuerySelector("a[href='/accounts/new']"));
        Assert.Single((await SystemAdmin.Open("/accounts?name=郑")).QuerySelectorAll("tbody tr"));
    }

    [Fact]
    public async Task One_hand_with_both_keys_is_said_openly()
    {
        Assert.DoesNotContain("小单位模式", await SystemAdmin.GetStringAsync("/accounts"), StringComparison.Ordinal);
        await House.AccountOf(null, "双肩挑", (Role.SystemAdministrator, House.Office), (Role.SecurityAdministrator, House.Office));
        Assert.Contains("小单位模式", await SystemAdmin.GetStringAsync("/accounts"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_else_opens_it() => Assert.Equal(HttpStatusCode.Forbidden, (await Committee.GetAsync("/accounts")).StatusCode);
}
