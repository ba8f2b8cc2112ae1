using System.Net;
using Exemplar.Tests.Support;

namespace Exemplar.Tests.Campaigns.Supervision;

public sealed class ReminderTextTests : IAsyncLifetime
{
    private readonly TestApp app = new();
    private GivenDesk given = null!;

    [Fact]
    public async Task Each_unit_gets_words_of_its_own_and_what_was_reported_is_not_mentioned()
    {
        var page = await given.Desk.Open($"/supervision/text?ids={string.Join("&ids=", given.Shares)}");
        Assert.Equal(["综合科", "第一党支部"], page.QuerySelectorAll("h2").Select(h => h.TextContent));
        var words = page.QuerySelectorAll("textarea").Select(t => t.TextContent.Trim()).ToList();
        Assert.EndsWith("压减文件（时限 3月31日，逾期 2 个工作日）", words[0], StringComparison.Ordinal);
        Assert.Contains("已过时限的请抓紧办理", words[0], StringComparison.Ordinal);
        Assert.DoesNotContain("申请延期", words[0], StringComparison.Ordinal);   // after the date it would be refused
        Assert.Contains("申请延期", words[1], StringComparison.Ordinal);
        Assert.DoesNotContain("综合科", words[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_who_supervises_may_ask_for_it()
    {
        Assert.Equal(HttpStatusCode.Forbidden, (await given.Head.GetAsync("/supervision/text")).StatusCode);
        Assert.Contains("请回到督办勾选", (await given.Desk.Open("/supervision/text")).QuerySelector(".empty")!.TextContent, StringComparison.Ordinal);
    }

    public async Task InitializeAsync()
    {
        await app.InitializeAsync();
        given = await GivenDesk.Open(app);
    }

    public Task DisposeAsync() => app.DisposeAsync();
}
