using System.Net;
using Exemplar.Organization;
using Exemplar.Platform.Security;
using Exemplar.Tests.Support;
using Exemplar.Tests.Tasks;
using Microsoft.EntityFrameworkCore;

namespace Exemplar.Tests.Organization;

public sealed class DissolveUnitTests : HouseTests
{
    private string Url => $"/units/{House.SecondBranch.Id}/dissolve";

    [Fact]
    public async Task A_dissolved_unit_leaves_the_tree_and_stays_in_the_house()
    {
        await (await Committee.Submit(Url, ("Form.On", "2026-03-01"))).Leads(Committee, "已撤销：第二党支部");

        Assert.DoesNotContain("第二党支部", (await Committee.Open("/units")).QuerySelector("tbody")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("2026-03-01 撤销", (await Committee.Open("/units?all=true")).QuerySelector("tbody")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(["test.given", "units.change"], await LogOf(House.SecondBranch.Id));
        await (await Committee.Submit(Url, ("Form.On", "2026-03-01"))).Refuses("", "已于 2026-03-01 撤销");
    }

    [Fact]
    public async Task What_stands_in_the_way_is_named()
    {
        await (await Committee.Submit($"/units/{House.Committee.Id}/dissolve", ("Form.On", "2026-03-01"))).Refuses("", "下面还有 2 个单位");
        await (await Committee.Submit($"/units/{House.Office.Id}/dissolve", ("Form.On", "2026-03-01"))).Refuses("", "最上级单位不能撤销");

        var person = await House.Somebody("孙某", House.SecondBranch);
        await (await Committee.Submit(Url, ("Form.On", "2026-03-01"))).Refuses("", "还有 1 人编在这里");
        await App.Given(new Post { UnitId = House.FirstBranch.Id, PersonId = person.Id, Kind = PostKind.Secretary, From = new(2026, 1, 1) });
        await (await Committee.Submit($"/units/{House.FirstBranch.Id}/dissolve", ("Form.On", "2026-03-01"))).Refuses("", "还有 1 个现任职务");
        Assert.Equal(0, await App.Read(db => db.Units.CountAsync(u => u.DissolvedOn != null)));
    }

    [Fact]
    public async Task A_unit_that_owes_a_task_stays_until_the_task_is_done()
    {
        await GivenTask.Issued(App, House, "没办完的", null, House.SecondBranch);
        await (await Committee.Submit(Url, ("Form.On", "2026-03-01"))).Refuses("", "还有 1 项任务没有办结");
        Assert.Null(await App.Read(db => db.Units.Where(u => u.Id == House.SecondBranch.Id).Select(u => u.DissolvedOn).SingleAsync()));
    }

    [Fact]
    public async Task It_does_not_end_in_the_future() =>
        await (await Committee.Submit(Url, ("Form.On", "2026-03-11"))).Refuses("On", "撤销日期不能在今天之后");

    [Fact]
    public async Task Only_the_offices_that_keep_the_organization_may_and_only_in_their_own()
    {
        await (await As(Role.BranchSecretary, House.SecondBranch)).IsShut(Url, HttpStatusCode.Forbidden);
        await Committee.IsShut($"/units/{House.OtherOffice.Id}/dissolve", HttpStatusCode.NotFound);
        await Committee.IsShut($"/units/{Guid.CreateVersion7()}/dissolve", HttpStatusCode.NotFound);
    }
}
