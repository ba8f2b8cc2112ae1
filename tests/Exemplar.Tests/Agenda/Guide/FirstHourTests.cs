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
        Assert.Equal(["导入名册", "导入去年和今年的台账", "导入换届情况", "核对：哪里缺、哪里不对", "打印：拿到手里"], workbench.QuerySelectorAll("ol.first-steps li").Select(li => li.TextContent.Replace("还没做", "", StringComparison.Ordinal).Trim()));
        Assert.Equal("/people/import", workbench.QuerySelector(".first-hour-card .button.primary")!.GetAttribute("href"));
        Assert.Contains("应到名单", workbench.QuerySelector(".first-hour-card")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(["还没做", "还没做", "还没做", "还没做", "还没做"], States(await Committee.Open(Url)));
        Assert.Contains(workbench.QuerySelectorAll("nav.menu a"), a => a.GetAttribute("href") == Url);
    }

    [Fact]
    public async Task What_is_on_record_needs_no_tick_and_each_page_leads_to_the_next()
    {
        Assert.Contains("第一小时 · 名册", await Hint("/people/import"), StringComparison.Ordinal);
        await House.Somebody("张三", House.General, House.FirstBranch);
        Assert.Equal(["做好了", "还没做", "还没做", "还没做", "还没做"], States(await Committee.Open(Url)));
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
        await Say(Committee, FirstHour.Choice.Skip, FirstStep.Terms);
        await Say(Committee, FirstHour.Choice.Done, FirstStep.Review);
        Assert.NotNull((await Committee.Open("/")).QuerySelector(".first-hour-card"));
        var page = await Say(Committee, FirstHour.Choice.Done, FirstStep.Print);
        Assert.Equal(["先跳过", "先跳过", "先跳过", "做好了", "做好了"], States(page));
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

    [Fact]
    public async Task A_date_of_election_on_record_is_the_step_of_terms_and_its_page_leads_on()
    {
        Assert.Contains("第一小时 · 换届", await Hint("/terms/import"), StringComparison.Ordinal);
        Assert.Equal("", await Hint("/terms"));   // nothing was imported just now
        await App.Elected(House.FirstBranch, new(2024, 5, 12));
        var page = await Committee.Open(Url);
        Assert.Equal("做好了", States(page)[2]);
        Assert.Contains("已有 1 个党组织登记了换届日期", page.QuerySelector("#terms")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("届满", page.QuerySelector("#terms")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("换届：做好了", await Hint("/terms/import"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_the_first_register_another_is_offered_before_the_next_step()
    {
        await App.Keep(new(2026, 1, 1), House.FirstBranch);
        var register = await Committee.SubmitFile("/meetings/past", "Form.File", "台账.xlsx", WorkbookText.Bytes("# 台账\n支部|时间|会议类型|主题\n第一党支部|2026-02-03|主题党日|学习"));
        var url = register.Headers.Location!.OriginalString;
        var done = await (await Committee.SubmitForm(await Committee.Open(url), url, "main form[method=post]", ("Form.Choice", "Confirm"))).Leads(Committee, "已导入");
        var hint = done.QuerySelector(".guide-hint")!;
        Assert.Equal(["再导入一份", "去导入名册"], hint.QuerySelectorAll("a").Select(a => a.TextContent));
        Assert.Equal("/meetings/past", hint.QuerySelector("a")!.GetAttribute("href"));
        Assert.Contains("再导入一份", (await Committee.Open(Url)).QuerySelector("#registers")!.TextContent, StringComparison.Ordinal);
    }

    /// <summary>Files of one upload: while any waits, the bar leads there and not to the next step.</summary>
    [Fact]
    public async Task While_files_that_were_handed_in_wait_the_bar_leads_to_them_first()
    {
        await App.Keep(new(2026, 1, 1), House.FirstBranch);
        (string, byte[]) File(int month) => ($"{month}月.xlsx", WorkbookText.Bytes($"# 台账\n支部|时间|会议类型|主题\n第一党支部|2026-0{month}-03|主题党日|学习"));
        var answer = await Committee.SubmitFiles("/meetings/past", "Form.File", [File(1), File(2), File(3)]);
        const string Together = "/meetings/past/together";
        Assert.Equal(Together, answer.Headers.Location!.OriginalString);
        Assert.Contains("核对这 3 份；都核对完了，下一步：名册", await Hint(Together), StringComparison.Ordinal);
        var files = (await Committee.Open(Together)).QuerySelectorAll("#files a").Select(a => a.GetAttribute("href")!).ToList();
        Assert.Contains("这是 3 份里的一份；都核对完了，下一步：名册", await Hint(files[0]), StringComparison.Ordinal);
        await Committee.SubmitForm(await Committee.Open(files[0]), files[0], "main form[method=post]", ("Form.Choice", "Confirm"));

        var list = (await Committee.Open("/meetings")).QuerySelector(".guide-hint")!;
        Assert.Contains("还有 2 份没有核对，先接着核对；都核对完了，下一步：名册", list.TextContent, StringComparison.Ordinal);
        Assert.Equal([("接着核对", Together)], list.QuerySelectorAll("a").Select(a => (a.TextContent, a.GetAttribute("href")!)));
        await Committee.SubmitForm(await Committee.Open(files[1]), files[1], "main form[method=post]", ("Form.Choice", "Confirm"));
        Assert.Equal([("接着核对", files[2])], (await Committee.Open("/meetings")).QuerySelectorAll(".guide-hint a").Select(a => (a.TextContent, a.GetAttribute("href")!)));
        Assert.Contains("这是最后一份", await Hint(files[2]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_minutes_of_the_steps_add_up_to_what_the_page_promises()
    {
        var page = await Committee.Open(Url);
        Assert.Contains("5 步一共约十分钟", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(["约三分钟", "约四分钟", "约一分钟", "约一分钟", "约一分钟"], page.QuerySelectorAll("ol.first-hour h2 small").Select(s => s.TextContent));
    }

    private async Task<string> Hint(string url) => (await Committee.Open(url)).QuerySelector(".guide-hint")?.TextContent ?? "";
}
