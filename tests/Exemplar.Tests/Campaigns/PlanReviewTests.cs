using System.Net;
using Exemplar.Platform.Security;
using Exemplar.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Exemplar.Tests.Campaigns;

public sealed class PlanReviewTests : IAsyncLifetime
{
    private readonly TestApp app = new();
    private GivenCampaign given = null!;

    [Fact]
    public async Task Each_proposal_stands_beside_its_lit_place_in_the_source()
    {
        var document = await given.HandIn();
        var page = await given.Office.Open($"/plans/{document}");
        var items = await app.Read(db => db.ProposedItems.ToListAsync());

        Assert.Equal(items.Count, page.QuerySelectorAll(".proposal").Length);
        foreach (var item in items)
        {
            var lit = string.Concat(page.QuerySelectorAll($".source-pane mark[data-item='{item.Id:N}']").Select(m => m.TextContent));
            Assert.Contains(item.Title, lit, StringComparison.Ordinal);
            Assert.NotNull(page.QuerySelector($"#s-{item.Id:N}"));
        }
        var source = string.Concat(page.QuerySelectorAll(".source-pane p").Select(p => string.Concat(p.TextContent.Where(c => !char.IsWhiteSpace(c) && !char.IsDigit(c)))));
        Assert.Equal(string.Concat(GivenCampaign.Plan.Where(c => !char.IsWhiteSpace(c) && !char.IsDigit(c))), source);
    }

    [Fact]
    public async Task A_long_document_is_reviewed_a_page_at_a_time()
    {
        var text = "重点任务\n" + string.Concat(Enumerable.Range(1, 130).Select(n => $"{n}.推进第{n}件事。把事办好。责任单位：综合科；完成时限：2026年6月底前。\n"));
        var document = await given.HandIn(text);
        var first = await given.Office.Open($"/plans/{document}");
        var last = await given.Office.Open($"/plans/{document}?page=3");
        Assert.Equal(60, first.QuerySelectorAll(".proposal").Length);
        Assert.Equal(10, last.QuerySelectorAll(".proposal").Length);
        Assert.True(last.QuerySelectorAll(".source-pane p").Length < 80, "only the source around the page's proposals is shown");
        Assert.Equal("131", last.QuerySelectorAll(".line-number").Last(l => l.TextContent != "132").TextContent);
        Assert.Equal(HttpStatusCode.OK, (await given.Office.GetAsync($"/plans/{document}?page=99")).StatusCode);
    }

    [Fact]
    public async Task What_the_document_says_is_shown_as_text_and_never_runs()
    {
        var document = await given.HandIn("重点任务\n（一）<script>alert(1)</script>加强学习。责任单位：综合科。\n");
        var html = await given.Office.GetStringAsync($"/plans/{document}");
        Assert.DoesNotContain("<script>alert", html, StringComparison.Ordinal);
        Assert.Contains("&lt;script&gt;", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_the_leading_groups_office_reviews()
    {
        var document = await given.HandIn();
        var head = app.As(await given.House.Account("科长", (Role.DepartmentHead, given.House.General)));
        var stranger = app.As(await given.House.Account("外人", (Role.CampaignOffice, given.House.OtherOffice)));
        Assert.Equal(HttpStatusCode.Forbidden, (await head.GetAsync($"/plans/{document}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync($"/plans/{document}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await given.Office.GetAsync($"/plans/{Guid.CreateVersion7()}")).StatusCode);
    }

    public async Task InitializeAsync()
    {
        await app.InitializeAsync();
        given = await GivenCampaign.Open(app);
    }

    public Task DisposeAsync() => app.DisposeAsync();
}
