using System.Net;
using Exemplar.Platform.Security;
using Exemplar.Platform.Security.Audit;
using Exemplar.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Exemplar.Tests.Organization;

public sealed class SetUpTests : IAsyncLifetime
{
    private readonly TestApp app = new();

    private string Code => app.Services.GetRequiredService<SetUpCode>().Show();

    [Fact]
    public async Task An_empty_house_leads_everyone_to_the_set_up_page_and_a_set_up_one_to_the_sign_in_page()
    {
        var browser = app.Browser();
        Assert.Equal("/set-up", (await browser.GetAsync("/")).Headers.Location!.OriginalString);

        await SetUp(browser, Code, "long-enough-1");

        var stranger = app.Browser();
        Assert.Equal("/sign-in", (await stranger.GetAsync("/")).Headers.Location!.OriginalString);
        Assert.Equal("/sign-in", (await stranger.GetAsync("/set-up")).Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task Whoever_has_the_code_names_the_office_and_becomes_its_administrator()
    {
        var browser = app.Browser();
        var answer = await SetUp(browser, Code.ToLowerInvariant(), "long-enough-1");

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal("/second-factor/enrol", (await browser.GetAsync("/units")).Headers.Location!.OriginalString);   // an administrator's first step
        Assert.Contains("退出", await browser.GetStringAsync("/second-factor/enrol"), StringComparison.Ordinal);
        Assert.Equal(["临江市人民政府办公室", "模范机关创建工作领导小组", "领导小组办公室"], await app.Read(db => db.Units.OrderBy(u => u.Order).Select(u => u.Name).ToListAsync()));
        Assert.Equal([Role.SecurityAdministrator, Role.SystemAdministrator], (await app.Read(db => db.Grants.Select(g => g.Role).ToListAsync())).Order().Reverse());
        Assert.Equal(6, await app.Read(db => db.LogEntries.CountAsync()));
        Assert.Equal([SecurityEventKind.SignedIn], await app.Read(db => db.SecurityEvents.Select(e => e.Kind).ToListAsync()));
        Assert.False(File.Exists(Path.Combine(app.DataFolder, "keys", "set-up-code.txt")), "the code is spent");
    }

    [Theory]
    [InlineData("WRONG-CODE-0000", "long-enough-1", "Code", "设置码不对")]
    [InlineData(null, "short1", "Password", "密码至少 8 位")]
    [InlineData(null, "no-digits-here", "Password", "密码须有三类字符")]
    public async Task A_refusal_stands_at_its_field_and_nothing_is_kept(string? code, string password, string field, string sentence)
    {
        var answer = await SetUp(app.Browser(), code ?? Code, password);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var page = await answer.Read();
        Assert.StartsWith(sentence, page.ErrorAt(field), StringComparison.Ordinal);
        Assert.Equal("临江市人民政府办公室", page.QuerySelector("#Form_OfficeName")!.GetAttribute("value"));
        Assert.Equal(0, await app.Read(db => db.Users.CountAsync()));
        Assert.Equal(0, await app.Read(db => db.Units.CountAsync()));
    }

    [Fact]
    public async Task All_that_is_wrong_with_both_passwords_is_told_at_once_and_that_they_are_to_be_typed_again()
    {
        var page = await (await SetUp(app.Browser(), Code, "admin1", [.. Alone.Where(a => a.Item1 != "Form.OwnPassword"), ("Form.OwnPassword", "Password2026")])).Read();

        Assert.Equal("密码至少 8 位；密码里不能有用户名；密码须有三类字符：大写字母、小写字母、数字、符号里选三类；这个密码太常见，别人一试就中，请换一个", page.ErrorAt("Password"));
        Assert.StartsWith("这个密码太常见", page.ErrorAt("OwnPassword"), StringComparison.Ordinal);
        Assert.Contains("两个密码都请再输一次", page.QuerySelector("#again")!.TextContent, StringComparison.Ordinal);
        Assert.All(page.QuerySelectorAll("input[type=password]"), box => Assert.Null(box.GetAttribute("value")));
        Assert.Equal("chenjing", page.QuerySelector("#Form_OwnUserName")!.GetAttribute("value"));
        Assert.Equal(0, await app.Read(db => db.Users.CountAsync()));
    }

    private static readonly (string, string)[] Alone = [("Form.Alone", "true"), ("Form.OwnName", "陈静"), ("Form.OwnUserName", "chenjing"), ("Form.OwnPassword", "another-pass-2"), ("Form.PartyBody", "机关党委")];

    [Fact]
    public async Task Whoever_is_alone_gets_a_business_account_beside_the_administrators_and_is_led_to_the_first_hour()
    {
        var browser = app.Browser();
        var answer = await SetUp(browser, Code, "long-enough-1", Alone);

        await answer.Leads(browser, "设置完成，已用您自己的账号“chenjing”进入");
        Assert.Equal("/first-hour", answer.Headers.Location!.OriginalString);
        var grants = await app.Read(db => db.Grants.Join(db.Users, g => g.AccountId, a => a.Id, (g, a) => new { a.UserName, g.Role, g.Inherit }).ToListAsync());
        Assert.Equal([Role.SystemAdministrator, Role.SecurityAdministrator], grants.Where(g => g.UserName == "admin").Select(g => g.Role).Order());
        Assert.Equal([Role.CampaignOffice, Role.CommitteeOffice], grants.Where(g => g.UserName == "chenjing").Select(g => g.Role).Order());
        Assert.DoesNotContain(grants, g => g.Role is Role.AuditAdministrator);
        Assert.Equal(["临江市人民政府办公室", "模范机关创建工作领导小组", "领导小组办公室", "机关党委"], await app.Read(db => db.Units.OrderBy(u => u.Order).Select(u => u.Name).ToListAsync()));
        Assert.Equal([AccountStepKind.Opened, AccountStepKind.Opened, AccountStepKind.SameHand], (await app.Read(db => db.AccountSteps.Select(s => s.Kind).ToListAsync())).Order());
        Assert.Equal(3 + 4 + 4, await app.Read(db => db.LogEntries.CountAsync()));

        Assert.Equal(HttpStatusCode.Forbidden, (await browser.GetAsync("/accounts")).StatusCode);   // the business account administers nothing
        var administrator = await Administrator();
        foreach (var business in (string[])["/people", "/meetings", "/first-hour", "/campaigns/new"]) Assert.Equal(HttpStatusCode.Forbidden, (await administrator.GetAsync(business)).StatusCode);
    }

    [Fact]
    public async Task That_both_accounts_are_in_one_hand_is_said_on_their_pages_and_that_hand_gives_itself_nothing()
    {
        await SetUp(app.Browser(), Code, "long-enough-1", Alone);
        var administrator = await Administrator();
        var own = await app.Read(db => db.Users.Where(a => a.UserName == "chenjing").Select(a => a.Id).SingleAsync());

        Assert.Contains("由同一人使用", (await administrator.Open("/accounts")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull((await administrator.Open($"/accounts/{own}")).QuerySelector("#one-hand"));
        var office = await app.Read(db => db.Units.Where(u => u.ParentId == null).Select(u => u.Id).SingleAsync());
        foreach (var role in (Role[])[Role.SupervisionDesk, Role.AuditAdministrator])
            await (await administrator.Submit($"/accounts/{own}/grants/new", ("Form.Role", $"{role}"), ("Form.Unit", $"{office}"), ("Form.From", $"{app.Clock.GetUtcNow():yyyy-MM-dd}"))).Refuses("", "不能给自己授予");
        var held = await app.Read(db => db.Grants.Where(g => g.AccountId == own).Select(g => g.Id).FirstAsync());
        await (await administrator.Submit($"/grants/{held}/end", ("Form.On", $"{app.Clock.GetUtcNow():yyyy-MM-dd}"))).Refuses("", "不能给自己授予或收回");
        Assert.Equal(4, await app.Read(db => db.Grants.CountAsync()));
    }

    [Theory]
    [InlineData("Form.OwnName", "", "OwnName", "请填写您的姓名")]
    [InlineData("Form.OwnUserName", "", "OwnUserName", "请填写您平时登录的用户名")]
    [InlineData("Form.OwnUserName", "admin", "OwnUserName", "")]
    [InlineData("Form.OwnPassword", "short1", "OwnPassword", "密码至少 8 位")]
    [InlineData("Form.OwnPassword", "long-enough-1", "OwnPassword", "请与管理员的密码不同")]
    [InlineData("Form.Alone", "false", "Alone", "下面填了您自己的账号")]
    public async Task What_is_missing_of_the_own_account_is_said_at_its_field_and_nothing_is_kept(string changed, string value, string field, string sentence)
    {
        var answer = await SetUp(app.Browser(), Code, "long-enough-1", [.. Alone.Where(a => a.Item1 != changed), (changed, value)]);
        await answer.Refuses(field, sentence);
        Assert.Equal((0, 0), (await app.Read(db => db.Users.CountAsync()), await app.Read(db => db.Units.CountAsync())));
    }

    /// <summary>Signed in with the factor that an administrator must have.</summary>
    private async Task<HttpClient> Administrator()
    {
        await app.Given([Factors.Of(app, await app.Read(db => db.Users.Where(a => a.UserName == "admin").Select(a => a.Id).SingleAsync()))]);
        var administrator = app.Browser();
        var answer = await administrator.Submit("/sign-in", ("Form.UserName", "admin"), ("Form.Password", "long-enough-1"));
        await administrator.Submit(answer.Headers.Location!.OriginalString, ("Form.Code", app.Code()));
        return administrator;
    }

    private static Task<HttpResponseMessage> SetUp(HttpClient browser, string code, string password, params (string, string)[] more) => browser.Submit("/set-up",
        [("Form.Code", code), ("Form.OfficeName", "临江市人民政府办公室"), ("Form.UserName", "admin"), ("Form.Password", password), .. more]);

    public Task InitializeAsync() => app.InitializeAsync();
    public Task DisposeAsync() => app.DisposeAsync();
}
