using System.Net;
using Exemplar.Platform.Security;
using Exemplar.Platform.Security.Policy;
using Exemplar.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Exemplar.Tests.Platform.Security.Policy;

public sealed class ConfigureSecurityTests : HouseTests
{
    private const string Url = "/security";

    [Fact]
    public async Task What_is_saved_is_kept_logged_and_in_force_at_once()
    {
        var admin = await As(Role.SecurityAdministrator, House.Office);
        var page = await admin.Open(Url);
        Assert.Equal(("30", "10"), (page.QuerySelector("#Form_IdleMinutes")!.GetAttribute("value"), page.QuerySelector("#Form_MostHours")!.GetAttribute("value")));

        await (await admin.Submit(Url, ("Form.Rules", "Modern"), ("Form.IdleMinutes", "15"), ("Form.MostHours", "8"))).Leads(admin, "已保存");

        var kept = await App.Read(db => db.SecuritySettings.SingleAsync());
        Assert.Equal((PasswordRules.Modern, 15, 8, 1), (kept.Rules, kept.IdleMinutes, kept.MostHours, kept.Version));
        Assert.Equal(["security.configure"], await LogOf(kept.Id));
        Assert.Contains("至少 12 位", (await admin.Open("/password")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refusal_stands_at_its_field_and_nothing_is_kept()
    {
        var admin = await As(Role.SecurityAdministrator, House.Office);
        await (await admin.Submit(Url, ("Form.IdleMinutes", "4"))).Refuses("IdleMinutes", "多少分钟不操作就退出：5 到 120 分钟");
        await (await admin.Submit(Url, ("Form.MostHours", "25"))).Refuses("MostHours", "一次登录最长几小时：1 到 24 小时");
        await (await admin.Submit(Url, ("Form.IdleMinutes", "61"), ("Form.MostHours", "1"))).Refuses("IdleMinutes", "不能比一次登录的最长时间还长");
        Assert.Equal(0, await App.Read(db => db.SecuritySettings.CountAsync()));
    }

    [Fact]
    public async Task Of_two_who_have_it_open_the_second_is_told()
    {
        var admin = await As(Role.SecurityAdministrator, House.Office);
        var page = await admin.Open(Url);
        await admin.SubmitForm(page, Url, "main form[method=post]", ("Form.IdleMinutes", "20"));
        Assert.Equal(HttpStatusCode.Conflict, (await admin.SubmitForm(page, Url, "main form[method=post]", ("Form.IdleMinutes", "25"))).StatusCode);
    }

    [Fact]
    public async Task Only_a_security_administrator_of_the_whole_office_may()
    {
        await (await As(Role.SystemAdministrator, House.Office)).IsShut(Url, HttpStatusCode.Forbidden);
        await (await As(Role.SecurityAdministrator, House.General)).IsShut(Url, HttpStatusCode.Forbidden);
    }
}
