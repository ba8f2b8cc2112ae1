using Exemplar.Browser.Support;

namespace Exemplar.Browser;

/// <summary>With the virtual device of chromium's own debugging protocol: what it signs is real.</summary>
[Collection(nameof(DemoOffice))]
public sealed class PasskeyTests(Demo demo)
{
    [Theory]
    [InlineData(1440)]
    [InlineData(390)]
    public async Task A_passkey_is_added_signs_in_by_the_keyboard_without_a_word_typed_and_is_removed(int width)
    {
        await using var visitor = await Visitor.At(demo.Chromium, demo.Address.Replace("127.0.0.1", "localhost", StringComparison.Ordinal), width, script: true);   // a bare address takes none
        var page = visitor.Page;
        await visitor.GiveDevice();
        var login = demo.Login("dept2");
        await visitor.SignIn(login);

        await page.GotoAsync("/passkeys");
        await page.GetByRole(AriaRole.Link, new() { Name = "添加通行密钥" }).ClickAsync();
        await page.GetByLabel("名称").FillAsync("办公室电脑");
        await visitor.Look("passkey-new");
        await page.GetByLabel("登录密码").FillAsync(login.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "添加", Exact = true }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Status).First).ToContainTextAsync("已添加：办公室电脑");

        await page.GetByRole(AriaRole.Button, new() { Name = "退出" }).ClickAsync();
        await page.GotoAsync("/tasks");
        var button = page.GetByRole(AriaRole.Button, new() { Name = "用通行密钥登录" });
        await Assertions.Expect(button).ToBeVisibleAsync();
        await visitor.Look("sign-in-passkey");
        await button.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("任务");   // where the visitor wanted to go

        await page.GotoAsync("/passkeys");
        await Assertions.Expect(page.Locator("tbody tr")).ToContainTextAsync("办公室电脑");
        await visitor.Look("passkeys");
        await page.GetByRole(AriaRole.Link, new() { Name = "删除通行密钥 办公室电脑" }).ClickAsync();
        await page.GetByLabel("登录密码").FillAsync(login.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "用通行密钥证明是本人" }).ClickAsync();
        await Assertions.Expect(page.GetByText("已证明，请接着填完保存。")).ToBeVisibleAsync();
        await visitor.Look("passkey-remove");
        await page.GetByRole(AriaRole.Button, new() { Name = "删除", Exact = true }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Status).First).ToContainTextAsync("已删除：办公室电脑");

        await page.GetByRole(AriaRole.Button, new() { Name = "退出" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "用通行密钥登录" }).ClickAsync();   // the device has it still
        await Assertions.Expect(page.GetByRole(AriaRole.Alert).Filter(new() { HasText = "通行密钥没有通过" })).ToBeVisibleAsync();
        await visitor.Look("sign-in-passkey-refused");
    }

    [Fact]
    public async Task Without_a_device_that_can_the_button_says_what_is_the_matter_and_the_password_still_opens()
    {
        await using var visitor = await Visitor.At(demo.Chromium, demo.Address.Replace("127.0.0.1", "localhost", StringComparison.Ordinal), 1440, script: true);
        var page = visitor.Page;
        await visitor.GiveDevice(verifies: false);
        await page.GotoAsync("/sign-in");
        await page.GetByRole(AriaRole.Button, new() { Name = "用通行密钥登录" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Alert).Filter(new() { HasText = "没有完成" })).ToBeVisibleAsync();
        await visitor.SignIn(demo.Login("dept2"));
    }

    [Fact]
    public async Task At_a_bare_address_there_is_no_button()
    {
        await using var visitor = await demo.Visit();
        await visitor.Page.GotoAsync("/sign-in");
        await Assertions.Expect(visitor.Page.GetByLabel("用户名")).ToBeVisibleAsync();
        await Assertions.Expect(visitor.Page.GetByRole(AriaRole.Button, new() { Name = "用通行密钥登录" })).ToHaveCountAsync(0);
    }
}
