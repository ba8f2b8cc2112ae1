using System.Net;
using Exemplar.Platform.Security;
using Exemplar.Tests.Support;

namespace Exemplar.Tests.Rules.Standings;

public sealed class ExplanationTests : HouseTests
{
    private string Url => $"/standings/{House.FirstBranch.Id}/MTG-01/2026-01-01";

    [Fact]
    public async Task It_names_the_rule_its_article_and_the_records_that_count()
    {
        await App.Keep(new(2026, 1, 1), House.FirstBranch);
        await App.Fact("held.members", House.FirstBranch, new(2026, 2, 6));
        await App.Fact("held.members", House.FirstBranch, new(2026, 4, 2));   // another quarter

        var text = (await Committee.Open(Url)).QuerySelector("main")!.TextContent;
        Assert.Contains("第十一条、第十四条", text, StringComparison.Ordinal);
        Assert.Contains("2026年2月6日", text, StringComparison.Ordinal);
        Assert.DoesNotContain("2026年4月2日", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_missing_leads_to_where_it_is_made_for_whoever_may_make_it()
    {
        await App.Keep(new(2026, 1, 1), House.FirstBranch);
        var begin = $"a[href='/meetings/new?unit={House.FirstBranch.Id}&kind=members']";
        Assert.NotNull((await Committee.Open(Url)).QuerySelector(begin));
        Assert.Null((await (await As(Role.SuperiorInspector, House.Office)).Open(Url)).QuerySelector("main a[href*='/meetings/new']"));

        await App.Fact("held.members", House.FirstBranch, new(2026, 2, 6));
        Assert.Null((await Committee.Open(Url)).QuerySelector(begin));
    }

    [Fact]
    public async Task A_session_that_counts_for_another_year_is_named_where_it_is_missed()
    {
        await App.Keep(new(2025, 1, 1), House.FirstBranch);
        var record = Guid.CreateVersion7();
        await App.Read(db => db.Commit<int>(async (db, ct) =>
        {
            await db.StateFacts(record, [Exemplar.Rules.Fact.Of("held.org-life", record, House.FirstBranch.Id, new(2026, 1, 20), countsOn: new(2025, 12, 31))], ct);
            return 0;
        }, default));

        const string Said = "2026年1月20日的组织生活会计入 2025 年度，不算在这里。";
        var link = (await Committee.Open($"/units/{House.FirstBranch.Id}/year?Year=2026")).QuerySelectorAll(".year-row").Single(r => r.QuerySelector("h3")!.TextContent.Contains("组织生活会", StringComparison.Ordinal)).QuerySelector("a.cell")!.GetAttribute("href")!;
        Assert.Contains(Said, Words(await Committee.Open(link)), StringComparison.Ordinal);
        Assert.Contains("1.20 开的算 2025 年度", Words(await Committee.Open($"/units/{House.FirstBranch.Id}/year?Year=2026")), StringComparison.Ordinal);   // nor does the year's page lose it
        Assert.DoesNotContain("开的算", Words(await Committee.Open($"/units/{House.FirstBranch.Id}/year?Year=2025")), StringComparison.Ordinal);
        Assert.DoesNotContain("计入 2025", Words(await Committee.Open(link.Replace("2026-01-01", "2025-01-01", StringComparison.Ordinal))), StringComparison.Ordinal);

        static string Words(AngleSharp.Dom.IDocument page) => page.QuerySelector("main")!.TextContent;
    }

    [Fact]
    public async Task A_term_that_runs_says_from_when_to_when_and_is_no_fault()
    {
        await App.Keep(new(2026, 1, 1), House.FirstBranch);
        await App.Elected(House.FirstBranch, new(2023, 6, 1));
        var page = await Committee.Open((await Committee.Open($"/units/{House.FirstBranch.Id}/year")).QuerySelectorAll("main a").First(a => a.TextContent.Contains("届满", StringComparison.Ordinal)).GetAttribute("href")!);
        Assert.Contains("2023年6月1日换届，2026年5月31日届满", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("不符合", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_not_verified_is_marked()
    {
        await App.Keep(new(2026, 1, 1), House.FirstBranch);
        Assert.Contains("数量和解释按地方口径", (await Committee.Open($"/standings/{House.FirstBranch.Id}/MTG-04/2026-01-01")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ones_own_hours_are_open_to_oneself_and_to_those_who_lead_the_branch()
    {
        await App.Keep(new(2025, 1, 1), House.FirstBranch);
        var person = await House.Somebody("林向阳", House.FirstBranch);
        var url = $"/standings/{person.Id}/EDU-01/2026-01-01";
        var own = App.As(await House.AccountOf(person, "林向阳", (Role.Member, House.FirstBranch)));

        Assert.Equal(HttpStatusCode.OK, (await own.GetAsync(url)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await (await As(Role.BranchSecretary, House.FirstBranch)).GetAsync(url)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await (await As(Role.Member, House.FirstBranch)).GetAsync(url)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await (await As(Role.BranchSecretary, House.SecondBranch)).GetAsync(url)).StatusCode);
    }

    [Fact]
    public async Task What_does_not_exist_is_not_found()
    {
        await App.Keep(new(2026, 1, 1), House.FirstBranch);
        Assert.Equal(HttpStatusCode.NotFound, (await Committee.GetAsync($"/standings/{Guid.CreateVersion7()}/MTG-01/2026-01-01")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await Committee.GetAsync($"/standings/{House.FirstBranch.Id}/MTG-99/2026-01-01")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await (await As(Role.BranchSecretary, House.SecondBranch)).GetAsync(Url)).StatusCode);
    }
}
