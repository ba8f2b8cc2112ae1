using System.Net;
using AngleSharp.Dom;
using Exemplar.Meetings;
using Exemplar.Platform.Log;
using Exemplar.Platform.Security;
using Exemplar.Tests.Support;

namespace Exemplar.Tests.Agenda.Paste;

public sealed class PasteAnythingTests : HouseTests
{
    private const string Url = "/paste";
    private const string Roster = "姓名\t出生年月\t入党时间\t支部\n张三\t1980.5\t2009.7\t第一党支部";

    /// <summary>Pastes, and presses the first button that is offered (or the one whose words say so); the page it leads to.</summary>
    private static async Task<IDocument> Hand(HttpClient browser, string text, string? button = null)
    {
        var page = await Guessed(browser, text);
        var pressed = page.QuerySelectorAll("button[formaction]").First(b => button is null || b.TextContent.Contains(button, StringComparison.Ordinal));
        var answer = await browser.SendForm(page, pressed.GetAttribute("formaction")!, ("Form.Pasted", page.QuerySelector("textarea")!.TextContent));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Read();
    }

    private static async Task<IDocument> Guessed(HttpClient browser, string text)
    {
        var answer = await browser.Submit(Url, ("Form.Pasted", text));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Read();
    }

    private Task<Dictionary<string, string>> Before() => App.Snapshot();

    [Fact]
    public async Task A_roster_is_recognised_with_its_reason_and_its_text_stands_in_the_form_that_imports_it()
    {
        var before = await Before();
        var page = await Guessed(Committee, Roster);
        Assert.Equal("看起来是名册", page.QuerySelector("#guess h2")!.TextContent);
        Assert.Contains("有姓名、出生年月、入党时间、所在支部 4 列", page.QuerySelector("#guess")!.TextContent, StringComparison.Ordinal);

        var form = await Hand(Committee, Roster);
        Assert.Equal("导入名册", form.QuerySelector("h1")!.TextContent);
        Assert.Equal(Roster, form.QuerySelector("[name='Form.Pasted']")!.TextContent.Trim());
        Assert.NotEqual("", form.QuerySelector("[name='Form.AsOf']")!.GetAttribute("value"));
        Assert.Equal(before, await Before());   // nothing is kept until the page does it

        var answer = await Committee.SubmitForm(form, "/people/import", "main form[method=post]", ("Form.Pasted", Roster));
        await (await Committee.Submit(answer.Headers.Location!.OriginalString)).Leads(Committee, "已导入：新登记 1 人");
    }

    [Fact]
    public async Task A_register_goes_to_its_import()
    {
        const string register = "时间\t会议名称\t参会人员\t支部\n1月8日\t支委会\t张三\t第一党支部";
        var form = await Hand(Committee, register);
        Assert.Equal("导入以前的会议记录", form.QuerySelector("h1")!.TextContent);
        Assert.Equal(register, form.QuerySelector("[name='Form.Pasted']")!.TextContent.Trim());
    }

