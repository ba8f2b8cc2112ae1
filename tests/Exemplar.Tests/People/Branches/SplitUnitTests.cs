using System.Net;
using Exemplar.Organization;
using Exemplar.People;
using Exemplar.Platform.Security;
using Exemplar.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Exemplar.Tests.People.Branches;

public sealed class SplitUnitTests : HouseTests
{
    private Person goes = null!, stays = null!;

    private string Url => $"/units/{House.FirstBranch.Id}/split";

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        goes = await House.Somebody("张三", House.FirstBranch, House.General);
        stays = await House.Somebody("李四", House.FirstBranch);
    }

    private Task<HttpResponseMessage> Split(string name = "第三党支部", string on = "2026-03-05", params Guid[] people) =>
        Committee.Submit(Url, [("Form.Name", name), ("Form.On", on), .. (people.Length == 0 ? [goes.Id] : people).Select(p => ("Form.People", p.ToString()))]);

    private Task<Unit?> Founded() => App.Read(db => db.Units.AsNoTracking().SingleOrDefaultAsync(u => u.Name == "第三党支部"));

    [Fact]
    public async Task The_named_members_are_in_the_new_branch_from_that_day_and_before_it_in_the_old()
    {
        await App.Keep(new(2025, 1, 1), House.Committee, House.FirstBranch);
        await (await Split()).Leads(Committee, "已分设：第三党支部");

        var unit = (await Founded())!;
        Assert.Equal((House.Committee.Id, UnitKind.Branch, new DateOnly(2026, 3, 5)), (unit.ParentId, unit.Kind, unit.DutiesFrom));
        var path = await App.Read(db => db.Memberships.Where(m => m.PersonId == goes.Id && m.UnitId != House.General.Id).OrderBy(m => m.From).Select(m => new { m.UnitId, m.From, m.To }).ToListAsync());
        Assert.Equal([(House.FirstBranch.Id, (DateOnly?)new DateOnly(2026, 3, 4)), (unit.Id, null)], path.Select(m => (m.UnitId, m.To)));
        Assert.Null(await App.Read(db => db.Memberships.Where(m => m.PersonId == stays.Id).Select(m => m.To).SingleAsync()));
        Assert.Equal(["2026-03-05 由“第一党支部”分设"], await Committee.StepsOf(unit.Id));
        Assert.Equal(["2026-03-05 分出“第三党支部”"], await Committee.StepsOf(House.FirstBranch.Id));
        Assert.Equal(["units.change"], await LogOf(unit.Id));
        Assert.Equal(0, await App.Recount());
    }

    [Fact]
    public async Task Posts_and_roles_in_the_old_branch_end_for_those_who_go()
    {
        await App.Given(new Post { UnitId = House.FirstBranch.Id, PersonId = goes.Id, Kind = PostKind.Secretary, From = new(2026, 1, 1) }, new Post { UnitId = House.FirstBranch.Id, PersonId = stays.Id, Kind = PostKind.OrganizationMember, From = new(2026, 1, 1) });
        var secretary = App.As(await House.AccountOf(goes, "张三", (Role.BranchSecretary, House.FirstBranch)));
        await (await Split()).Leads(Committee, "已分设");

        Assert.Equal([(goes.Id, (DateOnly?)new DateOnly(2026, 3, 4)), (stays.Id, null)], (await App.Read(db => db.Posts.ToListAsync())).OrderBy(p => p.Kind).Select(p => (p.PersonId, p.To)));
        Assert.Equal(HttpStatusCode.Forbidden, (await secretary.GetAsync($"/units/{House.FirstBranch.Id}")).StatusCode);
    }

    [Fact]
    public async Task What_goes_along_is_named_before_it_is_done()
    {
        await App.Given(new Post { UnitId = House.FirstBranch.Id, PersonId = goes.Id, Kind = PostKind.Secretary, From = new(2026, 1, 1) });
        var page = await (await Committee.Submit($"{Url}?handler=Look", ("Form.Name", "第三党支部"), ("Form.On", "2026-03-05"), ("Form.People", goes.Id.ToString()))).Read();
        var shown = page.QuerySelector("section[aria-label=有哪些变化]")!.TextContent;
        foreach (var said in new[] { "1 人：张三", "1 人：李四", "张三（书记）" }) Assert.Contains(said, shown, StringComparison.Ordinal);
        Assert.Null(await Founded());
        await (await Committee.SubmitForm(page, Url, "main form[method=post]")).Leads(Committee, "已分设：第三党支部");   // as it was shown
    }

    [Theory]
    [InlineData("第二党支部", "2026-03-05", "Name", "同级已有“第二党支部”")]
    [InlineData("第三党支部", "2026-03-11", "On", "日期不能在今天之后")]
    [InlineData("第三党支部", "2025-12-31", "On", "最早 2026-01-01：这以前勾选的人在这里的编入、任职还有变动")]
    public async Task A_refusal_stands_at_its_field_and_nothing_is_kept(string name, string on, string field, string sentence)
    {
        await (await Split(name, on)).Refuses(field, sentence);
        Assert.Null(await Founded());
    }

    [Fact]
    public async Task Somebody_goes_and_somebody_stays()
    {
        await (await Committee.Submit(Url, ("Form.Name", "第三党支部"), ("Form.On", "2026-03-05"))).Refuses("People", "请勾选转入新单位的人员");
        await (await Split(people: [goes.Id, stays.Id])).Refuses("People", "全部转走就没有人留下了");
        await (await Split(people: (await House.Somebody("别处的", House.SecondBranch)).Id)).Refuses("People", "请从列表中勾选人员");
    }

    [Fact]
    public async Task Sent_twice_it_is_founded_once()
    {
        var page = await Committee.Open(Url);
        for (var n = 0; n < 2; n++)
            await (await Committee.SubmitForm(page, Url, "main form[method=post]", ("Form.Name", "第三党支部"), ("Form.On", "2026-03-05"), ("Form.People", goes.Id.ToString()))).Leads(Committee, "已分设");
        Assert.NotNull(await Founded());
    }

    [Fact]
    public async Task Only_whoever_keeps_units_and_roster_may_and_only_in_their_own_house()
    {
        await (await As(Role.BranchSecretary, House.FirstBranch)).IsShut(Url, HttpStatusCode.Forbidden);
        await (await As(Role.CampaignOffice, House.Office)).IsShut(Url, HttpStatusCode.Forbidden);
        await (await As(Role.CommitteeOffice, House.OtherOffice)).IsShut(Url, HttpStatusCode.NotFound);
        await Committee.IsShut($"/units/{Guid.CreateVersion7()}/split", HttpStatusCode.NotFound);
    }
}
