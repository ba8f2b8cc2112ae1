using System.Net;
using AngleSharp.Dom;
using Exemplar.Kernel;
using Exemplar.Meetings;
using Exemplar.Platform.Security;
using Exemplar.Tests.Meetings;
using Exemplar.Tests.Support;
using Exemplar.Tests.Tasks;

namespace Exemplar.Tests.Agenda.Search;

public sealed class SearchResultsTests : MeetingHouse
{
    private static string Url(string q, string more = "") => $"/search?q={Uri.EscapeDataString(q)}{more}";

    private static async Task<List<string>> Titles(HttpClient browser, string q, string more = "") =>
        [.. (await browser.Open(Url(q, more))).QuerySelectorAll(".found li > a").Select(a => a.TextContent.Trim())];

    private async Task<Guid> Recorded(string topic, string discussion)
    {
        var id = await Planned(on: new(2026, 3, 6), agenda: "传达上级会议精神");
        await (await Recorder.Submit($"/meetings/{id}/record", ("Form.Topic", topic), ("Form.Agenda[0].Discussion", discussion))).Leads(Recorder, "已记录");
        return id;
    }

    [Fact]
    public async Task Any_word_of_a_meeting_finds_it_with_the_word_marked_in_title_and_excerpt()
    {
        var id = await Recorded("专题学习廉洁自律准则", "大家结合岗位谈体会，查摆廉洁风险点三处。");
        foreach (var q in (string[])["廉", "廉洁", "洁自律", "查摆", "处", "上级会议", "廉洁 体会", "2026-03-06 廉洁", "第一党支部 党员大会 风险点"])
            Assert.True(await Titles(Member, q) is ["支部党员大会：专题学习廉洁自律准则"], $"{q} finds {string.Join('|', await Titles(Member, q))}");
        foreach (var q in (string[])["廉政", "廉洁 没有这个词", "2026-03-07 廉洁", "第二党支部 廉洁"])
            Assert.True(await Titles(Member, q) is [], q);

        var page = await Member.Open(Url("廉洁"));
        Assert.Equal($"/meetings/{id}", page.QuerySelector(".found a")!.GetAttribute("href"));
        Assert.Equal(["廉洁", "廉洁"], page.QuerySelectorAll(".found mark").Select(m => m.TextContent));
        Assert.Contains("查摆廉洁风险点三处", page.QuerySelector(".found p")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("廉洁", page.QuerySelector("header.top input[name=q]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task What_was_corrected_is_no_longer_found_by_its_old_words()
    {
        var id = await Recorded("传达全会公报", "无");
        await (await Recorder.Submit($"/meetings/{id}/record", ("Form.Topic", "传达纪委通报"))).Leads(Recorder, "已记录");
        Assert.Empty(await Titles(Member, "公报"));
        Assert.Equal(["支部党员大会：传达纪委通报"], await Titles(Member, "通报"));
    }

    [Fact]
    public async Task A_meeting_that_was_called_off_says_so()
    {
        var id = await Planned(on: new(2026, 3, 20));
        await (await Secretary.Submit($"/meetings/{id}/call-off", ("Form.Reason", "改为集中学习"))).Leads(Secretary, "");
        Assert.Equal(["支部党员大会（已取消）：学习讨论"], await Titles(Member, "学习讨论"));
        Assert.Equal(["支部党员大会（已取消）"], await Titles(Inspector, "第一党支部"));
    }

    [Fact]
    public async Task Nobody_finds_what_they_may_not_see()
    {
        await Recorded("廉洁自律", "谈体会");
        await GivenTask.Issued(App, House, "廉洁风险排查", null, House.Secretariat);
        Assert.Empty(await Titles(Neighbour, "廉洁"));
        Assert.Empty(await Titles(Neighbour, "党员大会"));
        Assert.Equal(["廉洁风险排查"], await Titles(await As(Role.DepartmentHead, House.Secretariat), "廉洁"));
        Assert.Empty(await Titles(await As(Role.DepartmentHead, House.General), "廉洁"));
        Assert.Empty(await Titles(await As(Role.SystemAdministrator, House.Office), "廉洁"));
    }

    [Fact]
    public async Task The_superior_finds_meetings_by_kind_unit_and_day_and_none_of_their_words()
    {
        await Recorded("廉洁自律", "谈体会");
        Assert.Empty(await Titles(Inspector, "廉洁"));
        Assert.Empty(await Titles(Inspector, "党员大会 体会"));
        foreach (var q in (string[])["党员大会", "第一党支部", "2026年3月6日", "2026-03"])
        {
            var page = await Inspector.Open(Url(q));
            Assert.Equal("支部党员大会", page.QuerySelector(".found li > a")?.TextContent.Trim());
            Assert.Null(page.QuerySelector(".found p"));
            Assert.DoesNotContain("廉洁", page.Body!.TextContent, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_kind_that_keeps_no_text_is_found_by_kind_unit_and_day_only()
    {
        var group = House.Found(Exemplar.Organization.UnitKind.PartyLeadershipGroup, "办公室党组", House.Office);
        await House.Save();
        await Planned(MeetingKind.DemocraticLife, new(2026, 3, 4), group, "不该留下的议题");
        foreach (var q in (string[])["民主生活会", "办公室党组", "2026-3-4"]) Assert.Equal(["民主生活会"], await Titles(Committee, q));
        Assert.Empty(await Titles(Committee, "学习讨论"));
        Assert.Empty(await Titles(Committee, "不该留下"));
    }

    [Fact]
    public async Task A_task_is_found_by_its_words_its_units_and_what_was_reported_on_it()
    {
        var task = await GivenTask.Issued(App, House, "梳理政务服务事项", null, House.General, House.Secretariat);
        var head = await As(Role.DepartmentHead, House.General);
        await head.Submit($"/assignments/{task.Assignments[0].Id}/report", ("Form.Text", "已清理重复证明材料"), ("Form.Finish", "false"));

        Assert.Equal(["梳理政务服务事项"], await Titles(head, "政务服务"));
        Assert.Equal(["梳理政务服务事项"], await Titles(head, "综合科 梳理"));
        Assert.Equal($"/assignments/{task.Assignments[0].Id}", (await head.Open(Url("重复证明"))).QuerySelector(".found a")!.GetAttribute("href"));
        Assert.Empty(await Titles(await As(Role.DepartmentHead, House.Secretariat), "重复证明"));
        Assert.Empty(await Titles(head, "重复证明", "&area=tasks"));
        Assert.Single(await Titles(head, "重复证明", "&area=shares"));
        Assert.Empty(await Titles(head, "重复证明", "&area=meetings"));
    }

    [Fact]
    public async Task Pages_follow_each_other_newest_first_without_gap_or_repeat()
    {
        for (var n = 0; n < 70; n++) await Planned(on: new(2026, 3, 1 + n % 5), unit: n % 2 == 0 ? House.FirstBranch : House.SecondBranch);
        List<string> seen = [], days = [];
        for (var address = Url("学习"); address is not null;)
        {
            var page = await Committee.Open(address);
            seen.AddRange(page.QuerySelectorAll(".found li > a").Select(a => a.GetAttribute("href")!));
            days.AddRange(page.QuerySelectorAll(".found .muted").Select(a => a.TextContent[^10..]));
            address = page.QuerySelector(".more a")?.GetAttribute("href");
        }
        Assert.Equal((70, 70), (seen.Count, seen.Distinct().Count()));
        Assert.Equal(days.OrderDescending(StringComparer.Ordinal), days);
    }

    [Theory]
    [InlineData("\"", 422)]
    [InlineData("*", 422)]
    [InlineData("%", 422)]
    [InlineData("'", 422)]
    [InlineData("NEAR", 200)]
    [InlineData("NEAR(学习 讨论)", 200)]
    [InlineData("学习' or 1=1 --", 200)]
    [InlineData("学习\"*", 200)]
    [InlineData("AND OR NOT", 200)]
    [InlineData("x:* & !y | (z", 200)]
    [InlineData("<script>", 200)]
    public async Task Signs_of_a_query_language_are_only_signs(string q, int status)
    {
        await Planned();
        Assert.Equal(status, (int)(await Member.GetAsync(Url(q))).StatusCode);
    }

    [Fact]
    public async Task What_cannot_be_looked_for_is_answered_in_a_sentence_and_kept_in_the_box()
    {
        Assert.Equal("请至少写一个汉字、字母或数字。", await Said(string.Concat(Enumerable.Repeat("😀", 60))));
        Assert.Equal("最多 60 个字，请只写最要紧的几个词。", await Said(string.Concat(Enumerable.Repeat("😀", 61))));
        Assert.Equal("最多 60 个字，请只写最要紧的几个词。", await Said(new string('党', 61)));
        Assert.Equal(HttpStatusCode.OK, (await Member.GetAsync(Url(new string('党', 60)))).StatusCode);

        async Task<string?> Said(string q)
        {
            var answer = await Member.GetAsync(Url(q));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
            var page = await answer.Read();
            Assert.Equal(q, page.QuerySelector("header.top input[name=q]")!.GetAttribute("value"));
            return page.QuerySelector("main [role=alert]:not([hidden])")?.TextContent.Trim();
        }
    }

    [Fact]
    public async Task An_empty_page_says_what_can_be_found()
    {
        Assert.Contains("可以搜索您有权查看的会议：", (await Member.Open("/search")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("没有找到", (await Member.Open(Url("没有这个词"))).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(await Titles(Member, "学习", "&after=abc&area=nothing"));
    }

    [Fact]
    public async Task The_box_stands_on_every_page_for_those_with_a_role_and_has_a_label()
    {
        var page = await Member.Open("/");
        var box = page.QuerySelector("header.top form[action='/search'] input[name=q]")!;
        Assert.Equal("全站搜索", page.QuerySelector($"label[for={box.Id}]")?.TextContent);
        Assert.Equal("会议、任务、办理情况", box.GetAttribute("placeholder"));
        Assert.Null((await App.As(await House.Account("没有角色")).Open("/password")).QuerySelector("input[name=q]"));
        Assert.Equal(HttpStatusCode.Forbidden, (await App.As(await House.Account("没有角色")).GetAsync("/search")).StatusCode);
    }
}