    [Fact]
    public async Task A_list_of_names_ticks_the_roll_of_the_meeting_that_is_chosen()
    {
        foreach (var name in (string[])["张三", "李四", "王五"]) await House.Somebody(name, House.FirstBranch);
        var meeting = Meeting.Plan(Guid.CreateVersion7(), MeetingKinds.Read().Find(MeetingKind.PartyDay)!, House.FirstBranch, new(new(2026, 3, 9), null, null, "北门", "", null, null, ["植树"]), new Act(null, null, TestApp.Start), new(2026, 3, 1)).Value!;
        await App.Given(meeting);

        var form = await Hand(Committee, "#报名\n1. 张三\n2. 王五\n3. 赵六");
        Assert.Equal("记录：第一党支部 主题党日（3月9日）", form.QuerySelector("h1")!.TextContent);
        Assert.Contains("已按名单对照，还没有保存", form.QuerySelector("#matched")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(["李四"], form.QuerySelectorAll(".roll input[type=checkbox][checked]").Select(b => b.ParentElement!.QuerySelector("label")!.TextContent));
        Assert.Equal("北门", form.QuerySelector("[name='Form.Place']")!.GetAttribute("value"));   // the rest of the form is as planned
        Assert.Equal(MeetingState.Planned, await App.Read(async db => (await db.Meetings.FindAsync(meeting.Id))!.State));
    }

    [Fact]
    public async Task The_meeting_whose_people_day_and_kind_the_list_names_stands_first()
    {
        foreach (var name in (string[])["张三", "李四", "王五"]) await House.Somebody(name, House.FirstBranch);
        foreach (var name in (string[])["周七", "吴八", "郑九"]) await House.Somebody(name, House.SecondBranch);
        foreach (var (branch, kind, day) in new[] { (House.FirstBranch, MeetingKind.PartyDay, 9), (House.SecondBranch, MeetingKind.PartyDay, 9), (House.SecondBranch, MeetingKind.Lecture, 9), (House.SecondBranch, MeetingKind.PartyDay, 6), (House.FirstBranch, MeetingKind.PartyDay, 13) })
            await App.Given(Meeting.Plan(Guid.CreateVersion7(), MeetingKinds.Read().Find(kind)!, branch, new(new(2026, 3, day), null, null, "", "", null, null, ["植树"]), new Act(null, null, TestApp.Start), new(2026, 3, 1)).Value!);

        async Task<string> First(string text) => (await Guessed(Committee, text)).QuerySelector("button[formaction*='/record']")!.TextContent;
        Assert.Equal("第一党支部 主题党日（3月9日）", await First("1. 张三\n2. 王五\n3. 赵六"));
        Assert.Equal("第一党支部 主题党日（3月13日）", await First("3月13日主题党日报名\n1. 张三\n2. 王五\n3. 李四"));
        Assert.Equal("第二党支部 主题党日（3月9日）", await First("1. 周七\n2. 吴八\n3. 赵六"));
        Assert.Equal("第二党支部 党课（3月9日）", await First("昨天党课到会\n周七到\n吴八到\n郑九请假"));
        Assert.Equal("第二党支部 主题党日（3月6日）", await First("3月6日党日\n出席：周七、吴八、郑九"));
    }

    [Fact]
    public async Task Without_a_meeting_to_tick_the_way_to_one_opens_beside_the_text()
    {
        var page = await Guessed(Committee, "张三、李四、王五");
        var door = page.QuerySelector("#guess a[target=_blank]")!;
        Assert.Equal(("/meetings/new", "先登记这次会议，再回来贴"), (door.GetAttribute("href"), door.TextContent));
        Assert.Equal("张三、李四、王五", page.QuerySelector("textarea")!.TextContent.Trim());
    }

    [Fact]
    public async Task A_notice_fills_in_a_new_meeting()
    {
        var form = await Hand(Committee, "第一党支部定于3月13日15:00召开支部党员大会，地点：三楼会议室");
        Assert.Contains("已按通知填好（第一党支部 支部党员大会），还没有保存", form.QuerySelector("#from-notice")!.TextContent, StringComparison.Ordinal);
        string? Value(string name) => form.QuerySelector($"[name='Form.{name}']")!.GetAttribute("value");
        Assert.Equal(("2026-03-13", "15:00", "三楼会议室"), (Value("HeldOn"), Value("StartsAt"), Value("Place")));
        Assert.Equal($"{House.FirstBranch.Id:N}.members", form.QuerySelector("[name='Form.What'] option[selected]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task A_plan_goes_to_the_campaign_that_reads_it_or_the_way_to_one_is_shown()
    {
        const string plan = "工作方案\n一、重点任务\n压减文件。责任单位：综合科\n二、保障措施\n加强领导。";
        var office = await As(Role.CampaignOffice, House.Office);
        Assert.Equal("/campaigns/new", (await Guessed(office, plan)).QuerySelector("#guess a[target=_blank]")!.GetAttribute("href"));
        await office.Submit("/campaigns/new", ("Form.Title", "模范机关创建"));
        var form = await Hand(office, plan);
        Assert.Equal("交讲话或方案", form.QuerySelector("h1")!.TextContent);
        Assert.Equal(plan, form.QuerySelector("[name='Form.Text']")!.TextContent.Trim());
    }

    [Fact]
    public async Task What_fits_nothing_is_said_to_and_everything_is_offered()
    {
        var before = await Before();
        var page = await Guessed(Committee, "你好，请问在吗");
        Assert.Equal("看不出是什么，请选", page.QuerySelector("#guess h2")!.TextContent);
        Assert.Equal(["名册", "会议台账", "到会、报名的名单", "会议通知", "上级要填的空表"], page.QuerySelectorAll("#guess dt").Select(dt => dt.TextContent));
        Assert.True(page.QuerySelector("#guess details")!.HasAttribute("open"));
        Assert.Equal(before, await Before());
        await (await Committee.Submit(Url, ("Form.Pasted", "  "))).Refuses("Pasted", "请先贴上内容");
    }

    [Fact]
    public async Task What_one_may_not_do_is_named_and_has_no_button()
    {
        var secretary = await As(Role.BranchSecretary, House.FirstBranch);
        var page = await Guessed(secretary, Roster);
        Assert.Contains("您的角色不办这一项", page.QuerySelector("#guess")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll("button[formaction^='/people']"));
        await (await As(Role.Member, House.FirstBranch)).IsShut(Url, HttpStatusCode.Forbidden);
    }
}
