using Exemplar.Platform.Security;
using Exemplar.Tests.Support;

namespace Exemplar.Tests.Platform.Security.Passkeys;

public sealed class OwnPasskeysTests : PasskeyHouse
{
    [Fact]
    public async Task They_are_listed_with_name_address_and_dates_and_nobody_elses()
    {
        var (zhao, qian) = (await App.GivenAccount("zhao", Password, Role.DepartmentHead, House.General), await App.GivenAccount("qian", Password, Role.DepartmentHead, House.General));
        await GivenPasskey(qian, name: "别人的");
        var device = await GivenPasskey(zhao);
        var unused = (await App.As(zhao.Id).Open("/passkeys")).QuerySelector("tbody tr")!.TextContent;
        Assert.Contains("还没有用过", unused, StringComparison.Ordinal);
        await SignIn(App.Browser(), device);

        var page = await App.As(zhao.Id).Open("/passkeys");

        var row = Assert.Single(page.QuerySelectorAll("tbody tr"));
        Assert.Equal(["办公室电脑", "localhost"], row.QuerySelectorAll("th, td").Take(2).Select(c => c.TextContent));
        Assert.DoesNotContain("还没有用过", row.TextContent, StringComparison.Ordinal);
        Assert.Contains("只有这一个，设备丢了就不能用它登录", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_no_browser_takes_them_none_can_be_added_and_the_page_says_why()
    {
        Assert.NotNull((await (await As(Role.DepartmentHead, House.General)).Open("/passkeys")).QuerySelector("a[href='/passkeys/new']"));
        var office = await As(Role.DepartmentHead, House.General);
        office.BaseAddress = new("http://10.0.0.8:5080");
        var page = await office.Open("/passkeys");
        Assert.Null(page.QuerySelector("a[href='/passkeys/new']"));
        Assert.Contains("现在这个网址（10.0.0.8:5080）用不了通行密钥", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }
}
