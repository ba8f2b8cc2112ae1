using Exemplar.Browser.Support;

namespace Exemplar.Browser;

/// <summary>
/// A month of supervision in one department: it reports two tasks and asks for time for a third, the desk judges all three
/// in one press and reopens one, the department and the leader see what came of it.
/// </summary>
public sealed class SupervisionJourney(Demo demo, string userName, string unit, int width, bool script = true)
{
    private const string Late = "开展蹲点调研（2026年四季度）";
    private const string Later = "开展蹲点调研（2027年一季度）";
    private const string Reopened = "举办业务知识竞赛";

    public async Task OfTheWholeMonth()
    {
        await Answer();
        await using var desk = await demo.SignedIn("desk", width);
        await Narrow(desk);
        await JudgeAll(desk);
        await Reopen(desk);
        await new DeskPapers(desk).HandOut(unit, [Late, Reopened]);
        await ReadTheOutcome();
        await Lead();
    }

    /// <summary>What must work in any browser: desk, judgement, receipt.</summary>
    public async Task OfOneJudgement()
    {
        await Answer();
        await using var desk = await demo.SignedIn("desk", width, script);
        await JudgeAll(desk);
    }

    private async Task Answer()
    {
        await using var department = await demo.SignedIn(userName, width, script);
        foreach (var title in (string[])[Reopened, Later])
        {
            await Find(department, title);
            await department.Page.GetByLabel("办理情况").FillAsync("已办完，记录在科室留存。");
            await department.Page.GetByRole(AriaRole.Button, new() { Name = "报结，请验收" }).ClickAsync();
            await Receipt(department, "已报结");
        }

        await Find(department, Late);
        await department.Page.GetByRole(AriaRole.Link, new() { Name = "申请延期" }).ClickAsync();
        await department.Page.GetByLabel("延到").FillAsync("2027-01-15");
        await department.Page.GetByLabel("理由和目前进展").FillAsync("调研点尚未全部走到，已完成三个。");
        await department.Look("extension-ask");
        await department.Page.GetByRole(AriaRole.Button, new() { Name = "申请", Exact = true }).ClickAsync();
        await Receipt(department, "已申请延到 2027年1月15日");
        await department.Look("extension-asked");
    }

    private async Task Narrow(Visitor desk)
    {
        var list = new DeskList(desk, script);
        await desk.Page.Locator(".menu").GetByRole(AriaRole.Link, new() { Name = "督办", Exact = true }).ClickAsync();
        await Assertions.Expect(desk.Page.Locator("h1")).ToHaveTextAsync("督办");
        await desk.Look("supervision");
        await list.Narrow("颜色", "Red");
        await Assertions.Expect(list.Rows.Filter(new() { HasNotText = "红色" })).ToHaveCountAsync(0);
        await Assertions.Expect(list.Rows.First).ToContainTextAsync("红色");
        await desk.Look("supervision-red");

        await list.Narrow("颜色", "");
        await list.Narrow("范围", "AskedTime");
        await Assertions.Expect(list.Rows.Filter(new() { HasText = unit })).ToContainTextAsync("申请延到 2027-01-15");
        await Assertions.Expect(list.Rows.Filter(new() { HasNotText = "申请延到" })).ToHaveCountAsync(0);
        await desk.Look("supervision-asked");
    }

    private async Task JudgeAll(Visitor desk)
    {
        var list = new DeskList(desk, script);
        await list.Open();
        await list.Of(unit);
        await list.Tick(unit, [Late, Later, Reopened]);
        await list.Press("验收、审批延期");
        await Assertions.Expect(desk.Page.Locator("li.pick")).ToHaveCountAsync(3);
        await Assertions.Expect(desk.Page.Locator("li.pick").Filter(new() { HasText = "同意延到 2027年1月15日" })).ToContainTextAsync($"{unit}：{Late}");
        await desk.Look("supervision-judge");

        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "办理勾选的" }).ClickAsync();
        await Receipt(desk, "已验收 2 份，已同意延期 1 份");
        await desk.Look("supervision-judged");
    }

    private async Task Reopen(Visitor desk)
    {
        var list = new DeskList(desk, script);
        await list.Open();
        await list.Of(unit);
        await list.Narrow("范围", "All");
        await desk.Page.Locator("#shares").GetByRole(AriaRole.Link, new() { Name = Reopened }).ClickAsync();
        await desk.Page.GetByRole(AriaRole.Link, new() { Name = "发现没有真正办到，退回重新办理" }).ClickAsync();
        await desk.Page.GetByLabel("理由").FillAsync("抽查发现只有通知，没有办。");
        await desk.Look("reopen");
        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "退回重新办理" }).ClickAsync();
        await Receipt(desk, $"已退回{unit}重新办理");
        Assert.Equal(["报结", "验收", "重新办理"], (await desk.Page.Locator(".history li > strong").AllInnerTextsAsync()).TakeLast(3));
        await desk.Look("reopened");
    }

    private async Task ReadTheOutcome()
    {
        await using var department = await demo.SignedIn(userName, width, script);
        await department.Page.GetByRole(AriaRole.Link, new() { Name = "消息", Exact = true }).ClickAsync();
        var newest = department.Page.Locator(".events li");
        await Assertions.Expect(newest.Nth(0)).ToContainTextAsync("重新办理");
        await Assertions.Expect(newest.Nth(0)).ToContainTextAsync("抽查发现只有通知，没有办。");
        await Assertions.Expect(newest.Filter(new() { HasText = "同意延期到 2027年1月15日" })).ToContainTextAsync(Late);
        await Assertions.Expect(newest.Filter(new() { HasText = Later }).First).ToContainTextAsync("验收");
        await department.Look("messages");
    }

    private async Task Lead()
    {
        await using var leader = await demo.SignedIn("leader", width, script);
        var figures = leader.Page.Locator(".figures .figure");
        await Assertions.Expect(figures.Filter(new() { HasText = "任务（份）" }).Locator("strong")).Not.ToHaveTextAsync("0");
        await Assertions.Expect(figures.Filter(new() { HasText = "已办结" }).Locator("strong")).Not.ToHaveTextAsync("0");
        await leader.Look("workbench-leader");
    }

    private static Task Receipt(Visitor visitor, string words) => Assertions.Expect(visitor.Page.GetByRole(AriaRole.Status).First).ToContainTextAsync(words);

    private static async Task Find(Visitor department, string title)
    {
        await department.Page.GotoAsync("/tasks?Show=Open");
        await department.Page.Locator("#tasks").GetByRole(AriaRole.Link, new() { Name = title }).First.ClickAsync();
        await Assertions.Expect(department.Page.Locator("h1")).ToHaveTextAsync(title);
    }
}
