using System.Net;
using Exemplar.Platform.Security;
using Exemplar.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Exemplar.Tests.Agenda.Calendar.Feeds;

public sealed class RevokeFeedTests : HouseTests
{
    [Fact]
    public async Task A_revoked_address_is_dead()
    {
        var page = await (await Committee.Submit("/calendar/feeds")).Leads(Committee, "已生成");
        var address = page.QuerySelector("code")!.TextContent;
        var feed = await App.Read(db => db.CalendarFeeds.SingleAsync());
        Assert.Equal(HttpStatusCode.OK, (await App.Browser().GetAsync(address)).StatusCode);

        await (await Committee.Submit($"/calendar/feeds/{feed.Id}/revoke")).Leads(Committee, "已停用订阅");
        Assert.Equal(HttpStatusCode.NotFound, (await App.Browser().GetAsync(address)).StatusCode);
        await (await Committee.Submit($"/calendar/feeds/{feed.Id}/revoke")).Refuses("", "已经停用");
    }

    [Fact]
    public async Task Nobody_stops_anothers()
    {
        await Committee.Submit("/calendar/feeds");
        var feed = await App.Read(db => db.CalendarFeeds.SingleAsync());
        await (await As(Role.CommitteeOffice, House.Office)).IsShut($"/calendar/feeds/{feed.Id}/revoke", HttpStatusCode.NotFound);
        await Committee.IsShut($"/calendar/feeds/{Guid.CreateVersion7()}/revoke", HttpStatusCode.NotFound);
    }
}
