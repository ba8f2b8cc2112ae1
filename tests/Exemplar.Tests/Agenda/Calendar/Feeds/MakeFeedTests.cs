using System.Net;
using Exemplar.Platform.Security;
using Exemplar.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Exemplar.Tests.Agenda.Calendar.Feeds;

public sealed class MakeFeedTests : HouseTests
{
    [Fact]
    public async Task The_address_is_shown_once_and_kept_nowhere()
    {
        var page = await (await Committee.Submit("/calendar/feeds", ("Form.Unit", House.FirstBranch.Id.ToString()))).Leads(Committee, "已生成订阅地址");
        var address = page.QuerySelector("code")!.TextContent;
        Assert.Null((await Committee.Open("/calendar/feeds")).QuerySelector("code"));

        var feed = await App.Read(db => db.CalendarFeeds.SingleAsync());
        Assert.Equal(("第一党支部", 64), (feed.Name, feed.SecretHash.Length));
        Assert.Equal(["agenda.view"], await LogOf(feed.Id));
        Assert.DoesNotContain(address.Split('/')[^1].Replace(".ics", "", StringComparison.Ordinal), await App.Read(db => db.LogEntries.OrderBy(e => e.Id).Select(e => e.Body).LastAsync()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_unit_that_is_not_offered_is_refused_and_nothing_is_kept()
    {
        var page = await Committee.Open("/calendar/feeds");
        await (await Committee.SendForm(page, "/calendar/feeds", ("Form.Unit", House.OtherOffice.Id.ToString()))).Refuses("Unit", "请从列表里选择");
        Assert.Equal(0, await App.Read(db => db.CalendarFeeds.CountAsync()));
        Assert.Equal(HttpStatusCode.Redirect, (await App.Browser().GetAsync("/calendar/feeds")).StatusCode);
    }
}
