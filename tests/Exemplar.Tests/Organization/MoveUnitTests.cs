using System.Net;
using Exemplar.Kernel;
using Exemplar.Organization;
using Exemplar.Platform.Security;
using Exemplar.Rules;
using Exemplar.Rules.OwnRules;
using Exemplar.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Exemplar.Tests.Organization;

public sealed class MoveUnitTests : HouseTests
{
    private Unit general = null!, group = null!;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        general = House.Found(UnitKind.GeneralBranch, "业务党总支", House.Committee);
        group = House.Found(UnitKind.PartyGroup, "第一党小组", House.SecondBranch);
        await House.Save();
    }

    private string Url(Unit? to = null, Unit? unit = null) => $"/units/{(unit ?? House.SecondBranch).Id}/move{(to is null ? "" : $"?to={to.Id}")}";

    private Task<Unit> Kept(Unit unit) => App.Read(db => db.Units.AsNoTracking().SingleAsync(u => u.Id == unit.Id));

    [Fact]
    public async Task It_stands_under_the_new_unit_with_all_that_stands_below_it()
    {
        await (await Committee.Submit(Url(general))).Leads(Committee, "已移到新的上级下面：第二党支部");

        var (branch, below) = (await Kept(House.SecondBranch), await Kept(group));
        Assert.Equal((general.Id, $"{general.Path}{House.SecondBranch.Path.Split('/')[^2]}/"), (branch.ParentId, branch.Path));
        Assert.StartsWith(branch.Path, below.Path, StringComparison.Ordinal);
        Assert.StartsWith(branch.Order, below.Order, StringComparison.Ordinal);
        Assert.StartsWith(general.Order, branch.Order, StringComparison.Ordinal);
        Assert.Equal(["test.given", "units.change"], await LogOf(group.Id));
        Assert.Contains("调整上级，原在“机关党委”下", (await Committee.Open($"/units/{House.SecondBranch.Id}")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_looks_in_from_above_follows_the_place_and_is_named_before()
    {
        var head = await House.Account("总支书记", (Role.BranchSecretary, general));
        var browser = App.As(head);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"/units/{group.Id}")).StatusCode);

        var page = await Committee.Open(Url(general));
        Assert.Contains("总支书记（业务党总支支部书记）", page.QuerySelector("main form[method=post]")!.TextContent, StringComparison.Ordinal);
        await (await Committee.Submit(Url(general))).Leads(Committee, "已移到新的上级下面");
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync($"/units/{group.Id}")).StatusCode);

        var back = await Committee.Open(Url(House.Committee));
        Assert.Contains("不再看到它的账号", back.QuerySelector("main form[method=post]")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Standings_of_both_sides_and_rules_of_its_own_are_those_reckoned_anew()
    {
        await House.Somebody("张三", House.SecondBranch, House.General);
        await App.Keep(new(2025, 1, 1), House.Committee, general, House.SecondBranch);
        await App.Given(new OwnRule { UnitId = House.SecondBranch.Id, Path = House.SecondBranch.Path, Title = "多开一次", Counts = "held.party-day", Units = ["Branch"], Period = PeriodKind.Quarter, AtLeast = 4, Basis = "支部决定", From = new(2026, 1, 1) },
            YearNotice.Give(Guid.CreateVersion7(), House.Committee.Id, House.Committee.Path, "MTG-06", 2025, new(2026, 1, 1), new(2026, 3, 20), "第1号").Value!);

        await (await Committee.Submit(Url(general))).Leads(Committee, "已移到");
        var kept = await Rows();
        Assert.Contains(kept, row => row.Contains("own-", StringComparison.Ordinal));
        await App.Read(db => db.Standings.ExecuteDeleteAsync());
        await App.Recount();
        Assert.Equal(await Rows(), kept);
        Assert.Equal((await Kept(House.SecondBranch)).Path, await App.Read(db => db.OwnRules.Select(r => r.Path).SingleAsync()));
    }

    /// <summary>The committee no longer stands above it: only the step knows whom it was taken from.</summary>
    [Fact]
    public async Task The_unit_that_it_was_taken_from_counts_without_it()
    {
        await House.Somebody("张三", House.SecondBranch, House.General);
        await App.Keep(new(2025, 1, 1), House.Committee, House.SecondBranch);
        await (await Committee.Submit(Url(House.Office))).Leads(Committee, "已移到");
        var kept = await Rows();
        Assert.Contains(kept, row => row.StartsWith($"{House.Committee.Id}", StringComparison.Ordinal));
        Assert.Equal(0, await App.Recount());
        Assert.Equal(await Rows(), kept);
    }

    [Fact]
    public async Task A_unit_of_its_name_is_renamed_first()
    {
        House.Found(UnitKind.Branch, "第二党支部", general);
        await House.Save();
        await (await Committee.Submit(Url(general))).Refuses("Parent", "“业务党总支”下已有“第二党支部”，请先更名");
        Assert.Equal(House.Committee.Id, (await Kept(House.SecondBranch)).ParentId);
    }

    [Fact]
    public async Task What_cannot_stand_there_is_neither_offered_nor_taken()
    {
        var page = await Committee.Open(Url());
        Assert.Equal(["请选择", "临江市人民政府办公室", "业务党总支"], page.QuerySelectorAll("#to option").Select(o => o.TextContent));   // neither where it stands, nor itself, nor a department
        foreach (var place in new[] { House.General, House.SecondBranch, group, House.OtherOffice })
            await (await Committee.SendForm(page, Url(), ("Form.Parent", place.Id.ToString()), ("Form.Version", "0"))).Refuses("Parent", "请从列表中选择单位");
        await Committee.Open(Url(unit: House.Office));
        await (await Committee.SendForm(page, Url(unit: House.Office), ("Form.Parent", general.Id.ToString()), ("Form.Version", "0"))).Refuses("", "最上级单位不能移到别处");
    }

    [Fact]
    public void The_unit_itself_refuses_circles_kinds_and_depth()
    {
        Assert.Equal("不能移到自己或自己的下级下面", House.SecondBranch.MoveUnder(group, 1, 0)!.Message);
        Assert.Equal("科室下不设党支部", House.SecondBranch.MoveUnder(House.General, 1, 0)!.Message);
        Assert.Equal("现在就在“机关党委”下面", House.SecondBranch.MoveUnder(House.Committee, 1, 0)!.Message);
        Assert.Equal("层级太深，最多 10 级", House.SecondBranch.MoveUnder(general, 1, 9)!.Message);
    }

    [Fact]
    public async Task A_form_opened_before_somebody_elses_change_is_stale()
    {
        var page = await Committee.Open(Url(general));
        await Committee.Submit($"/units/{House.SecondBranch.Id}/edit", ("Form.Name", "新二支部"));
        Assert.Equal(HttpStatusCode.Conflict, (await Committee.SubmitForm(page, Url(general), "main form[method=post]")).StatusCode);
    }

    [Fact]
    public async Task Only_the_offices_that_keep_the_organization_may_and_only_in_their_own()
    {
        await (await As(Role.BranchSecretary, House.SecondBranch)).IsShut(Url(), HttpStatusCode.Forbidden);
        await Committee.IsShut(Url(unit: House.OtherOffice), HttpStatusCode.NotFound);
        await Committee.IsShut($"/units/{Guid.CreateVersion7()}/move", HttpStatusCode.NotFound);
    }

    private Task<List<string>> Rows() => App.Read(async db => (await db.Standings.AsNoTracking().ToListAsync())
        .Select(s => $"{s.SubjectId} {s.Rule} {s.From} {s.To} {s.DueOn} {s.UnitId} {s.Year} {s.Actual}/{s.Required} {s.Met} {s.Exempt}").Order(StringComparer.Ordinal).ToList());
}
