using AngleSharp.Dom;
using Exemplar.Meetings;
using Exemplar.Meetings.Past;
using Exemplar.Tests.Support;

namespace Exemplar.Tests.Meetings.Past;

/// <summary>The clock stands at 10 March 2026.</summary>
public sealed class MadeUpMeetingsTests : RegisterHouse
{
    [Theory]
    [InlineData("补开6月", "2026-06-01~2026-06-30")]
    [InlineData("（补5月份主题党日）", "2026-05-01~2026-05-31")]
    [InlineData("补2025年12月的党日", "2025-12-01~2025-12-31")]
    [InlineData("补开五、六月主题党日", "2026-05-01~2026-05-31 2026-06-01~2026-06-30")]
    [InlineData("补开4-6月", "2026-04-01~2026-04-30 2026-05-01~2026-05-31 2026-06-01~2026-06-30")]
    [InlineData("补上月", "2026-06-01~2026-06-30")]
    [InlineData("6月份因防汛未开，本月补", "2026-06-01~2026-06-30")]
    [InlineData("补开二季度党日", "2026-04-01~2026-06-30")]
    [InlineData("补开6月28日的", "2026-06-01~2026-06-30")]
    [InlineData("补开5月份支委会", "")]            // another kind's
    [InlineData("补缴5月份党费", "")]
    [InlineData("6月未参加的同志补学", "")]
    [InlineData("补开9月", "")]                    // of last year, and too far back for that
    [InlineData("补开7月", "")]                    // its own month
    [InlineData("补充5月份计划", "")]
    [InlineData("学习6月讲话", "")]
    public void What_a_note_of_3_July_says_was_made_up_for(string written, string spans) =>
        Assert.Equal(spans, string.Join(' ', MadeUpWords.In(written, MeetingKind.PartyDay, new(2026, 7, 3)).Select(s => $"{s.First:yyyy-MM-dd}~{s.Last:yyyy-MM-dd}")));

    [Fact]
    public void In_January_December_is_that_of_the_year_before() =>
        Assert.Equal([(new DateOnly(2025, 12, 1), new DateOnly(2025, 12, 31))], MadeUpWords.In("补开12月", MeetingKind.PartyDay, new(2026, 1, 6)));

    [Fact]
    public async Task The_month_that_it_was_for_says_so_and_stays_not_done()
    {
        await App.Keep(new(2026, 1, 1), House.FirstBranch);
        await Import(Committee, """
            # 第一党支部
            2026年第一党支部“三会一课”登记表
            时间|会议类型|主题|参会人员|备注
            2月6日|主题党日|参观学习|全体党员|补开1月份主题党日
            2月7日|支委会|研究工作|全体委员|补缴1月党费
            3月3日|支部党员大会|学习|全体党员|补开2月份党员大会
            """);

        var page = await Committee.Open($"/units/{House.FirstBranch.Id}/year");
        var cells = page.QuerySelectorAll("#MTG-05 a.cell");
        Assert.Equal(["1月 ✗ 0/1 2.6 补开未完成", "2月 ✓ 2.6已完成 1/1"], cells.Take(2).Select(Words));
        Assert.Equal("1月 未完成 0/1，2026-02-06 补开", cells[0].GetAttribute("title"));
        Assert.DoesNotContain("补开", string.Concat(page.QuerySelectorAll("#MTG-02 a.cell, #MTG-01 a.cell").Select(c => c.TextContent)), StringComparison.Ordinal);   // a quarter that is done has nothing made up for

        var why = await Committee.Open(cells[0].GetAttribute("href")!);
        Assert.Contains("2026年2月6日的主题党日写明是补开这一期的。它按实际开的那天计入，这一期仍按没有按时开展列出", Text(why), StringComparison.Ordinal);
        Assert.NotNull(why.QuerySelector($"a[href='/meetings/{(await Imported()).Single(m => m.Kind == MeetingKind.PartyDay).Id}']"));
        Assert.DoesNotContain("补开这一期", Text(await Committee.Open(cells[1].GetAttribute("href")!)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_a_row_of_kinds_each_cell_speaks_for_its_own_kind_and_its_own_day()
    {
        await App.Keep(new(2026, 1, 1), House.FirstBranch, House.SecondBranch);
        await Import(Committee, """
            # 2026年第一党支部
            月份|支委会|主题党日
            2月||2.5（补1月）
            # 2026年第二党支部
            月份|支委会|主题党日
            3月|3.1（补1月）|3.2、3.4（补开2月）
            """);
        Assert.Equal("1月 ✗ 0/1 2.5 补开未完成", Words((await Committee.Open($"/units/{House.FirstBranch.Id}/year")).QuerySelector("#MTG-05 a.cell")!));
        var second = (await Committee.Open($"/units/{House.SecondBranch.Id}/year")).QuerySelectorAll("#MTG-05 a.cell").Select(Words);
        Assert.Equal(["1月 ✗ 0/1未完成", "2月 ✗ 0/1 3.4 补开未完成", "3月 ✓ 3.2、3.4已完成 2/1"], second.Take(3));
    }

    private static string Words(IElement cell) => string.Join(' ', cell.TextContent.Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries));
}
