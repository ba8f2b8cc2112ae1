using System.Net;
using Exemplar.Campaigns;
using Exemplar.Platform.Security;
using Exemplar.Tasks;
using Exemplar.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Exemplar.Tests.Campaigns.Versions;

public sealed class FollowVersionTests : IAsyncLifetime
{
    private const string Later = """
        模范机关创建工作方案（修订）
        重点任务
        （一）压减文件。全年印发文件减少15%。责任单位：第一党支部；完成时限：2026年7月31日前。
        （二）改进作风。窗口办事再快一点。责任单位：综合科；完成时限：2026年9月30日前。
        """;

    private readonly TestApp app = new();
    private GivenVersions given = null!;
    private ProposedItem item = null!;

    private string Url => $"/plan-items/{item.Id}/follow";

    private Task<List<Assignment>> Shares => app.Read(db => db.Assignments.Include(a => a.Steps).Where(a => db.Tasks.Any(t => t.Id == a.TaskId && t.Title == "压减文件")).OrderBy(a => a.Id).ToListAsync());

    [Fact]
    public async Task What_is_ticked_follows_with_the_new_document_as_its_reason_and_is_not_issued_again()
    {
        await (await given.Office.Submit(Url, ("Form.Due", "true"))).Leads(given.Office, "已按新版调整：压减文件");
        var share = Assert.Single(await Shares);
        Assert.Equal(new DateOnly(2026, 7, 31), share.DueOn);
        var step = share.Steps.Single(s => s.Kind is StepKind.Rescheduled);
        Assert.StartsWith("按《", step.Text, StringComparison.Ordinal);
        Assert.Contains("修订", step.Text, StringComparison.Ordinal);
        Assert.Equal(new DateOnly(2026, 6, 30), await app.Read(db => db.Tasks.Where(t => t.Title == "压减文件").Select(t => t.DueOn).SingleAsync()));   // the date at issue stays
        Assert.Equal(ItemDecision.Dropped, (await given.Later(app, "压减文件")).Decision);
        Assert.Equal(2, await app.Read(db => db.LogEntries.CountAsync(e => e.RecordId == share.Id)));
        await (await given.Office.SendForm(await given.Office.Open("/campaigns"), Url, ("Form.Version", $"{item.Version + 1}"))).Refuses("", "这一条已经定了");
    }

    [Fact]
    public async Task A_unit_that_the_new_version_names_gets_its_share_and_the_former_keeps_its_own()
    {
        var page = await given.Office.Open(Url);
        Assert.Contains("它已接到的任务不收回", page.QuerySelector("main form")!.TextContent, StringComparison.Ordinal);
        await given.Office.SubmitForm(page, Url, "main form", ("Form.Owners", "true"));
        var shares = await Shares;
        Assert.Equal([given.Campaign.House.General.Id, given.Campaign.House.FirstBranch.Id], shares.Select(s => s.UnitId));
        Assert.Equal([new(2026, 6, 30), new DateOnly(2026, 7, 31)], shares.Select(s => s.DueOn!.Value));   // the former was not ticked
    }

    [Fact]
    public async Task What_is_not_ticked_stays_as_it_is()
    {
        await (await given.Office.Submit(Url)).Leads(given.Office, "已下达的照旧：压减文件");
        var share = Assert.Single(await Shares);
        Assert.Equal((new DateOnly(2026, 6, 30), 1), (share.DueOn!.Value, share.Steps.Count));
        Assert.DoesNotContain("有变化 1 条", (await given.Office.Open(given.Address)).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_the_office_that_issues_may_say_so()
    {
        await app.As(await given.Campaign.House.Account("科长", (Role.DepartmentHead, given.Campaign.House.General))).IsShut(Url, HttpStatusCode.Forbidden);
        await app.As(await given.Campaign.House.Account("外人", (Role.CampaignOffice, given.Campaign.House.OtherOffice))).IsShut(Url, HttpStatusCode.NotFound);
        await given.Office.IsShut($"/plan-items/{Guid.CreateVersion7()}/follow", HttpStatusCode.NotFound);
    }

    public async Task InitializeAsync()
    {
        await app.InitializeAsync();
        given = await GivenVersions.HandIn(app, GivenVersions.Former, Later);
        item = await given.Later(app, "压减文件");
    }

    public Task DisposeAsync() => app.DisposeAsync();
}
