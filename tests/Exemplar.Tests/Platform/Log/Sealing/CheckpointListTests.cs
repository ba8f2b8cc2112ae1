using System.Net;
using Exemplar.Platform.Log.Verification;
using Exemplar.Platform.Security;
using Exemplar.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Exemplar.Tests.Platform.Log.Sealing;

public sealed class CheckpointListTests : HouseTests
{
    [Fact]
    public async Task It_is_for_the_audit_administrator_of_the_whole_house_and_for_nobody_else()
    {
        foreach (var role in Enum.GetValues<Role>().Where(r => r is not Role.AuditAdministrator)) await (await As(role, House.Office)).IsShut("/log", HttpStatusCode.Forbidden);
        await (await As(Role.AuditAdministrator, House.FirstBranch)).IsShut("/log", HttpStatusCode.Forbidden);
        Assert.Equal(HttpStatusCode.OK, (await (await As(Role.AuditAdministrator, House.Office)).GetAsync("/log")).StatusCode);
    }

    [Fact]
    public async Task It_says_what_is_open_lists_checkpoints_and_shows_the_daily_check()
    {
        var auditor = await As(Role.AuditAdministrator, House.Office);
        Assert.Contains("还没有封存过", await Text(auditor), StringComparison.Ordinal);

        await Check();
        var page = await auditor.Open("/log");
        Assert.Contains("全部日志都已封存", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("无误", page.QuerySelector(".badge.done")!.TextContent);
        Assert.Equal("/log/checkpoints/1", page.QuerySelector("td a")!.GetAttribute("href"));

        await House.Somebody("新来的", House.General);
        Assert.Contains("之后有 1 条日志", await Text(auditor), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_daily_check_runs_once_a_day_and_says_what_it_found()
    {
        await Check();
        await App.Read(db => db.Database.ExecuteSqlAsync($"""update "Units" set "Name" = '改了' where "Id" = {House.General.Id}"""));
        await Check();   // the same day
        Assert.Equal(1, await App.Read(db => db.LogChecks.CountAsync()));

        App.Clock.Advance(TimeSpan.FromDays(1));
        await Check();
        var auditor = await As(Role.AuditAdministrator, House.Office);
        Assert.Contains($"表 Units，行 {House.General.Id}：Name 与日志不同", await Text(auditor), StringComparison.Ordinal);
    }

    private async Task Check()
    {
        await using var scope = App.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<DailyCheck>().Run(default);
    }

    private static async Task<string> Text(HttpClient browser) => (await browser.Open("/log")).QuerySelector("main")!.TextContent;
}
