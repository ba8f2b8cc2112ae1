using System.Net;
using Exemplar.Organization;
using Exemplar.Platform.Security;
using Exemplar.Platform.Security.Audit;
using Exemplar.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Exemplar.Tests.Platform.Security.Audit;

public sealed class AuditTrailTests : HouseTests
{
    [Theory]
    [InlineData(Role.SystemAdministrator)]
    [InlineData(Role.SecurityAdministrator)]
    [InlineData(Role.CommitteeOffice)]
    public async Task Nobody_reads_the_audit_but_its_administrator(Role role) => await (await As(role, House.Office)).IsShut("/audit", HttpStatusCode.Forbidden);

    [Fact]
    public async Task An_audit_administrator_of_a_part_of_the_office_does_not_read_it() => await (await As(Role.AuditAdministrator, House.Committee)).IsShut("/audit", HttpStatusCode.Forbidden);

    [Fact]
    public async Task Without_anything_that_happened_the_page_says_so()
    {
        var page = await (await Auditor()).Open("/audit?Kind=SignInFailed");
        Assert.Equal("没有符合条件的审计记录。换个类别或日期看看。", page.QuerySelector("#trail .empty")!.TextContent.Trim());
    }

    [Fact]
    public async Task Refusals_steps_of_accounts_and_grants_stand_in_one_list_each_once()
    {
        var auditor = await Auditor();
        await App.As(await House.Account("周某", (Role.Member, House.FirstBranch))).GetAsync("/people");
        var system = await As(Role.SystemAdministrator, House.Office);
        var security = await As(Role.SecurityAdministrator, House.Office);
        App.Clock.Advance(TimeSpan.FromDays(1));   // what the house was given stands on the day before
        var opened = (await system.Submit("/accounts/new", ("Form.DisplayName", "值班"), ("Form.UserName", "zhiban"))).Headers.Location!.OriginalString;
        App.Clock.Advance(TimeSpan.FromSeconds(1));
        await security.Submit($"{opened}/grants/new", ("Form.Role", "DepartmentHead"), ("Form.Unit", $"{House.General.Id}"), ("Form.From", "2026-03-11"));
        var grant = await App.Read(db => db.Grants.SingleAsync(g => g.Role == Role.DepartmentHead));
        App.Clock.Advance(TimeSpan.FromSeconds(1));
        await security.Submit($"/grants/{grant.Id}/end", ("Form.On", "2026-03-11"));

        Assert.Equivalent(new[] { "收回角色|zhiban 科室负责人", "授予角色|zhiban 科室负责人", "账号发出邀请|zhiban", "账号开立|zhiban" }, await Rows(auditor, "/audit?Day=2026-03-11"), strict: true);
        Assert.Equal(["没有权限|people.view /people"], await Rows(auditor, "/audit?Kind=Forbidden"));
        Assert.Equivalent(new[] { "账号发出邀请|zhiban", "账号开立|zhiban" }, await Rows(auditor, "/audit?Kind=AccountChanged"), strict: true);
        Assert.Equal(["收回角色|zhiban 科室负责人", "授予角色|zhiban 科室负责人"], await Rows(auditor, "/audit?Kind=GrantChanged&Day=2026-03-11"));
        Assert.Empty(await Rows(auditor, "/audit?Day=2026-03-12"));
    }

    [Fact]
    public async Task Changed_settings_say_what_they_are_now_and_who_changed_them()
    {
        var security = await As(Role.SecurityAdministrator, House.Office);
        await security.Submit("/security", ("Form.Rules", "Modern"), ("Form.IdleMinutes", "15"), ("Form.MostHours", "8"));
        App.Clock.Advance(TimeSpan.FromSeconds(1));
        await security.Submit("/security", ("Form.IdleMinutes", "20"));
        Assert.Equal(["改登录和口令设置|新式：至少 12 位、不常见，不定期换；20 分钟不操作退出，最长 8 小时", "改登录和口令设置|新式：至少 12 位、不常见，不定期换；15 分钟不操作退出，最长 8 小时"], await Rows(await Auditor(), "/audit?Kind=SettingsChanged"));
    }

    [Fact]
    public async Task A_long_list_is_paged_without_a_gap_or_a_repetition_even_within_one_instant()
    {
        var auditor = await Auditor();
        await App.Read(async db =>
        {
            db.AddRange(Enumerable.Range(0, 120).Select(n => new SecurityEvent { Kind = SecurityEventKind.Forbidden, At = TestApp.Start.AddSeconds(n / 40), Permission = $"p{n:D3}" }));
            return await db.SaveChangesAsync();
        });

        List<string> all = [];
        for (var address = "/audit?Kind=Forbidden"; address is not null;)
        {
            var page = await auditor.Open(address);
            all.AddRange(page.QuerySelectorAll("#trail td[data-label=对象]").Select(c => c.TextContent));
            address = page.QuerySelector("a[rel=next]")?.GetAttribute("href");
        }
        Assert.Equal(Enumerable.Range(0, 120).Select(n => $"p{n:D3}"), all.Order(StringComparer.Ordinal));
        Assert.All(all[..40], p => Assert.True(string.CompareOrdinal(p, "p080") >= 0, p));   // the newest instant first
        Assert.NotEmpty(await Rows(auditor, "/audit?After=mistyped"));
    }

    private Task<HttpClient> Auditor() => As(Role.AuditAdministrator, House.Office);

    private static async Task<List<string>> Rows(HttpClient auditor, string address) =>
        [.. (await auditor.Open(address)).QuerySelectorAll("#trail tbody tr").Select(r => $"{r.QuerySelector("[data-label=事件]")!.TextContent.Trim()}|{r.QuerySelector("[data-label=对象]")!.TextContent.Trim()}")];
}
