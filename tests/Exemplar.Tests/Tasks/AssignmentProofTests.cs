using System.Net;
using Exemplar.Platform.Security;
using Exemplar.Tests.Support;

namespace Exemplar.Tests.Tasks;

public sealed class AssignmentProofTests : HouseTests
{
    [Fact]
    public async Task The_page_of_a_share_says_since_when_it_is_unchanged_and_leads_to_the_proof()
    {
        var address = await Given();
        var head = await As(Role.DepartmentHead, House.General);
        var line = (await head.Open(address)).QuerySelector(".log-line")!;
        Assert.Equal("3月10日登记，此后未改动。查验", line.TextContent);
        Assert.Equal($"{address}/proof", line.QuerySelector("a")!.GetAttribute("href"));

        Assert.Contains("还没有封存", (await head.Open($"{address}/proof")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        var sealedBy = await App.Seal();
        Assert.Contains(sealedBy.Root, (await head.Open($"{address}/proof")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_exists_only_for_those_who_see_the_share()
    {
        var address = await Given();
        await (await As(Role.DepartmentHead, House.Secretariat)).IsShut($"{address}/proof", HttpStatusCode.NotFound);
        await (await As(Role.Member, House.FirstBranch)).IsShut($"{address}/proof", HttpStatusCode.Forbidden);
        await (await As(Role.DepartmentHead, House.General)).IsShut($"/assignments/{Guid.CreateVersion7()}/proof", HttpStatusCode.NotFound);
    }

    private async Task<string> Given() => $"/assignments/{(await GivenTask.Issued(App, House, "梳理事项", new(2026, 3, 12), House.General)).Assignments[0].Id}";
}
