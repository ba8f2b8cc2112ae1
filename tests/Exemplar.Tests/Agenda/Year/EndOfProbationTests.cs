using Exemplar.Kernel;
using Exemplar.Organization;
using Exemplar.People;
using Exemplar.Platform.Security;
using Exemplar.Tests.Support;

namespace Exemplar.Tests.Agenda.Year;

/// <summary>On 10 March 2026 the probation of whoever joined until 9 April 2025 ends within thirty days.</summary>
public sealed class EndOfProbationTests : HouseTests
{
    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        await App.Keep(new(2026, 1, 1), House.FirstBranch, House.SecondBranch);
        await Joined("陶某", "2025-03-20", House.FirstBranch);
        await Joined("早某", "2025-02-20", House.FirstBranch);
        await Joined("远某", "2025-04-20", House.FirstBranch);
        await Joined("老某", "2024-01-05", House.FirstBranch);
        await Joined("外某", "2025-03-21", House.SecondBranch);
        await Joined("满某", "2025-03-20", House.FirstBranch, MemberStatus.Full);
    }

    [Fact]
    public async Task Who_is_probationary_is_listed_with_the_day_the_year_is_over_and_the_way_to_discuss_it()
    {
        var page = await Committee.Open("/due");
        Assert.Equal([("陶某预备期满，讨论转正", "2026-03-20"), ("外某预备期满，讨论转正", "2026-03-21")], Rows(page, 0));
        Assert.Equal([("早某预备期满，讨论转正", "2026-02-20")], Rows(page, 1));   // what is long over was prolonged, or never entered
        var row = page.QuerySelectorAll("tbody tr").First(r => r.TextContent.Contains("陶某", StringComparison.Ordinal));
        Assert.Equal($"/meetings/new?unit={House.FirstBranch.Id}&kind=members", row.QuerySelector("a.button")!.GetAttribute("href"));
    }

    [Fact]
    public async Task The_secretary_sees_those_of_their_own_branch_on_the_workbench()
    {
        var bench = (await (await As(Role.BranchSecretary, House.FirstBranch)).Open("/")).QuerySelector("main")!.TextContent;
        Assert.Contains("陶某预备期满，讨论转正", bench, StringComparison.Ordinal);
        Assert.DoesNotContain("外某", bench, StringComparison.Ordinal);
        Assert.DoesNotContain("满某", bench, StringComparison.Ordinal);
    }

    private static IEnumerable<(string, string)> Rows(AngleSharp.Dom.IDocument page, int table) =>
        page.QuerySelectorAll("table")[table].QuerySelectorAll("tbody tr").Where(r => r.TextContent.Contains("预备期", StringComparison.Ordinal)).Select(r => (r.QuerySelector("th a")!.TextContent, r.QuerySelector("[data-label=最后一天]")!.TextContent));

    private Task Joined(string name, string on, Unit branch, MemberStatus status = MemberStatus.Probationary)
    {
        var person = new Person { Name = name, Status = status, JoinedOn = PartialDate.FromStored(on), Memberships = [] };
        person.Memberships.Add(new() { PersonId = person.Id, UnitId = branch.Id, From = new(2025, 1, 1) });
        return App.Given(person);
    }
}
