using System.Net;
using AngleSharp.Dom;
using Exemplar.Agenda.Guide;
using Exemplar.Platform.Security;
using Exemplar.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Exemplar.Tests.Agenda.Guide;

public sealed class FirstHourTests : HouseTests
{
    private const string Url = "/first-hour";

    /// <summary>An empty house: nobody is on the roster but who is signed in.</summary>
    private static List<string> States(IDocument page) => [.. page.QuerySelectorAll("ol.first-hour > li .badge").Select(b => b.TextContent)];

    private static async Task<IDocument> Say(HttpClient browser, FirstHour.Choice choice, FirstStep? step = null)
    {
        var page = await browser.Open(Url);
        var answer = await browser.SendForm(page, Url, [("Form.Choice", $"{choice}"), .. step is { } s ? [("Form.Step", $"{s}")] : Array.Empty<(string, string)>()]);
        return await browser.Open(answer.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task An_empty_house_is_told_what_to_do_first_with_what_is_gained_by_it()
    {
        var workbench = await Committee.Open("/");
        Assert.Equal(["导入名册", "导入去年和今年的台账", "核对：哪里缺、哪里不对", "打印：拿到手里"], workbench.QuerySelectorAll("ol.first-steps li").Select(li => li.TextContent.Replace("还没做", "", StringComparison.Ordinal).Trim()));
        Assert.Equal("/people/import", workbench.QuerySelector(".first-hour-card .button.primary")!.GetAttribute("href"));
        Assert.Contains("应到名单", workbench.QuerySelector(".first-hour-card")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(["还没做", "还没做", "还没做", "还没做"], States(await Committee.Open(Url)));
        Assert.Contains(workbench.QuerySelectorAll("nav.menu a"), a => a.GetAttribute("href") == Url);
    }

    [Fact]
    public async Task What_is_on_record_needs_no_tick_and_each_page_leads_to_the_next()
    {
        Assert.Contains("第一小时 · 名册", await Hint("/people/import"), StringComparison.Ordinal);
        await House.Somebody("张三", House.General, House.FirstBranch);
        Assert.Equal(["做好了", "还没做", "还没做", "还没做"], States(await Committee.Open(Url)));
        Assert.Contains("名册里有 1 人", (await Committee.Open(Url)).QuerySelector("#roster")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("下一步：往年台账", await Hint("/people/import"), StringComparison.Ordinal);
        Assert.Equal("/meetings/past", (await Committee.Open("/people/import")).QuerySelector(".guide-hint a")!.GetAttribute("href"));
        Assert.Equal("", await Hint("/people"));
    }

    [Fact]
    public async Task A_step_may_be_skipped_and_taken_up_again_and_both_are_on_record()
    {
        var page = await Say(Committee, FirstHour.Choice.Skip, FirstStep.Roster);
        Assert.Equal("好。下一步：往年台账。", page.Receipt());
        Assert.Equal("先跳过", States(page)[0]);
        Assert.Equal("/meetings/past", (await Committee.Open("/")).QuerySelector(".first-hour-card .button.primary")!.GetAttribute("href"));
        await Say(Committee, FirstHour.Choice.Skip, FirstStep.Roster);   // pressed twice, said once
        Assert.Equal("还没做", States(await Say(Committee, FirstHour.Choice.TakeUp, FirstStep.Roster))[0]);

        var mark = await App.Read(db => db.FirstHourMarks.SingleAsync());
        Assert.NotNull(mark.TakenBackAt);
        Assert.Equal(["guide.follow", "guide.follow"], await LogOf(mark.Id));
    }

    [Fact]
    public async Task Looking_and_printing_leave_no_record_so_whoever_did_it_says_so_and_the_card_goes_when_all_is_done()
    {
        await Say(Committee, FirstHour.Choice.Skip, FirstStep.Roster);
        await Say(Committee, FirstHour.Choice.Skip, FirstStep.Registers);
        await Say(Committee, FirstHour.Choice.Done, FirstStep.Review);
        Assert.NotNull((await Committee.Open("/")).QuerySelector(".first-hour-card"));
        var page = await Say(Committee, FirstHour.Choice.Done, FirstStep.Print);
        Assert.Equal(["先跳过", "先跳过", "做好了", "做好了"], States(page));
        Assert.Null((await Committee.Open("/")).QuerySelector(".first-hour-card"));
        Assert.Equal("", await Hint("/people/import"));
    }

    [Fact]
    public async Task Put_away_it_leaves_the_workbench_of_that_account_only_and_can_be_put_back()
    {
        var other = App.As(await House.Account("另一人", (Role.CommitteeOffice, House.Office)));
        await Say(Committee, FirstHour.Choice.PutAway);
        Assert.Null((await Committee.Open("/")).QuerySelector(".first-hour-card"));
        Assert.NotNull((await other.Open("/")).QuerySelector(".first-hour-card"));
        await Say(Committee, FirstHour.Choice.PutBack);
        Assert.NotNull((await Committee.Open("/")).QuerySelector(".first-hour-card"));
    }

    [Fact]
    public async Task A_secretary_is_shown_the_steps_that_are_theirs_and_says_nothing_of_others()
    {
        var secretary = await As(Role.BranchSecretary, House.FirstBranch);
        Assert.Equal(["registers", "review", "print"], (await secretary.Open(Url)).QuerySelectorAll("ol.first-hour > li").Select(li => li.Id));
        var answer = await secretary.SendForm(await secretary.Open(Url), Url, ("Form.Choice", "Skip"), ("Form.Step", "Roster"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await secretary.SendForm(await secretary.Open(Url), Url, ("Form.Choice", "Done"))).StatusCode);
        Assert.Equal(0, await App.Read(db => db.FirstHourMarks.CountAsync()));
    }

    [Fact]
    public async Task Who_begins_nothing_here_sees_none_of_it()
    {
        foreach (var role in (Role[])[Role.Member, Role.SystemAdministrator, Role.SuperiorInspector])
        {
            var browser = await As(role, House.Office);
            await browser.IsShut(Url, HttpStatusCode.Forbidden);
            Assert.Null((await browser.Open("/")).QuerySelector(".first-hour-card"));
        }
    }

    private async Task<string> Hint(string url) => (await Committee.Open(url)).QuerySelector(".guide-hint")?.TextContent ?? "";
}
