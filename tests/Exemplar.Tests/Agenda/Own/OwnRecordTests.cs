using System.Net;
using Exemplar.Documents.Sheets;
using Exemplar.Meetings;
using Exemplar.Platform.Security;
using Exemplar.Tests.Meetings;
using Exemplar.Tests.Support;

namespace Exemplar.Tests.Agenda.Own;

/// <summary>Zhang of the first branch looks at what is kept of him. The clock stands at 10 March 2026.</summary>
public sealed class OwnRecordTests : MeetingHouse
{
    private static async Task<Dictionary<string, string>> Parts(HttpClient reader) =>
        (await reader.Open("/mine")).QuerySelectorAll("section.card").ToDictionary(s => s.QuerySelector("h2")!.TextContent.Trim(), s => string.Join(' ', s.QuerySelectorAll("th, td, dt, dd, caption").Select(c => c.TextContent.Trim())));

    [Fact]
    public async Task Everything_that_is_kept_of_somebody_stands_on_their_page()
    {
        await App.Keep(new(2025, 1, 1), House.FirstBranch);
        await Held(on: new(2026, 2, 6), answers: [("Form.Away", Zhang.Id.ToString()), ($"Form.Why[{Zhang.Id}]", "出差")]);
        await (await Committee.Submit($"/people/{Zhang.Id}/status", ("Form.Kind", "PutOnProbation"), ("Form.On", "2026-03-05"), ("Form.Reason", "机关纪〔2026〕2号"))).Leads(Committee, "已登记");

        var parts = await Parts(Member);
        Assert.Contains("身份 留党察看", parts["基本信息"], StringComparison.Ordinal);
        Assert.Contains("给予留党察看处分 2026-03-05  机关纪〔2026〕2号", parts["身份变更"], StringComparison.Ordinal);
        Assert.Contains("党支部 2026-01-01 到 至今 第一党支部", parts["科室和支部"], StringComparison.Ordinal);
        Assert.Contains("支部党员大会 2026-02-06 第一党支部 请假（出差）", parts["会议"], StringComparison.Ordinal);
        Assert.Contains("党员 2026-01-01 到 至今 第一党支部", parts["账号的角色"], StringComparison.Ordinal);
        Assert.Contains("名册资料：登记、更正人员 2026-03-10  办理人：党办", parts["谁登记、更正过这些"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_elses_record_is_in_it()
    {
        await Held(on: new(2026, 2, 6), answers: [("Form.Away", Zhang.Id.ToString()), ($"Form.Why[{Zhang.Id}]", "出差")]);
        var parts = await Parts(Secretary);
        Assert.Contains("书记甲", (await Secretary.Open("/mine")).QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("出差", string.Concat(parts.Values), StringComparison.Ordinal);
        Assert.Contains("出席", parts["会议"], StringComparison.Ordinal);
        Assert.Contains("书记 2026-01-01 到 至今 第一党支部", parts["任职"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_sheet_holds_the_same_and_all_of_it()
    {
        for (var n = 0; n < 33; n++) await Held(MeetingKind.PartyDay, new DateOnly(2026, 2, 1).AddDays(n));
        Assert.Contains("最近 30 条", (await Parts(Member))["会议（33）"], StringComparison.Ordinal);

        var answer = await Member.GetAsync("/mine?handler=Sheet");
        Assert.Equal("我的记录 张三 2026-03-10.xlsx", answer.Content.Headers.ContentDisposition!.FileNameStar);
        var rows = SheetReader.ReadAll(await answer.Content.ReadAsByteArrayAsync()).Value![0].Rows;
        Assert.Equal(33, rows.Count(r => r.Cells[0].Text == "会议"));
        Assert.Contains(rows, r => r.Cells[3].Text == "姓名" && r.Cells[5].Text == "张三");
    }

    [Fact]
    public async Task An_account_of_nobody_has_no_record_and_a_stranger_no_page()
    {
        var nobody = App.As(await House.AccountOf(null, "检查组", (Role.SuperiorInspector, House.Office)));
        Assert.Contains("不属于名册上的任何人", (await nobody.Open("/mine")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await nobody.GetAsync("/mine?handler=Sheet")).StatusCode);
        Assert.Null((await nobody.Open("/mine")).QuerySelector("a[href='/mine']"));
        Assert.Contains("/sign-in", (await App.Browser().GetAsync("/mine")).Headers.Location?.OriginalString ?? "", StringComparison.Ordinal);
    }
}
