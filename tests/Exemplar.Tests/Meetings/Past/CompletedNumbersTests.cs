using Exemplar.Meetings;
using Exemplar.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Exemplar.Tests.Meetings.Past;

/// <summary>Two registers tell of the same meetings: what the first says nothing of, the second may bring.</summary>
public sealed class CompletedNumbersTests : RegisterHouse
{
    private const string Summary = "# 第一党支部\n时间|会议类型|主题\n2026-01-15|主题党日|参观\n2026-02-06|主题党日|走访";
    private const string Numbers = "# 第一党支部\n时间|会议类型|主题|应到|实到\n2026-01-15|主题党日|参观|6|5\n2026-02-06|主题党日|走访||\n2026-03-03|支委会|研究计划|3|3";

    [Fact]
    public async Task Numbers_that_a_summary_left_open_are_brought_by_the_register_that_says_them()
    {
        await Import(Committee, Summary);
        var url = await Upload(Committee, Numbers);
        var text = Text(await Committee.Open(url));
        Assert.Contains("导入 1 次会议，没有说清 0 次，已在册 2 次", text, StringComparison.Ordinal);
        Assert.Contains("已在册的里有 1 次原来没有人数", text, StringComparison.Ordinal);
        Assert.Contains("补上应到 6 人，实到 5 人", text, StringComparison.Ordinal);

        Assert.Contains("已在册 2 次，没有重复登记，其中 1 次补上了人数", Text(await Confirm(Committee, url)), StringComparison.Ordinal);
        var first = (await Imported()).OrderBy(m => m.HeldOn).First();
        Assert.Equal(new MeetingNumbers(6, 5), first.Numbers);
        Assert.Equal(2, (await LogOf(first.Id)).Count);
        Assert.Null((await Imported()).OrderBy(m => m.HeldOn).ElementAt(1).Numbers.Present);

        await Committee.Submit(await Upload(Committee, Numbers));
        Assert.Equal(2, (await LogOf(first.Id)).Count);   // what is there stays
    }

    [Fact]
    public async Task A_register_that_brings_nothing_but_numbers_is_taken_too_and_what_somebody_entered_is_left()
    {
        await Import(Committee, Summary);
        var id = (await Imported()).OrderBy(m => m.HeldOn).First().Id;
        var url = await Upload(Committee, "# 第一党支部\n时间|会议类型|主题|应到|实到\n2026-01-15|主题党日|参观|6|5");
        Assert.Equal("补上 1 次的人数", (await Committee.Open(url)).QuerySelector(".buttons button.primary")!.TextContent);
        await Confirm(Committee, url);
        Assert.Equal(5, (await Imported()).Single(m => m.Id == id).Numbers.Present);

        url = await Upload(Committee, "# 第一党支部\n时间|会议类型|主题|应到|实到\n2026-01-15|主题党日|参观|6|4");
        Assert.DoesNotContain("补上", Text(await Committee.Open(url)), StringComparison.Ordinal);
        Assert.Equal(2, await App.Read(db => db.ImportedRegisters.CountAsync(r => r.WithdrawnAt == null)));
    }
}
