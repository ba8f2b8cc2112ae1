using Exemplar.Platform.Web;
using Exemplar.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Exemplar.Tests.Platform.Web;

public sealed class MenuTests : IAsyncLifetime
{
    /// <summary>The top bar's own pages: they belong to no entry.</summary>
    private static readonly string[] OfTheTopBar = ["/password", "/second-factor", "/second-factor/enrol", "/second-factor/codes", "/second-factor/remove", "/passkeys", "/passkeys/new", "/passkeys/{id:guid}/remove", "/search", "/mine", "/mine/readers"];

    private readonly TestApp app = new();

    private IEnumerable<MenuItem> Menu => app.Services.GetServices<MenuItem>();

    [Fact]
    public async Task Every_page_lies_under_an_entry_of_the_menu()
    {
        var pages = (await Addresses.Of(app)).Where(a => a is { Page: not null, IsAnonymous: false } && a.Takes("GET") && !OfTheTopBar.Contains(a.Pattern));
        Assert.Empty(pages.Where(a => !Menu.Any(m => m.Claims(a.Filled()) > 0)).Select(a => a.Pattern));
    }

    [Theory]
    [InlineData("/", "工作台")]
    [InlineData("/assignments/1", "任务")]
    [InlineData("/plans/1", "创建活动")]
    [InlineData("/month-end", "组织生活")]
    [InlineData("/messages/settings", "对外消息")]
    [InlineData("/messages/mine", "消息")]
    public void The_nearest_entry_claims_a_page(string path, string entry) => Assert.Equal(entry, Menu.MaxBy(m => m.Claims(path))!.Title);

    public Task InitializeAsync() => app.InitializeAsync();

    public Task DisposeAsync() => app.DisposeAsync();
}
