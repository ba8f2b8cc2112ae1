using System.Net;
using AngleSharp.Dom;
using Exemplar.Campaigns;
using Exemplar.Platform.Security;
using Exemplar.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Exemplar.Tests.Campaigns.Versions;

/// <summary>Three pairs of documents, what each comparison must say, and that it changes nothing.</summary>
public sealed class VersionComparisonTests : IAsyncLifetime
{
    private readonly TestApp app = new();

    /// <summary>One date moved, one task new, one gone, one the same under another number.</summary>
    private const string Moved = """
        重点任务
        （一）改进作风。窗口办事再快一点。责任单位：综合科；完成时限：2026年10月31日前。
        （二）压减文件。全年印发文件减少15%。责任单位：综合科；完成时限：2026年6月30日前。
        （三）建立值班台账。每天有人接、事事有记录。责任单位：综合科；完成时限：2026年4月30日前。
        """;

    /// <summary>The words of one have changed, the name of another a little, and none is new.</summary>
    private const string Reworded = """
        重点任务
        （一）压减文件。全年印发文件减少20%。责任单位：综合科；完成时限：2026年6月30日前。
        （二）改进工作作风。窗口办事再快一点。责任单位：综合科；完成时限：2026年9月30日前。
        （三）办好热线。接得起、办得好。责任单位：综合科；完成时限：2026年5月31日前。
        """;

    /// <summary>Everything is something else: nothing is taken for what it is not.</summary>
    private const string Another = """
        重点任务
        （一）组织志愿服务。到社区帮助老人。责任单位：综合科；完成时限：2026年6月30日前。
        """;

    [Fact]
    public async Task A_moved_date_a_new_task_and_one_that_is_gone_are_told_apart()
    {
        var page = await Compared(Moved);
        Assert.Equal(["改进作风：时限 2026年9月30日 → 2026年10月31日"], Changes(page));
        Assert.Equal(["建立值班台账（待定）"], Listed(page, "新增"));
        Assert.Equal(["办好热线"], Listed(page, "新版里没有"));
        Assert.Equal(["压减文件"], Listed(page, "相同"));
    }

    [Fact]
    public async Task Other_words_and_another_name_are_changes_and_no_new_tasks()
    {
        var page = await Compared(Reworded);
        Assert.Equal(2, page.QuerySelectorAll(".change").Length);
        Assert.Equal(["内容", "名称"], page.QuerySelectorAll(".change td[data-label='哪里']").Select(t => t.TextContent));
        Assert.Equal(["改进作风 → 改进工作作风"], Rows(page).Where(r => r[0] == "名称").Select(r => $"{r[1]} → {r[2]}"));
        Assert.Empty(Listed(page, "新增"));
        Assert.Empty(Listed(page, "新版里没有"));
        Assert.Equal(["办好热线"], Listed(page, "相同"));
    }

    [Fact]
    public async Task What_is_something_else_is_new_and_all_that_was_is_gone()
    {
        var page = await Compared(Another);
        Assert.Empty(Changes(page));
        Assert.Equal(["组织志愿服务（待定）"], Listed(page, "新增"));
        Assert.Equal(["压减文件", "改进作风", "办好热线"], Listed(page, "新版里没有"));
    }

    /// <summary>A list of names only: to say nothing more is no likeness.</summary>
    [Fact]
    public async Task Names_that_have_nothing_in_common_are_not_the_same_task()
    {
        const string Names = "重点任务\n（一）清理简报内刊。责任单位：综合科；完成时限：2026年3月31日前。\n（二）压减文件。责任单位：综合科；完成时限：2026年6月30日前。\n";
        var given = await GivenVersions.HandIn(app, Names, Names.Replace("清理简报内刊", "建立值班台账", StringComparison.Ordinal));
        var page = await given.Office.Open(given.Address);
        Assert.Empty(Changes(page));
        Assert.Equal(["建立值班台账（待定）"], Listed(page, "新增"));
        Assert.Equal(["清理简报内刊"], Listed(page, "新版里没有"));
    }

    [Fact]
    public async Task To_compare_changes_no_issued_task_and_a_document_of_its_own_has_nothing_to_be_compared_with()
    {
        var given = await GivenVersions.HandIn(app, GivenVersions.Former, Moved);
        await given.Office.Open(given.Address);
        Assert.Equal([new(2026, 5, 31), new(2026, 6, 30), new DateOnly(2026, 9, 30)], await app.Read(db => db.Assignments.OrderBy(a => a.SortsOn).Select(a => a.SortsOn).ToListAsync()));
        Assert.Contains("没有可以对照的", (await given.Office.Open($"/plans/{given.FormerId}/changes")).QuerySelector("main .empty")!.TextContent, StringComparison.Ordinal);
        await (await given.Office.Submit($"{given.Campaign.Address}/plan", ("Form.Text", Moved), ("Form.Former", Guid.CreateVersion7().ToString()))).Refuses("Former", "没有这份文件");
    }

    [Fact]
    public async Task Only_the_office_that_reviews_sees_it()
    {
        var given = await GivenVersions.HandIn(app, GivenVersions.Former, Moved);
        Assert.Equal(HttpStatusCode.Forbidden, (await app.As(await given.Campaign.House.Account("科长", (Role.DepartmentHead, given.Campaign.House.General))).GetAsync(given.Address)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await app.As(await given.Campaign.House.Account("外人", (Role.CampaignOffice, given.Campaign.House.OtherOffice))).GetAsync(given.Address)).StatusCode);
    }

    private async Task<IDocument> Compared(string later)
    {
        var given = await GivenVersions.HandIn(app, GivenVersions.Former, later);
        return await given.Office.Open(given.Address);
    }

    private static IEnumerable<string> Listed(IDocument page, string heading) =>
        page.QuerySelectorAll("main section.card").SingleOrDefault(s => s.QuerySelector("h2")?.TextContent == heading)?.QuerySelectorAll("li").Select(l => l.TextContent.Trim()) ?? [];

    private static IEnumerable<string[]> Rows(IParentNode within) => within.QuerySelectorAll("tbody tr").Select(r => r.Children.Select(c => c.TextContent).ToArray());

    private static IEnumerable<string> Changes(IDocument page) =>
        page.QuerySelectorAll(".change").SelectMany(c => Rows(c).Select(r => $"{c.QuerySelector("h3")!.TextContent}：{r[0]} {r[1]} → {r[2]}"));

    public Task InitializeAsync() => app.InitializeAsync();

    public Task DisposeAsync() => app.DisposeAsync();
}
