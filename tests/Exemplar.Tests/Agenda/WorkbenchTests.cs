using Exemplar.Platform.Security;
using Exemplar.Tests.Campaigns;
using Exemplar.Tests.Support;
using Exemplar.Tests.Tasks;

namespace Exemplar.Tests.Agenda;

public sealed class WorkbenchTests : IAsyncLifetime
{
    private readonly TestApp app = new();
    private GivenCampaign given = null!;

    [Fact]
    public async Task Each_finds_what_waits_for_them_and_nothing_else()
    {
        await GivenTask.Issued(app, given.House, "综合科的事", new(2026, 3, 11), given.House.General);
        var done = await GivenTask.Issued(app, given.House, "支部的事", null, given.House.FirstBranch);
        var head = app.As(await given.House.Account("科长", (Role.DepartmentHead, given.House.General)));
        var secretary = app.As(await given.House.Account("书记", (Role.BranchSecretary, given.House.FirstBranch)));
        await secretary.Submit($"/assignments/{done.Assignments[0].Id}/report", ("Form.Text", "好了"), ("Form.Finish", "true"));

        Assert.Equal(["综合科的事"], await Waiting(head));
        Assert.Empty(await Waiting(secretary));
        Assert.Equal(["支部的事"], await Waiting(given.Office));
        Assert.Contains("现在没有等您办的事", await secretary.GetStringAsync("/"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_document_to_review_and_tasks_to_issue_are_called_out_to_the_office_only()
    {
        var document = await given.HandIn();
        await given.Office.Submit($"/plans/{document}/accept-sure");
        var page = await given.Office.Open("/");
        Assert.NotNull(page.QuerySelector($"a[href='/plans/{document}']"));
        Assert.NotNull(page.QuerySelector($"a[href='{given.Address}/issue']"));

        var head = app.As(await given.House.Account("科长", (Role.DepartmentHead, given.House.General)));
        Assert.Empty((await head.Open("/")).QuerySelectorAll(".call"));
    }

    [Fact]
    public async Task The_running_stage_is_named_to_everyone_of_the_office()
    {
        var document = await given.HandIn();
        await given.Office.Submit($"/plans/{document}/accept-sure");
        await given.Office.Submit($"{given.Address}/issue");
        var head = app.As(await given.House.Account("科长", (Role.DepartmentHead, given.House.General)));
        var stranger = app.As(await given.House.Account("外人", (Role.CampaignOffice, given.House.OtherOffice)));
        Assert.Contains("动员部署阶段", await head.GetStringAsync("/"), StringComparison.Ordinal);
        Assert.DoesNotContain("动员部署阶段", await stranger.GetStringAsync("/"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_long_list_shows_its_head_and_its_size()
    {
        for (var n = 1; n <= 12; n++) await GivenTask.Issued(app, given.House, $"任务{n}", new(2026, 4, n), given.House.General);
        var head = app.As(await given.House.Account("科长", (Role.DepartmentHead, given.House.General)));
        var page = await head.Open("/");
        Assert.Equal(8, page.QuerySelectorAll(".duties li").Length);
        Assert.Equal("12", page.QuerySelector(".count")!.TextContent);
    }

    [Fact]
    public async Task Returned_work_comes_first_with_its_reason()
    {
        await GivenTask.Issued(app, given.House, "早到期的", new(2026, 3, 11), given.House.General);
        var late = await GivenTask.Issued(app, given.House, "被退回的", new(2026, 6, 30), given.House.General);
        var head = app.As(await given.House.Account("科长", (Role.DepartmentHead, given.House.General)));
        await head.Submit($"/assignments/{late.Assignments[0].Id}/report", ("Form.Text", "好了"), ("Form.Finish", "true"));
        await given.Office.Submit($"/assignments/{late.Assignments[0].Id}/judge", ("Form.Text", "缺清单"), ("Form.Accept", "false"));

        Assert.Equal(["被退回的", "早到期的"], await Waiting(head));
        Assert.Equal("退回理由：缺清单", (await head.Open("/")).QuerySelector(".duties .doubt")!.TextContent);
    }

    [Fact]
    public async Task Whoever_sees_the_whole_office_sees_how_its_campaign_stands_and_others_do_not()
    {
        var document = await given.HandIn();
        await given.Office.Submit($"/plans/{document}/accept-sure");
        await given.Office.Submit($"{given.Address}/issue");
        app.Clock.SetUtcNow(new(2026, 7, 2, 2, 0, 0, TimeSpan.Zero));
        var leader = app.As(await given.House.Account("组长", (Role.LeadingGroupMember, given.House.Office)));
        var head = app.As(await given.House.Account("科长", (Role.DepartmentHead, given.House.General)));

        var page = await leader.Open("/");
        Assert.Equal(["2", "0", "0", "2"], page.QuerySelectorAll(".figure strong").Select(f => f.TextContent));
        Assert.Equal(["压减文件", "压减文件"], page.QuerySelectorAll(".duties li > a").Select(a => a.TextContent.Trim()));
        Assert.Empty((await head.Open("/")).QuerySelectorAll(".figure"));
    }

    [Fact]
    public async Task What_ends_in_thirty_days_and_what_was_missed_stand_apart_with_how_much_it_is()
    {
        await app.Keep(new(2026, 1, 1), given.House.FirstBranch);
        var secretary = app.As(await given.House.Account("书记", (Role.BranchSecretary, given.House.FirstBranch)));
        var cards = (await secretary.Open("/")).QuerySelectorAll(".card").Where(c => c.QuerySelector("h2")?.TextContent.Contains("组织生活", StringComparison.Ordinal) is true).ToList();
        Assert.Equal(["30 天内到期的组织生活 3", "近两个月没有完成的组织生活 2"], cards.Select(c => c.QuerySelector("h2")!.TextContent));
        Assert.All(cards[0].QuerySelectorAll("td[data-label=最后一天]"), td => Assert.Equal("2026-03-31", td.TextContent));
        Assert.Equal(["2026-02-28", "2026-01-31"], cards[1].QuerySelectorAll("td[data-label=最后一天]").Select(td => td.TextContent));   // the newest first

        app.Clock.SetUtcNow(new(2026, 11, 27, 2, 0, 0, TimeSpan.Zero));
        cards = [.. (await secretary.Open("/")).QuerySelectorAll(".card").Where(c => c.QuerySelector("h2")?.TextContent.Contains("天内到期", StringComparison.Ordinal) is true)];
        Assert.All(cards.SelectMany(c => c.QuerySelectorAll("td[data-label=最后一天]")), td => Assert.Equal("2026-11-30", td.TextContent));   // 31 December is 34 days away
        Assert.NotEmpty(cards);
    }

    [Fact]
    public async Task A_cut_list_of_sessions_says_how_long_it_is()
    {
        app.Clock.SetUtcNow(new(2026, 12, 10, 2, 0, 0, TimeSpan.Zero));
        await app.Keep(new(2026, 1, 1), given.House.FirstBranch);
        var secretary = app.As(await given.House.Account("书记", (Role.BranchSecretary, given.House.FirstBranch)));
        var card = (await secretary.Open("/")).QuerySelectorAll(".card").First(c => c.QuerySelector("h2")?.TextContent.Contains("天内到期", StringComparison.Ordinal) is true);
        var total = int.Parse(card.QuerySelector(".count")!.TextContent, null);
        var rows = card.QuerySelectorAll("tbody tr").Length;
        Assert.Equal(Math.Min(8, total), rows);
        Assert.Equal(total > 8 ? $"共 {total} 项，这里先列 8 项。" : null, card.QuerySelector("p.muted")?.TextContent);
    }

    /// <summary>Five branches' monthly duties filled the list and cut the ends of terms off.</summary>
    [Fact]
    public async Task The_same_of_several_units_is_one_row_and_what_is_over_or_ends_first_stands_first()
    {
        var third = given.House.Found(Exemplar.Organization.UnitKind.Branch, "第三党支部", given.House.Committee);
        await given.House.Save();
        await app.Keep(new(2025, 1, 1), given.House.FirstBranch, given.House.SecondBranch, third);
        await app.Elected(given.House.SecondBranch, new(2022, 6, 1));   // ended on 31 May 2025
        await app.Elected(third, new(2023, 3, 21));   // ends on 20 March 2026
        var office = app.As(await given.House.Account("专干", (Role.CommitteeOffice, given.House.Office)));
        var cards = (await office.Open("/")).QuerySelectorAll(".card").Where(c => c.QuerySelector("table.due-rows") is not null).ToList();

        var coming = cards.Single(c => c.QuerySelector("h2")!.TextContent.Contains("天内到期", StringComparison.Ordinal));
        Assert.Equal("2026-03-20", coming.QuerySelector("tbody td[data-label=最后一天]")!.TextContent);
        Assert.Single(coming.QuerySelectorAll("tr.together summary"), s => s.TextContent.StartsWith("主题党日（2026年3月）：3 个支部（第一党支部、第二党支部、", StringComparison.Ordinal));
        var missed = cards.Single(c => c.QuerySelector("h2")!.TextContent.Contains("没有完成", StringComparison.Ordinal));
        Assert.Equal("2025-05-31", missed.QuerySelector("tbody td[data-label=最后一天]")!.TextContent);
        Assert.EndsWith("届满未换届的在前，其余最近到期的在前", missed.QuerySelector("caption")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("2026-02-28", missed.QuerySelectorAll("tbody td[data-label=最后一天]")[1].TextContent);
    }

    [Fact]
    public async Task An_account_without_a_role_is_told_whom_to_ask()
    {
        await given.House.Account("安全员", (Role.SecurityAdministrator, given.House.Office));
        var newcomer = app.As(await given.House.Account("新人"));
        Assert.Contains("请联系安全管理员（安全员）授予", (await newcomer.Open("/")).QuerySelector(".empty")!.TextContent, StringComparison.Ordinal);
    }

    private static async Task<IEnumerable<string>> Waiting(HttpClient browser) =>
        (await browser.Open("/")).QuerySelectorAll(".duties li > a").Select(a => a.TextContent.Trim());

    public async Task InitializeAsync()
    {
        await app.InitializeAsync();
        given = await GivenCampaign.Open(app);
    }

    public Task DisposeAsync() => app.DisposeAsync();
}
