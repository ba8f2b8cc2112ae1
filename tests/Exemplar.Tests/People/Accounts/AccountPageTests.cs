using System.Net;
using Exemplar.Platform.Security;
using Exemplar.Tests.Support;

namespace Exemplar.Tests.People.Accounts;

public sealed class AccountPageTests : AccountTests
{
    [Fact]
    public async Task It_says_in_words_what_the_account_may_do_and_where()
    {
        var account = await House.AccountOf(await House.Somebody("钱书记", House.FirstBranch), "钱书记", (Role.BranchSecretary, House.FirstBranch));

        var page = await Security.Open($"/accounts/{account}");

        Assert.Contains("第一党支部及下级", page.QuerySelector("tbody tr")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("查看名册", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector($"a[href='/accounts/{account}/grants/new']"));
        Assert.Null(page.QuerySelector($"a[href='/accounts/{account}/lock']"));
        Assert.NotNull((await SystemAdmin.Open($"/accounts/{account}")).QuerySelector($"a[href='/accounts/{account}/lock']"));
    }

    [Fact]
    public async Task On_ones_own_account_nothing_is_offered() =>
        Assert.Empty((await Security.Open($"/accounts/{SecurityId}")).QuerySelectorAll("main a"));

    [Fact]
    public async Task Accounts_elsewhere_and_unknown_ones_are_not_found()
    {
        Assert.Equal(HttpStatusCode.NotFound, (await SystemAdmin.GetAsync($"/accounts/{await AccountElsewhere()}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await SystemAdmin.GetAsync($"/accounts/{Guid.CreateVersion7()}")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await Committee.GetAsync($"/accounts/{AccountId}")).StatusCode);
    }
}
