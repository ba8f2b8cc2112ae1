using Exemplar.Browser.Support;

namespace Exemplar.Browser;

/// <summary>
/// The main job: one measure of a speech goes from proposal to acceptance. The leading group's office reviews and issues,
/// the department reports, the supervision desk accepts.
/// </summary>
public sealed class MeasureJourney(Demo demo, int width, bool script = true)
{
    private const string Owner = "综合科";

    /// <summary>The speech that the demo has left for somebody's review.</summary>
    public async Task OfTheDemosSpeech()
    {
        await using var office = await demo.SignedIn(demo.Logins[0].UserName, width, script);
        await office.Look("workbench");
        await office.Page.GetByRole(AriaRole.Link, new() { Name = "去审核" }).First.ClickAsync();
        await FromTheReviewOn(office);
    }

    /// <summary>Any other speech, pasted.</summary>
    public async Task OfThisSpeech(string text)
    {
        await using var office = await demo.SignedIn(demo.Logins[0].UserName, width, script);
        await office.Page.GotoAsync("/campaigns");
        await office.Look("campaigns");
        await office.Page.Locator("tbody a").First.ClickAsync();
        await office.Page.GetByRole(AriaRole.Link, new() { Name = "交讲话或方案" }).ClickAsync();
        await office.Look("hand-in");
        await office.Page.GetByLabel("或者粘贴全文").FillAsync(text);
        await office.Page.GetByRole(AriaRole.Button, new() { Name = "读取" }).ClickAsync();
        await FromTheReviewOn(office);
    }

    private async Task FromTheReviewOn(Visitor office)
    {
        await Assertions.Expect(office.Page.Locator(".review-summary")).ToBeVisibleAsync();
        await office.Look("review");
        var title = await Adjust(office);
        await Issue(office, title);
        await Report(title);
        await Accept(title);
    }

    /// <summary>Gives the first measure that waits an owner and a date, which accepts it.</summary>
    private static async Task<string> Adjust(Visitor office)
    {
        var page = office.Page;
        var review = page.Url;
        var anchor = await page.Locator(".proposal.pending:has(dt:text-is('牵头'))").First.GetAttributeAsync("id");
        await page.Locator($"#{anchor}").GetByRole(AriaRole.Link, new() { Name = "修改" }).ClickAsync();

        var form = page.Locator(".proposal.editing form");
        await Assertions.Expect(form).ToBeVisibleAsync();
        await office.Look("adjust");
        var title = (await form.GetByLabel("名称").InputValueAsync()).Trim();
        var owners = form.Locator("fieldset#Form_Owners");
        foreach (var box in await owners.GetByRole(AriaRole.Checkbox).AllAsync()) await box.UncheckAsync();
        await owners.GetByLabel(Owner, new() { Exact = true }).CheckAsync();
        await form.GetByLabel("完成时限").FillAsync("2026-12-18");
        await form.GetByRole(AriaRole.Button, new() { Name = "保存并采纳" }).ClickAsync();

        await Assertions.Expect(page.Locator($"#{anchor}.accepted")).ToContainTextAsync("2026年12月18日");
        await page.GotoAsync(review);
        return title;
    }

    private static async Task Issue(Visitor office, string title)
    {
        await office.Page.GetByRole(AriaRole.Link, new() { Name = "去下达" }).ClickAsync();
        await Assertions.Expect(office.Page.Locator("tbody")).ToContainTextAsync(title);
        await office.Look("issue");
        await office.Page.GetByRole(AriaRole.Button, new() { Name = "下达", Exact = true }).ClickAsync();
        await Assertions.Expect(office.Page.GetByRole(AriaRole.Status).First).ToContainTextAsync("已下达");
        await office.Look("overview");
    }

    private async Task Report(string title)
    {
        await using var department = await demo.SignedIn("dept1", width, script);
        await Find(department, title, "Open");
        await department.Look("task-to-report");
        await department.Page.GetByLabel("办理情况").FillAsync("已办完，清单在科室留存。");
        await department.Page.GetByRole(AriaRole.Button, new() { Name = "报结，请验收" }).ClickAsync();
        await Assertions.Expect(department.Page.GetByRole(AriaRole.Status).First).ToContainTextAsync("已报结");
        await department.Look("task-reported");
    }

    private async Task Accept(string title)
    {
        await using var desk = await demo.SignedIn("desk", width, script);
        await Find(desk, title, "Submitted");
        await desk.Look("task-to-accept");
        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "验收", Exact = true }).ClickAsync();
        await Assertions.Expect(desk.Page.GetByRole(AriaRole.Status).First).ToContainTextAsync("已验收");

        Assert.Equal(["下达", "报结", "验收"], await desk.Page.Locator(".history li > strong").AllInnerTextsAsync());
        await desk.Look("task-accepted");
    }

    /// <summary>Through the list, as somebody would who knows the name of the task.</summary>
    private static async Task Find(Visitor visitor, string title, string show)
    {
        var page = visitor.Page;
        await page.GetByRole(AriaRole.Link, new() { Name = "任务", Exact = true }).First.ClickAsync();
        await visitor.Look("tasks");
        await page.GetByLabel("范围").SelectOptionAsync(show);
        await page.GetByLabel("名称含有").FillAsync(title);
        await page.GetByRole(AriaRole.Button, new() { Name = "查找" }).ClickAsync();
        await page.WaitForURLAsync(url => url.Contains($"Show={show}", StringComparison.Ordinal) && url.Contains("Text=%", StringComparison.Ordinal));
        await page.Locator("#tasks").GetByRole(AriaRole.Link, new() { Name = title }).First.ClickAsync();
        await Assertions.Expect(page.Locator("h1")).ToContainTextAsync(title);
    }
}
