using System.Globalization;
using Exemplar.Browser.Support;
using Xunit.Abstractions;

namespace Exemplar.Browser;

[Collection(nameof(DemoOffice))]
public sealed class MeetingJourneyTests(Demo demo, ITestOutputHelper output)
{
    [Theory]
    [InlineData(1440, "branch5")]
    [InlineData(390, "branch8")]
    public async Task A_party_day_goes_from_its_reminder_to_the_signed_page_in_a_dozen_inputs(int width, string userName)
    {
        var journey = new MeetingJourney(demo, userName, width);
        await journey.OfTheWholeJob();
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{width}: {journey.Inputs} inputs, {journey.Seconds:0.0} s with every page looked at"));
        Assert.True(journey.Inputs <= MeetingJourney.MostInputs, $"{journey.Inputs} inputs");
    }

    [Fact]
    public async Task What_a_pasted_list_says_is_not_undone_by_an_older_draft()
    {
        await using var visitor = await demo.SignedIn("branch2", 390);
        var page = visitor.Page;
        await page.GotoAsync("/meetings/new");
        await page.GetByLabel("哪个单位的什么会").SelectOptionAsync(new SelectOptionValue { Label = "支委会" });
        await page.GetByLabel("日期").FillAsync("2026-11-23");
        await page.GetByRole(AriaRole.Button, new() { Name = "已经开过，接着记录" }).ClickAsync();
        await Assertions.Expect(page.Locator("h1")).ToContainTextAsync("记录：");

        var names = (await page.Locator(".roll label").AllTextContentsAsync()).Select(n => n.Trim()).ToList();
        await page.Locator("summary").ClickAsync();
        await page.GetByLabel("群里报名的名单").FillAsync($"1. {names[0]}\n2、{names[1]} 请假 下乡");
        await page.GetByRole(AriaRole.Button, new() { Name = "对照名单" }).ClickAsync();
        await Assertions.Expect(page.GetByText("已按名单对照，还没有保存")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator(".roll input[type=checkbox]:checked")).ToHaveCountAsync(names.Count - 1);
        await Assertions.Expect(page.Locator(".roll input[type=checkbox]").First).Not.ToBeCheckedAsync();
        await visitor.Look("meeting-matched");
    }
}
