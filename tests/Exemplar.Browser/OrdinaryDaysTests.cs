using System.Text.RegularExpressions;
using Exemplar.Browser.Support;

namespace Exemplar.Browser;

/// <summary>What happens on ordinary days: the line breaks, the mouse is gone, somebody wants it on paper.</summary>
[Collection(nameof(DemoOffice))]
public sealed class OrdinaryDaysTests(Demo demo)
{
    [Fact]
    public async Task What_was_typed_survives_a_cut_line_and_a_reload_and_is_gone_once_it_is_saved()
    {
        await using var visitor = await demo.SignedIn("dept3");
        var page = visitor.Page;
        await page.GotoAsync("/tasks?Show=Open");
        await Open(page, "a[href^='/assignments/']");
        var text = page.GetByLabel("办理情况");
        await text.FillAsync("写到一半断了线");
        await visitor.Cut();
        await page.GetByRole(AriaRole.Button, new() { Name = "只反馈进展" }).ClickAsync();
        await Assertions.Expect(page.Locator("[data-offline]")).ToBeVisibleAsync();
        await Assertions.Expect(text).ToHaveValueAsync("写到一半断了线");

        await visitor.Mend();
        await page.ReloadAsync();
        await Assertions.Expect(page.GetByText("已恢复上次没有保存的内容")).ToBeVisibleAsync();
        await Assertions.Expect(text).ToHaveValueAsync("写到一半断了线");
        await visitor.Look("draft-restored");

        await page.GetByRole(AriaRole.Button, new() { Name = "只反馈进展" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Status).First).ToContainTextAsync("已反馈");
        await page.ReloadAsync();
        await Assertions.Expect(page.Locator(".history")).ToContainTextAsync("写到一半断了线");
        await Assertions.Expect(text).ToHaveValueAsync("");
    }

    /// <summary>What a leader takes along: one A4 sheet that says whose it is and of which day, without menu and buttons.</summary>
    [Fact]
    public async Task The_leaders_page_is_one_sheet_of_paper()
    {
        await using var visitor = await demo.SignedIn("leader");
        var page = visitor.Page;
        var sheet = await page.PdfAsync(new() { Format = "A4", PreferCSSPageSize = true });
        Assert.Single(Regex.Matches(System.Text.Encoding.Latin1.GetString(sheet), @"/Type\s*/Page\b"));

        await page.EmulateMediaAsync(new() { Media = Media.Print });
        await Assertions.Expect(page.Locator(".print-head")).ToHaveTextAsync(new Regex(@"\d{4}-\d\d-\d\d"));
        await Assertions.Expect(page.Locator("h1").First).ToBeVisibleAsync();
        foreach (var screenOnly in (string[])[".top", ".menu", "main a.button", "main button"])
            Assert.Equal(0, await page.Locator(screenOnly).Filter(new() { Visible = true }).CountAsync());
    }

    /// <summary>A list is wired in the moment that it is shown: nobody is quicker than that.</summary>
    [Fact]
    public async Task A_choice_made_the_moment_the_list_appears_is_followed()
    {
        await using var visitor = await demo.SignedIn("desk");
        var page = visitor.Page;
        await page.GotoAsync("/tasks");
        await page.EvaluateAsync("""
            () => new MutationObserver((_, observer) => {
                const choice = document.querySelector("main select[name='Colour']");
                if (!choice) return;
                observer.disconnect();
                choice.value = "Red";
                choice.dispatchEvent(new Event("change", { bubbles: true }));
            }).observe(document.documentElement, { childList: true, subtree: true })
            """);
        await page.Locator(".menu").GetByRole(AriaRole.Link, new() { Name = "督办", Exact = true }).ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("[?&]Colour=Red(&|$)"));
    }

    [Fact]
    public async Task A_proposal_is_decided_with_the_keyboard_alone()
    {
        await using var visitor = await demo.SignedIn(demo.Logins[0].UserName);
        var page = visitor.Page;
        await page.GotoAsync("/");
        await Reach(page, "a => a.textContent.trim() === '去审核'");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator(".review-summary")).ToBeVisibleAsync();

        await Reach(page, "b => b.matches('.proposal.pending button.primary')");
        var anchor = await page.EvaluateAsync<string>("document.activeElement.closest('.proposal').id");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator($"#{anchor}.accepted")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator(".proposal.pending:focus, .proposal.pending :focus")).ToHaveCountAsync(1);   // the next one lies under the keyboard

        await Reach(page, $"b => b.closest('#{anchor}') && b.textContent.trim() === '改回待定'", "Shift+Tab");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator($"#{anchor}.pending")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task On_paper_a_page_is_its_content_alone()
    {
        await using var visitor = await demo.SignedIn("desk");
        var page = visitor.Page;
        await page.GotoAsync("/tasks?Show=All");
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        await Assertions.Expect(page.Locator(".menu")).ToBeHiddenAsync();
        await Assertions.Expect(page.Locator(".top")).ToBeHiddenAsync();
        await Assertions.Expect(page.Locator("main form").First).ToBeHiddenAsync();
        await Assertions.Expect(page.Locator("main table").First).ToBeVisibleAsync();
        Assert.True((await page.PdfAsync()).Length > 10_000);
    }

    [Theory]
    [InlineData(1440)]
    [InlineData(390)]
    public async Task Every_page_of_the_menu_is_sound_for_everybody(int width)
    {
        foreach (var userName in (string[])[demo.Logins[0].UserName, "party", "admin"])
        {
            await using var visitor = await demo.SignedIn(userName, width);
            var addresses = await visitor.Page.Locator(".menu a").EvaluateAllAsync<string[]>("all => all.map(a => a.getAttribute('href'))");
            foreach (var address in addresses)
            {
                await visitor.Page.GotoAsync(address);
                await visitor.Look($"menu{address.Replace('/', '-').TrimEnd('-')}-{userName}");
            }
        }
    }

    private static async Task Open(IPage page, string link)
    {
        await page.Locator(link).First.ClickAsync();
        await Assertions.Expect(page.GetByLabel("办理情况")).ToBeVisibleAsync();
    }

    /// <summary>Presses Tab until the focus is where <paramref name="there"/> says.</summary>
    private static async Task Reach(IPage page, string there, string key = "Tab")
    {
        for (var pressed = 0; pressed < 300; pressed++)
        {
            await page.Keyboard.PressAsync(key);
            if (await page.EvaluateAsync<bool>($"({there})(document.activeElement)")) return;
        }
        Assert.Fail($"{key} never reached {there}");
    }
}
