using System.Net;
using Exemplar.Platform.Security;
using Exemplar.Platform.Security.Factors;
using Exemplar.Tests.Support;

namespace Exemplar.Tests.Platform.Security.Factors;

public sealed class OwnFactorTests : HouseTests
{
    [Fact]
    public async Task Whoever_has_none_may_set_one_up_or_look_at_passkeys_and_nothing_else_is_offered()
    {
        var page = await (await As(Role.DepartmentHead, House.General)).Open("/second-factor");
        Assert.Equal(["/second-factor/enrol", "/passkeys"], page.QuerySelectorAll("main a").Select(a => a.GetAttribute("href")));
    }

    [Fact]
    public async Task An_administrator_sees_how_many_recovery_codes_are_left_and_cannot_switch_it_off()
    {
        var id = await House.Account("管理员", (Role.AuditAdministrator, House.Office));
        await App.Given([.. RecoveryCode.NewSet().Take(2).Select(c => new RecoveryCode { AccountId = id, Hash = WrittenCode.HashOf(c) })]);
        var page = await App.As(id).Open("/second-factor");
        Assert.Contains("还有 2 个没有用，请换一套新的", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("a[href='/second-factor/remove']"));
    }

    [Fact]
    public async Task Whoever_is_not_signed_in_sees_nothing() =>
        Assert.StartsWith("/sign-in", (await App.Browser().GetAsync("/second-factor")).Headers.Location!.PathAndQuery, StringComparison.Ordinal);
}
