using Exemplar.Meetings;
using Exemplar.Platform.Security;
using Exemplar.Tests.Meetings;
using Exemplar.Tests.Support;

namespace Exemplar.Tests.Agenda;

/// <summary>On 10 March 2026.</summary>
public sealed class NotRecordedTests : MeetingHouse
{
    [Fact]
    public async Task A_meeting_whose_day_is_over_is_asked_about_until_somebody_says_what_became_of_it()
    {
        var past = await Planned(on: new(2026, 3, 6));
        await Planned(on: new(2026, 3, 10));   // today: it may still be held
        await Planned(on: new(2026, 3, 13));
        await Held(on: new(2026, 3, 5));

        var card = (await Secretary.Open("/")).QuerySelector("#not-recorded")!;
        Assert.Equal(["支部党员大会"], card.QuerySelectorAll("tbody th").Select(th => th.TextContent.Trim()));
        Assert.Equal([$"/meetings/{past}/record", $"/meetings/{past}/move", $"/meetings/{past}/call-off"], card.QuerySelectorAll("a.button").Select(a => a.GetAttribute("href")));
        await (await Secretary.Submit($"/meetings/{past}/call-off", ("Form.Reason", "没开成"))).Leads(Secretary, "已取消");
        Assert.Null((await Secretary.Open("/")).QuerySelector("#not-recorded"));
    }

    [Fact]
    public async Task It_is_for_whoever_may_record_and_says_how_many_there_are()
    {
        for (var day = 1; day <= 9; day++) await Planned(MeetingKind.PartyDay, new(2026, 2, day));
        Assert.Equal("共 9 项，先列最早的 8 项", (await Secretary.Open("/")).QuerySelector("#not-recorded caption")!.TextContent);
        foreach (var other in new[] { Member, Neighbour, Inspector, await As(Role.SystemAdministrator, House.Office) }) Assert.Null((await other.Open("/")).QuerySelector("#not-recorded"));
    }
}
