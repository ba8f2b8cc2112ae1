using System.Net;
using Exemplar.Meetings;
using Exemplar.Platform.Security;
using Exemplar.Tests.Meetings;
using Exemplar.Tests.Support;

namespace Exemplar.Tests.People.Merging;

public sealed class DuplicateListTests : MeetingHouse
{
    private const string Url = "/people/duplicates";

    /// <summary>Without the owners of accounts, who are all called 某人.</summary>
    private static IEnumerable<AngleSharp.Dom.IElement> Rows(AngleSharp.Dom.IDocument page) => page.QuerySelectorAll("#likely tbody tr").Where(r => !r.TextContent.Contains("某人", StringComparison.Ordinal));

    [Fact]
    public async Task A_pair_stands_with_why_and_what_speaks_against_it_and_leads_to_the_merge_of_the_one_with_an_account()
    {
        var twin = await House.Somebody("张 三", House.FirstBranch);
        await Held(MeetingKind.Members);
        var page = await Committee.Open(Url);
        var row = Assert.Single(Rows(page));
        Assert.Equal("姓名只是写法不同，出生年月相同，同一支部", row.QuerySelector("[data-label=为什么像]")!.TextContent);
        Assert.Equal("有 1 次会议两份都记为出席", row.QuerySelector("[data-label=要留意]")!.TextContent);
        Assert.Equal($"/people/{Zhang.Id}/merge/{twin.Id}", row.QuerySelector("a.button")!.GetAttribute("href"));   // Zhang has an account
        Assert.Contains(Url, (await Committee.Open("/people")).QuerySelectorAll(".head a").Select(a => a.GetAttribute("href")));
    }

    [Fact]
    public async Task Only_people_that_the_reader_may_change_are_compared()
    {
        await House.Somebody("张 三", House.OtherOffice);
        Assert.Empty(Rows(await Committee.Open(Url)));
        await House.Somebody("赵一", House.OtherOffice);
        await House.Somebody("赵一", House.OtherOffice);
        Assert.Empty(Rows(await Committee.Open(Url)));
        Assert.Single(Rows(await (await As(Role.CommitteeOffice, House.OtherOffice)).Open(Url)));
    }

    [Fact]
    public async Task Whoever_does_not_keep_the_roster_may_not_look()
    {
        Assert.Equal(HttpStatusCode.Forbidden, (await Secretary.GetAsync(Url)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await Member.GetAsync(Url)).StatusCode);
    }
}
