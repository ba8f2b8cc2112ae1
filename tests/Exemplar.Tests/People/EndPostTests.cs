using System.Net;
using Exemplar.Organization;
using Exemplar.Platform.Security;
using Exemplar.Tests.Support;
using Exemplar.Tests.Tasks;
using Microsoft.EntityFrameworkCore;

namespace Exemplar.Tests.People;

public sealed class EndPostTests : HouseTests
{
    private Post post = null!;

    private string Url => $"/posts/{post.Id}/end";

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        var member = await House.Somebody("郑党员", House.FirstBranch);
        await App.Given(post = new Post { UnitId = House.FirstBranch.Id, PersonId = member.Id, Kind = PostKind.Secretary, From = new(2026, 1, 1) });
    }

    [Fact]
    public async Task A_post_that_ends_becomes_history()
    {
        var page = await (await Committee.Submit(Url, ("Form.On", "2026-03-01"))).Leads(Committee, "已登记离任：郑党员");

        Assert.Contains("书记 郑党员，2026-01-01 至 2026-03-01", page.QuerySelector("details")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(["test.given", "posts.appoint"], await LogOf(post.Id));
        await (await Committee.Submit(Url, ("Form.On", "2026-03-02"))).Refuses("", "已于 2026-03-01 离任");
    }

    [Fact]
    public async Task With_the_last_post_in_a_unit_its_roles_end_and_its_tasks_stay()
    {
        var secretary = App.As(await House.AccountOf(await App.Read(db => db.People.SingleAsync(p => p.Name == "郑党员")), "郑党员", (Role.BranchSecretary, House.FirstBranch)));
        await GivenTask.Issued(App, House, "没办完的", new(2026, 6, 30), House.FirstBranch);
        Assert.Single((await secretary.Open("/tasks")).QuerySelectorAll("tbody tr"));

        await (await Committee.Submit(Url, ("Form.On", "2026-03-09"))).Leads(Committee, "已登记离任：郑党员；同日收回在第一党支部的 1 个角色；第一党支部有 1 项未办结任务，留在单位由接任者办理");

        Assert.Equal(HttpStatusCode.Forbidden, (await secretary.GetAsync("/tasks")).StatusCode);
        var successor = await As(Role.BranchSecretary, House.FirstBranch);
        Assert.Single((await successor.Open("/tasks")).QuerySelectorAll("tbody tr"));
    }

    [Theory]
    [InlineData("2025-12-31", "离任日期不能早于任职日期 2026-01-01")]
    [InlineData("2026-03-11", "离任日期不能在今天之后")]
    [InlineData("", "请填写离任日期")]
    public async Task A_refusal_stands_at_its_field_and_nothing_is_kept(string on, string sentence)
    {
        await (await Committee.Submit(Url, ("Form.On", on))).Refuses("On", sentence);
        Assert.Null(await App.Read(db => db.Posts.Select(p => p.To).SingleAsync()));
    }

    [Fact]
    public async Task Only_the_offices_may_and_only_in_their_own()
    {
        await (await As(Role.BranchSecretary, House.FirstBranch)).IsShut(Url, HttpStatusCode.Forbidden);
        await (await As(Role.CommitteeOffice, House.OtherOffice)).IsShut(Url, HttpStatusCode.NotFound);
        await Committee.IsShut($"/posts/{Guid.CreateVersion7()}/end", HttpStatusCode.NotFound);
    }
}
