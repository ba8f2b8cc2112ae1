using System.Net;
using Exemplar.Platform.Security;
using Exemplar.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Exemplar.Tests.Agenda.Calendar.Feeds;

public sealed class FeedFileTests : HouseTests
{
    [Fact]
    public async Task It_shows_what_its_owner_may_see_now_and_only_of_the_unit_it_was_made_for()
    {
        await App.Keep(new(2026, 1, 1), House.FirstBranch, House.SecondBranch);
        var page = await (await Committee.Submit("/calendar/feeds", ("Form.Unit", House.FirstBranch.Id.ToString()))).Leads(Committee, "已生成");
        var address = page.QuerySelector("code")!.TextContent;

        var answer = await App.Browser().GetAsync(address);
        Assert.Equal("text/calendar", answer.Content.Headers.ContentType!.MediaType);
        var file = (await answer.Content.ReadAsStringAsync()).Replace("\r\n ", "", StringComparison.Ordinal);
        Assert.Contains("SUMMARY:支部党员大会（第一党支部）", file, StringComparison.Ordinal);
        Assert.DoesNotContain("第二党支部", file, StringComparison.Ordinal);

        var grant = await App.Read(db => db.Grants.SingleAsync(g => g.Role == Role.CommitteeOffice));
        await App.Read(db => db.Grants.Where(g => g.Id == grant.Id).ExecuteUpdateAsync(s => s.SetProperty(g => g.To, new DateOnly(2026, 3, 9))));
        Assert.DoesNotContain("支部党员大会", await App.Browser().GetStringAsync(address), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_address_is_not_found() =>
        Assert.Equal(HttpStatusCode.NotFound, (await App.Browser().GetAsync("/feeds/nobody-knows.ics")).StatusCode);
}
