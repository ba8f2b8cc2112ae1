using System.Net;
using Exemplar.Meetings;
using Exemplar.Organization;
using Exemplar.Platform.Security;
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
        Assert.Equal(["通知文字", "改期", "修改安排", "取消会议"], await Offers(Secretary, id));   // its day has not come
        Assert.Equal("通知文字", (await Secretary.Open($"/meetings/{id}")).QuerySelector("dl.facts ~ .buttons a.primary")!.TextContent);
        Assert.Equal(["开过了，记录", "通知文字", "改期", "修改安排", "取消会议"], await Offers(Secretary, await Planned(on: new(2026, 3, 9))));
        id = await Held();
        Assert.Equal(["更正", "签字", "作废"], await Offers(Secretary, id));
        await Secretary.Submit($"/meetings/{id}/sign", ("Form.OnPaper", "true"), ("Form.ArchiveNumber", "3"));
        Assert.Single((await Secretary.Open($"/meetings/{id}")).QuerySelector("dl.facts")!.TextContent.Split("存档号")[1..]);   // once, with the signature
        Assert.Equal(["修订", "作废"], await Offers(Secretary, id));
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
    public async Task What_the_committee_of_a_branch_discussed_is_for_its_members_and_those_who_keep_its_records()
    {
        var id = await Planned(MeetingKind.Committee, agenda: "讨论张三的思想汇报");
        await (await Recorder.Submit($"/meetings/{id}/record")).Leads(Recorder, "已记录");
        var page = (await Member.Open($"/meetings/{id}")).QuerySelector("main")!;
        Assert.Contains("2026年3月6日", page.TextContent, StringComparison.Ordinal);
        foreach (var secret in new[] { "讨论张三", "学习讨论", "三楼会议室", "书记甲", "过程", "打印" }) Assert.DoesNotContain(secret, page.TextContent, StringComparison.Ordinal);
        await Member.IsShut($"/meetings/{id}/papers/minutes", HttpStatusCode.Forbidden);
        Assert.DoesNotContain("学习讨论", await Member.GetStringAsync("/meetings"), StringComparison.Ordinal);
        Assert.DoesNotContain("讨论张三", await Member.GetStringAsync($"/search?q={Uri.EscapeDataString("思想汇报")}"), StringComparison.Ordinal);

        var seat = await House.Somebody("委员丙", House.FirstBranch);
        await App.Given(Post(House.FirstBranch, seat, PostKind.PublicityMember));
        var sits = App.As(await House.AccountOf(seat, "委员丙", (Role.Member, House.FirstBranch)));
        Assert.DoesNotContain("讨论张三", await sits.GetStringAsync($"/meetings/{id}"), StringComparison.Ordinal);   // was not on the roll of that day
        var next = await Planned(MeetingKind.Committee, new(2026, 3, 9), agenda: "再议思想汇报");
        await (await Recorder.Submit($"/meetings/{next}/record")).Leads(Recorder, "已记录");
        foreach (var reader in new[] { sits, Secretary, Recorder, Committee })
        {
            Assert.Contains("再议思想汇报", await reader.GetStringAsync($"/meetings/{next}"), StringComparison.Ordinal);
            Assert.Contains("再议思想汇报", (await reader.Open($"/search?q={Uri.EscapeDataString("思想汇报")}")).QuerySelector(".found")!.TextContent, StringComparison.Ordinal);
            Assert.Contains("学习讨论", await reader.GetStringAsync("/meetings"), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task What_happened_lists_votes_elections_and_tasks_with_who_did_it()
    {
        var id = await Planned(agenda: "改选委员");
        await (await Recorder.Submit($"/meetings/{id}/record", ("Form.Agenda[0].Decision", "由综合科公布"))).Leads(Recorder, "已记录");
        var item = (await Kept(id)).Agenda[0].Id;
        await (await Recorder.Submit($"/meetings/{id}/votes/new", ("Form.VotedOn", $"{item}"), ("Form.Way", "Hands"), ("Form.Yes", "3"))).Leads(Recorder, "表决已记录");
        await (await Secretary.Submit($"/meetings/{id}/elections/new", ("Form.Kind", "SecretaryDirectly"), ("Form.Post", "书记"), ("Form.Seats", "1"),
            ("Form.Candidates", $"{SecretaryPerson.Id}"), ("Form.Tellers", $"{Zhang.Id}"))).Leads(Secretary, "选举已准备");
        await (await Secretary.Submit($"/meetings/{id}/decisions/1/task", ("Form.Unit", $"{House.General.Id}"), ("Form.DueOn", "2026-03-31"))).Leads(Secretary, "已转成任务");

        var steps = (await Member.Open($"/meetings/{id}")).QuerySelectorAll("ol.history li").Select(s => string.Join(' ', s.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))).ToList();
        Assert.Contains(steps, s => s.StartsWith("记录表决 委员乙", StringComparison.Ordinal) && s.EndsWith("改选委员：通过", StringComparison.Ordinal));
        Assert.Contains(steps, s => s.StartsWith("准备选举 书记甲", StringComparison.Ordinal) && s.EndsWith("书记", StringComparison.Ordinal));
        Assert.Contains(steps, s => s.StartsWith("转成任务 书记甲", StringComparison.Ordinal) && s.EndsWith("改选委员", StringComparison.Ordinal));
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
