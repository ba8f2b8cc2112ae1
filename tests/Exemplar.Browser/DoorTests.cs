using Exemplar.Browser.Support;

namespace Exemplar.Browser;

[Collection(nameof(DemoOffice))]
public sealed class DoorTests(Demo demo)
{
    [Theory]
    [InlineData(1440)]
    [InlineData(390)]
    public async Task A_wrong_password_keeps_the_user_name_and_the_right_one_opens_and_signing_out_shuts(int width)
    {
        await using var visitor = await demo.Visit(width);
        var page = visitor.Page;
        var login = demo.Login("dept2");
        await page.GotoAsync("/tasks");
        await visitor.Look("sign-in");
        await page.GetByLabel("用户名").FillAsync(login.UserName);
        await page.GetByLabel("密码").FillAsync("wrong-horse-1");
        await page.GetByRole(AriaRole.Button, new() { Name = "登录" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Alert).Filter(new() { HasText = "用户名或密码不对" })).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByLabel("用户名")).ToHaveValueAsync(login.UserName);
        await Assertions.Expect(page.GetByLabel("密码")).ToHaveValueAsync("");
        await visitor.Look("sign-in-refused");

        await page.GetByLabel("密码").FillAsync(login.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "登录" }).ClickAsync();
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("任务");   // where the visitor wanted to go

        await page.GetByRole(AriaRole.Button, new() { Name = "退出" }).ClickAsync();
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("登录");
        await page.GotoAsync("/tasks");
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("登录");
    }

    [Fact]
    public async Task An_empty_house_is_set_up_with_the_code_of_its_console()
    {
        await using var empty = await RunningProduct.Empty();
        await using var visitor = await Visitor.At(demo.Chromium, empty.Address, 1440, script: true);
        var page = visitor.Page;
        await page.GotoAsync("/");
        await visitor.Look("set-up");
        var code = Path.Combine(empty.DataFolder, "keys/set-up-code.txt");
        for (var tries = 0; !File.Exists(code) && tries < 300; tries++) await Task.Delay(100);   // it is made a moment after the first answer
        await page.Locator("#Form_Code").FillAsync(await File.ReadAllTextAsync(code));
        await page.Locator("#Form_OfficeName").FillAsync("临江市人民政府办公室");
        await page.Locator("#Form_UserName").FillAsync("admin");
        await page.Locator("#Form_Password").FillAsync("long-enough-1");
        await page.GetByRole(AriaRole.Button, new() { Name = "完成设置" }).ClickAsync();

        await Assertions.Expect(page.GetByRole(AriaRole.Status).First).ToContainTextAsync("设置完成");
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("启用动态口令");
        await visitor.Look("second-factor-enrol");
        await page.Locator("#Form_First").FillAsync(Phone.CodeOf(await page.Locator("#secret").InnerTextAsync()));
        await page.Locator("#Form_Password").FillAsync("long-enough-1");
        await page.GetByRole(AriaRole.Button, new() { Name = "启用" }).ClickAsync();
        await Assertions.Expect(page.Locator(".codes li")).ToHaveCountAsync(10);
        await visitor.Look("recovery-codes");

        await page.GotoAsync("/units");
        await Assertions.Expect(page.Locator("tbody")).ToContainTextAsync("领导小组办公室");
        await visitor.Look("units");
    }
}
