using System.Diagnostics;
using Exemplar.Browser.Support;

namespace Exemplar.Browser;

/// <summary>A branch secretary takes a party day from the workbench's reminder to the signed record: notice, roll, receipt, signature, paper. Counts what a hand does.</summary>
public sealed class MeetingJourney(Demo demo, string userName, int width)
{
    public const int MostInputs = 12;

    public int Inputs { get; private set; }
    public double Seconds { get; private set; }

    public async Task OfTheWholeJob()
    {
        await using var visitor = await demo.SignedIn(userName, width);
        var begun = Stopwatch.GetTimestamp();
        await Plan(visitor);
        await Announce(visitor);
        await Record(visitor);
        await Sign(visitor);
        Seconds = Stopwatch.GetElapsedTime(begun).TotalSeconds;
        await Print(visitor);
        await SeeTheYear(visitor);
        await RecordFromTheGroupsList(visitor);
    }

    /// <summary>By the menu, as people go: the styles of a page come with it.</summary>
    private static async Task SeeTheYear(Visitor visitor)
    {
        await visitor.Page.Locator(".menu").GetByRole(AriaRole.Link, new() { Name = "组织生活", Exact = true }).ClickAsync();
        await Assertions.Expect(visitor.Page.Locator(".matrix td").First).ToHaveCSSAsync("text-align", "center");
        await visitor.Look("year-of-one");
        await visitor.Page.Locator(".matrix tbody th a").First.ClickAsync();
        await Assertions.Expect(visitor.Page.Locator("h1")).ToContainTextAsync("2026 年");
        await visitor.Look("branch-year");
        await visitor.Page.Locator(".menu").GetByRole(AriaRole.Link, new() { Name = "日历", Exact = true }).ClickAsync();
        await Assertions.Expect(visitor.Page.Locator("table.calendar")).ToBeVisibleAsync();
        await visitor.Look("calendar");
    }

    private async Task Plan(Visitor visitor)
    {
        var page = visitor.Page;
        await Press(page.GetByRole(AriaRole.Link, new() { NameRegex = new("^安排.+主题党日$") }));
        await Type(page.GetByLabel("日期"), "2026-11-24");
        await visitor.Look("meeting-plan");
        await Press(page.GetByRole(AriaRole.Button, new() { Name = "安排，准备通知" }));
        await Receipt(visitor, "已安排：主题党日");
    }

    private async Task Announce(Visitor visitor)
    {
        await Assertions.Expect(visitor.Page.Locator("main textarea")).ToHaveValueAsync(new System.Text.RegularExpressions.Regex("定于11月24日（周二）召开主题党日"));
        await visitor.Look("meeting-notice");
        await Press(visitor.Page.GetByRole(AriaRole.Button, new() { Name = "通知已发出" }));
        await Assertions.Expect(visitor.Page.GetByRole(AriaRole.Status).First).ToBeVisibleAsync();
    }

    private async Task Record(Visitor visitor)
    {
        var page = visitor.Page;
        await Press(page.GetByRole(AriaRole.Link, new() { Name = "开过了，记录" }));
        await Type(page.GetByLabel("开始时间"), "00:01");   // the demo's day has a real clock: nothing is recorded before it began
        await Type(page.GetByLabel("结束时间"), "02:01");
        Inputs++;
        await page.Locator(".roll input[type=checkbox]").Last.CheckAsync();
        await visitor.Look("meeting-record");
        await Press(page.GetByRole(AriaRole.Button, new() { Name = "保存" }).Last);
        await Assertions.Expect(page.GetByRole(AriaRole.Status).First).ToContainTextAsync("主题党日 2026年11月 1/1");
        await Assertions.Expect(page.GetByRole(AriaRole.Status).First).ToContainTextAsync("各 +2 学时");
        await visitor.Look("meeting");
    }

    /// <summary>Another one, of yesterday, from the group's list with the last of the roll on leave and some lines more: what was matched is saved, and not matched again.</summary>
    private static async Task RecordFromTheGroupsList(Visitor visitor)
    {
        var page = visitor.Page;
        await page.GotoAsync("/meetings/new");
        var committee = await page.Locator("#Form_What option").Filter(new() { HasTextString = "支委会" }).First.GetAttributeAsync("value");
        await page.GetByLabel("哪个单位的什么会").SelectOptionAsync(committee!);
        await page.GetByLabel("日期").FillAsync("2026-11-23");
        await page.GetByRole(AriaRole.Button, new() { Name = "安排，准备通知" }).ClickAsync();
        await Receipt(visitor, "已登记：支委会");
        await page.GetByLabel("开始时间").FillAsync("09:00");
        await page.GetByLabel("结束时间").FillAsync("11:00");
        await page.GetByLabel("主题", new() { Exact = true }).FillAsync("研究发展党员工作");
        var names = await page.Locator(".roll label").AllInnerTextsAsync();
        await page.GetByText("粘贴群里报名的名单").ClickAsync();
        await page.GetByLabel("群里报名的名单").FillAsync(string.Join('\n', names.Select((name, n) => $"{n + 1}. {name.Split('（')[0]}{(n == names.Count - 1 ? " 请假" : "")}")));
        await page.GetByRole(AriaRole.Button, new() { Name = "对照名单" }).ClickAsync();
        await Assertions.Expect(page.GetByText("已按名单对照，还没有保存：没到 1 人")).ToBeVisibleAsync();
        await page.Locator(".notice.good").ScrollIntoViewIfNeededAsync();
        await visitor.Look("meeting-matched");
        await page.GetByRole(AriaRole.Button, new() { Name = "再加几项" }).ClickAsync();
        await Assertions.Expect(page.GetByText("第 4 项")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "保存" }).Last.ClickAsync();
        await Receipt(visitor, "已记录：支委会");
    }

    private async Task Sign(Visitor visitor)
    {
        await Press(visitor.Page.GetByRole(AriaRole.Link, new() { Name = "签字", Exact = true }));
        await visitor.Look("meeting-sign");
        await Press(visitor.Page.GetByRole(AriaRole.Button, new() { Name = "记录无误，签字" }));
        await Assertions.Expect(visitor.Page.GetByRole(AriaRole.Status).First).ToContainTextAsync("签字");
        await Assertions.Expect(visitor.Page.GetByText("已签字").First).ToBeVisibleAsync();
    }

    private static async Task Print(Visitor visitor)
    {
        var paper = await visitor.Page.RunAndWaitForDownloadAsync(() => visitor.Page.GetByRole(AriaRole.Link, new() { Name = "会议记录", Exact = true }).ClickAsync());
        Assert.EndsWith(".docx", paper.SuggestedFilename, StringComparison.Ordinal);
        Assert.True(new FileInfo(await paper.PathAsync()).Length > 4000);
    }

    /// <summary>By the keyboard on a desk, by the finger on a phone.</summary>
    private async Task Press(ILocator target)
    {
        Inputs++;
        if (width < 500) await target.ClickAsync();
        else await target.PressAsync("Enter");
    }

    private async Task Type(ILocator field, string text)
    {
        Inputs++;
        await field.FillAsync(text);
    }

    private static Task Receipt(Visitor visitor, string words) => Assertions.Expect(visitor.Page.GetByRole(AriaRole.Status).First).ToContainTextAsync(words);
}
