using System.Net;
using AngleSharp.Dom;
using Exemplar.Platform.Security;
using Exemplar.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Exemplar.Tests.Agenda.Guide;

public sealed class SampleFileTests : HouseTests
{
    private async Task<byte[]> Sample(string name) => await Committee.GetByteArrayAsync($"/first-hour/sample?of={name}");

    private async Task<string> HandIn(string url, string name)
    {
        var answer = await Committee.SubmitFile(url, "Form.File", $"{name}.xlsx", await Sample(name));
        Assert.True(answer.StatusCode == HttpStatusCode.Redirect, (await answer.Read()).QuerySelector("main")?.TextContent);
        return answer.Headers.Location!.OriginalString;
    }

    [Fact]
    public async Task Both_can_be_handed_in_as_they_are_and_taken_out_again_until_the_house_is_empty_as_before()
    {
        var before = await Counts();
        var roster = await HandIn("/people/import", "roster");
        Assert.Contains("已略去不需要的列：手机号", Text(await Committee.Open(roster)), StringComparison.Ordinal);
        var people = await Committee.Submit(roster);
        await people.Leads(Committee, "已导入：新登记 19 人，变动 0 人，无变动 0 人，设立单位 3 个");

        var register = await HandIn("/meetings/past", "register");
        var page = await Committee.Open(register);
        Assert.Contains("没有说清", Text(page), StringComparison.Ordinal);   // a word of their own and a month without a day: this is what the preview is for
        Assert.Equal(["固定党日"], page.QuerySelectorAll("input[name$='.Word']").Select(i => i.GetAttribute("value")));
        var said = await Committee.SubmitForm(page, register, "main form[method=post]", ("Form.Choice", "Recheck"), ("Form.Kinds[0].Kind", "party-day"));
        Assert.Contains("先导入其余 22 次，没有说清的 1 次以后再定", Text(await Committee.Open(said.Headers.Location!.OriginalString)), StringComparison.Ordinal);
        var meetings = await Committee.Submit(register);
        var list = await meetings.Leads(Committee, "已导入：3 个单位 22 次会议");
        Assert.Contains("下一步：换届", list.QuerySelector(".guide-hint")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(["/meetings/past", "/terms/import"], list.QuerySelectorAll(".guide-hint a").Select(a => a.GetAttribute("href")).Order(StringComparer.Ordinal));
        App.Clock.Advance(TimeSpan.FromHours(2));
        Assert.Null((await Committee.Open("/meetings")).QuerySelector(".guide-hint"));   // on other days the list is a list

        Assert.Contains("导入的登记表请先撤回", Text(await Committee.Open(people.Headers.Location!.OriginalString)), StringComparison.Ordinal);
        var id = await App.Read(db => db.ImportedRegisters.Select(r => r.Id).SingleAsync());
        await (await Committee.Submit($"/meetings/imports/{id}")).Leads(Committee, "已撤回");
        await (await Committee.Submit(people.Headers.Location!.OriginalString)).Leads(Committee, "已撤回");
        Assert.Equal(before, await Counts());
    }

    [Fact]
    public async Task Other_names_are_not_found_and_only_who_follows_the_guide_may_have_them()
    {
        Assert.Equal(HttpStatusCode.NotFound, (await Committee.GetAsync("/first-hour/sample?of=else")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await (await As(Role.Member, House.FirstBranch)).GetAsync("/first-hour/sample?of=roster")).StatusCode);
    }

    private static string Text(IDocument page) => page.QuerySelector("main")!.TextContent;

    private Task<(int, int, int, int, int)> Counts() => App.Read(async db => (await db.People.CountAsync(), await db.Units.CountAsync(), await db.Meetings.CountAsync(), await db.Memberships.CountAsync(), await db.Standings.CountAsync()));
}
