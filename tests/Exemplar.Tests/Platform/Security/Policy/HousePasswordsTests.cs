using System.Net;
using Exemplar.Platform.Security;
using Exemplar.Platform.Security.Policy;
using Exemplar.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Exemplar.Tests.Platform.Security.Policy;

public sealed class HousePasswordsTests : HouseTests
{
    private static readonly CommonPasswords Common = new();

    [Theory]
    [InlineData("Abcde-7", "密码至少 8 位")]
    [InlineData("river-77", null)]
    [InlineData("rivers77", "密码须有三类字符")]
    [InlineData("Rivers77", null)]
    [InlineData("RIVER-77", null)]
    [InlineData("河流river7", null)]
    [InlineData("zhao12", "密码至少 8 位；密码里不能有用户名；密码须有三类字符")]
    [InlineData("Zhao-2026x", "密码里不能有用户名")]
    [InlineData("Password2026!", "这个密码太常见")]
    [InlineData("Qwer-1234", "这个密码太常见")]
    [InlineData("Admin@123", "这个密码太常见")]
    [InlineData("1qaz@WSX", "这个密码太常见")]
    [InlineData("Aa1111111", "这个密码太常见")]
    public void Graded_rules(string password, string? refusal) => Says(PasswordRules.Graded, password, refusal);

    [Theory]
    [InlineData("short-words", "密码至少 12 位")]
    [InlineData("four plain words", null)]
    [InlineData("四个不相干的词连起来写成", null)]
    [InlineData("123456789012", "这个密码太常见")]
    [InlineData("aaaaaaaaaaaaaaaa", "这个密码太常见")]
    [InlineData("my zhao password", "密码里不能有用户名")]
    public void Modern_rules(string password, string? refusal) => Says(PasswordRules.Modern, password, refusal);

    private static void Says(PasswordRules rules, string password, string? refusal)
    {
        var said = HousePasswords.RefuseText(new() { Rules = rules }, password, "zhao", Common);
        if (refusal is null) Assert.Null(said);
        else Assert.StartsWith(refusal, said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_last_five_are_not_taken_again_and_the_sixth_is()
    {
        var account = await App.GivenAccount("zhao", "river-bank-0", Role.DepartmentHead, House.General);
        for (var n = 1; n <= 6; n++) Assert.Equal(HttpStatusCode.Redirect, (await Change(account.Id, n - 1, n)).StatusCode);
        await (await Change(account.Id, 6, 1)).Refuses("New", "最近 5 个密码不能再用");
        Assert.Equal(HttpStatusCode.Redirect, (await Change(account.Id, 6, 0)).StatusCode);
        var log = string.Join('\n', await App.Read(db => db.LogEntries.Select(e => e.Body).ToListAsync()));
        Assert.All(await App.Read(db => db.FormerPasswords.Select(p => p.Hash).ToListAsync()), hash => Assert.DoesNotContain(hash, log, StringComparison.Ordinal));
    }

    [Fact]
    public async Task After_ninety_days_the_password_is_changed_first_and_under_the_modern_rules_it_is_not()
    {
        var account = await App.GivenAccount("zhao", "river-bank-0", Role.DepartmentHead, House.General);
        await Change(account.Id, 0, 1);
        App.Clock.Advance(TimeSpan.FromDays(SecuritySettings.DaysGood) - TimeSpan.FromSeconds(10));
        Assert.Equal(HttpStatusCode.OK, (await App.As(account.Id).GetAsync("/tasks")).StatusCode);

        App.Clock.Advance(TimeSpan.FromSeconds(10));
        Assert.Equal("/password", (await App.As(account.Id).GetAsync("/tasks")).Headers.Location!.OriginalString);
        Assert.Contains("密码到期了", (await App.As(account.Id).Open("/password")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);

        await App.Given(new SecuritySettings { Rules = PasswordRules.Modern, Version = 1 });
        App.Clock.Advance(GrantBook.Freshness);
        Assert.Equal(HttpStatusCode.OK, (await App.As(account.Id).GetAsync("/tasks")).StatusCode);
        await (await Change(account.Id, 1, 2, "short-1")).Refuses("New", "密码至少 12 位");
    }

    private Task<HttpResponseMessage> Change(Guid account, int from, int to, string? next = null) =>
        App.As(account).Submit("/password", ("Form.Old", $"river-bank-{from}"), ("Form.New", next ?? $"river-bank-{to}"), ("Form.Again", next ?? $"river-bank-{to}"));
}
