using System.Text.RegularExpressions;

namespace Exemplar.Browser.Support;

/// <summary>The list of the supervision desk: narrowed, ticked, and something done with what is ticked.</summary>
public sealed class DeskList(Visitor desk, bool script = true)
{
    private readonly IPage page = desk.Page;

    public ILocator Rows => page.Locator("#shares tbody tr");

    public Task Open() => page.GotoAsync("/supervision?Show=Open");

    /// <summary>One unit's part of the list that is open.</summary>
    public async Task Of(string unit)
    {
        await page.GetByRole(AriaRole.Link, new() { NameRegex = new("^各单位") }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = unit, Exact = true }).ClickAsync();
        await Assertions.Expect(Rows.First).ToContainTextAsync(unit);
        await Assertions.Expect(Rows.Filter(new() { HasNotText = unit })).ToHaveCountAsync(0);
    }

    /// <summary>With scripts the list follows the choice by itself.</summary>
    public async Task Narrow(string label, string value)
    {
        var select = page.GetByLabel(label, new() { Exact = true });
        var name = await select.GetAttributeAsync("name");
        await select.SelectOptionAsync(value);
        if (!script) await page.GetByRole(AriaRole.Button, new() { Name = "查找" }).ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync(new Regex($"[?&]{name}={value}(&|$)"));
    }

    public async Task Tick(string unit, IEnumerable<string> titles)
    {
        foreach (var title in titles) await page.GetByLabel($"选 {unit} 的 {title}", new() { Exact = true }).CheckAsync();
    }

    public async Task TickAll()
    {
        foreach (var box in await Rows.GetByRole(AriaRole.Checkbox).AllAsync()) await box.CheckAsync();
    }

    public Task Press(string button) => page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();
}
