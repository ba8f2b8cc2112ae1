using System.Net;
using Exemplar.Meetings;
using Exemplar.Tests.Support;

namespace Exemplar.Tests.Meetings;

public sealed class MeetingPageTests : MeetingHouse
{
    [Fact]
    public async Task A_member_reads_it_and_is_offered_nothing_to_do()
    {
        var id = await Held(answers: [("Form.Away", Zhang.Id.ToString()), ($"Form.Why[{Zhang.Id}]", "因公出差")]);
        var page = await Member.Open($"/meetings/{id}");
        var text = page.QuerySelector("dl.facts")!.TextContent;
        Assert.Contains("应到 4 人，实到 3 人", text, StringComparison.Ordinal);
        Assert.Contains("张三（请假）", text, StringComparison.Ordinal);   // why is for those who keep the records
        Assert.Contains("张三（请假：因公出差）", (await Secretary.Open($"/meetings/{id}")).QuerySelector("dl.facts")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("三楼会议室", text, StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll("main .buttons a"));
    }

    [Fact]
    public async Task Who_may_is_led_on_step_by_step()
    {
        var id = await Planned(on: new(2026, 3, 20));
        Assert.Equal(["开过了，记录", "通知文字", "改期", "取消会议"], await Offers(Secretary, id));
        id = await Held();
        Assert.Equal(["更正", "签字"], await Offers(Secretary, id));
        await Secretary.Submit($"/meetings/{id}/sign", ("Form.OnPaper", "true"), ("Form.ArchiveNumber", "3"));
        Assert.Equal(["修订"], await Offers(Secretary, id));
    }

    [Fact]
    public async Task Late_entry_is_seen_inside_and_never_by_the_superior_who_sees_dates_and_counts()
    {
        var id = await Held(on: new(2026, 3, 2));
        Assert.Contains("2026-03-10 09:00 录入", (await Member.Open($"/meetings/{id}")).QuerySelector("dl.facts")!.TextContent, StringComparison.Ordinal);

        var above = (await Inspector.Open($"/meetings/{id}")).QuerySelector("main")!.TextContent;
        Assert.Contains("应到 4 人，实到 4 人", above, StringComparison.Ordinal);
        foreach (var secret in new[] { "录入", "书记甲", "张三", "学习讨论", "三楼会议室", "过程" }) Assert.DoesNotContain(secret, above, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_exists_only_for_its_place_in_the_tree()
    {
        var id = await Planned();
        Assert.Equal(HttpStatusCode.NotFound, (await Neighbour.GetAsync($"/meetings/{id}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await Secretary.GetAsync($"/meetings/{Guid.CreateVersion7()}")).StatusCode);
    }

    private static async Task<List<string>> Offers(HttpClient browser, Guid id) => [.. (await browser.Open($"/meetings/{id}")).QuerySelector("dl.facts ~ .buttons")!.QuerySelectorAll("a").Select(a => a.TextContent)];
}
