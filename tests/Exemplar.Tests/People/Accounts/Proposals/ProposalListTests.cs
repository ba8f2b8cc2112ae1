using System.Net;
using Exemplar.Platform.Security;
using Exemplar.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Exemplar.Tests.People.Accounts.Proposals;

public sealed class ProposalListTests : AccountTests
{
    private const string Url = "/grants/proposals";

    [Fact]
    public async Task It_lists_what_waits_with_who_proposed_it_and_what_became_of_the_last_ones()
    {
        Assert.Contains("没有等待批准的", (await SystemAdmin.Open(Url)).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        var account = await House.AccountOf(null, "待任审计");
        await Security.Submit($"/accounts/{account}/grants/new", ("Form.Role", "AuditAdministrator"), ("Form.Unit", $"{House.Office.Id}"), ("Form.From", "2026-03-10"));

        var row = (await SystemAdmin.Open(Url)).QuerySelector("tbody tr")!;
        Assert.Contains("审计管理员", row.TextContent, StringComparison.Ordinal);
        var link = row.QuerySelector("a[href^='/grants/proposals/']")!.GetAttribute("href")!;
        Assert.Contains("1 项管理员授权等待第二人批准", (await Security.Open("/accounts")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);

        await SystemAdmin.Submit(link, ("Form.Decision", "Declined"));
        var page = await Security.Open(Url);
        Assert.Null(page.QuerySelector("tbody tr"));
        Assert.Contains("不批准", page.QuerySelector("ul.plain")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_audit_administrator_sees_it_and_decides_nothing_and_another_office_sees_nothing()
    {
        var account = await House.AccountOf(null, "待任审计");
        await Security.Submit($"/accounts/{account}/grants/new", ("Form.Role", "AuditAdministrator"), ("Form.Unit", $"{House.Office.Id}"), ("Form.From", "2026-03-10"));
        var row = (await App.As(await House.AccountOf(null, "审计", (Role.AuditAdministrator, House.Office))).Open(Url)).QuerySelector("tbody tr")!;
        Assert.Null(row.QuerySelector("a[href^='/grants/proposals/']"));
        Assert.Null((await App.As(await House.AccountOf(null, "邻居", (Role.SystemAdministrator, House.OtherOffice))).Open(Url)).QuerySelector("tbody tr"));
        Assert.Equal(HttpStatusCode.Forbidden, (await Committee.GetAsync(Url)).StatusCode);
    }
}
