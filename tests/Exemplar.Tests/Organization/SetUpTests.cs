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

    private static Task<HttpResponseMessage> SetUp(HttpClient browser, string code, string password) => browser.Submit("/set-up",
        ("Form.Code", code), ("Form.OfficeName", "临江市人民政府办公室"), ("Form.UserName", "admin"), ("Form.Password", password));

    public Task InitializeAsync() => app.InitializeAsync();
    public Task DisposeAsync() => app.DisposeAsync();
}
