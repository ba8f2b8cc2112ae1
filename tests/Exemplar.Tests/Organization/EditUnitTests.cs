using System.Net;
using Exemplar.Platform.Security;
using Exemplar.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Exemplar.Tests.Organization;

public sealed class EditUnitTests : HouseTests
{
    private string Url => $"/units/{House.Committee.Id}/edit";

    [Fact]
    public async Task A_unit_that_moves_up_takes_everything_below_it_along()
    {
        var answer = await Committee.Submit(Url, ("Form.Name", "直属机关党委"), ("Form.Position", "1"));

        await answer.Leads(Committee, "已保存：直属机关党委");
        Assert.Equal(["临江市人民政府办公室", "直属机关党委", "第一党支部", "第二党支部", "模范机关创建工作领导小组", "领导小组办公室", "综合科", "秘书科"],
            (await Committee.Open("/units")).QuerySelectorAll("tbody th").Select(th => th.TextContent.Trim()));
        Assert.Equal(["test.given", "units.change"], await LogOf(House.FirstBranch.Id));
    }

    [Fact]
    public async Task Names_of_living_neighbours_and_places_below_one_are_refused()
    {
        await (await Committee.Submit(Url, ("Form.Name", "综合科"))).Refuses("Name", "同级已有“综合科”");
        await (await Committee.Submit(Url, ("Form.Position", "0"))).Refuses("Position", "排在同级第几位须是 1 到 9999 的整数");
        Assert.Equal("机关党委", await App.Read(db => db.Units.Where(u => u.Id == House.Committee.Id).Select(u => u.Name).SingleAsync()));
    }

    [Fact]
    public async Task The_day_from_which_duties_are_kept_goes_to_those_below_that_have_none_when_asked_to()
    {
        await App.Keep(new(2026, 3, 1), House.SecondBranch);
        Assert.Contains("已有启用日的不变", (await Committee.Open(Url)).QuerySelector("main form")!.TextContent, StringComparison.Ordinal);

        await (await Committee.Submit(Url, ("Form.DutiesFrom", "2026-01-01"))).Leads(Committee, "已保存");
        Assert.Equal((new DateOnly(2026, 1, 1), null, new DateOnly(2026, 3, 1)), await Starts());
        await (await Committee.Submit(Url, ("Form.DutiesFrom", "2026-01-01"), ("Form.AlsoBelow", "true"))).Leads(Committee, "已保存");

        Assert.Equal((new DateOnly(2026, 1, 1), new DateOnly(2026, 1, 1), new DateOnly(2026, 3, 1)), await Starts());
        Assert.Equal("units.change", (await LogOf(House.FirstBranch.Id))[^1]);
        Assert.Null((await Committee.Open(Url)).QuerySelector("#Form_AlsoBelow"));
    }

    [Fact]
    public async Task Whoever_may_change_the_unit_alone_gives_those_below_nothing()
    {
        var account = await House.Account("某人");
        await App.Given(new Grant { AccountId = account, Role = Role.CommitteeOffice, UnitId = House.Committee.Id, Inherit = false, From = new(2026, 1, 1) });
        var alone = App.As(account);
        var page = await alone.Open(Url);
        Assert.Null(page.QuerySelector("#Form_AlsoBelow"));

        List<(string, string)> fields = [.. Pages.Kept(page.QuerySelector("main form[method=post]")!, ("Form.DutiesFrom", "")), ("Form.DutiesFrom", "2026-01-01"), ("Form.AlsoBelow", "true")];
        await (await alone.Send(Url, fields)).Leads(alone, "已保存");
        Assert.Equal((new DateOnly(2026, 1, 1), null, null), await Starts());
    }

    private async Task<(DateOnly?, DateOnly?, DateOnly?)> Starts()
    {
        var starts = await App.Read(db => db.Units.ToDictionaryAsync(u => u.Id, u => u.DutiesFrom));
        return (starts[House.Committee.Id], starts[House.FirstBranch.Id], starts[House.SecondBranch.Id]);
    }

    [Fact]
    public async Task A_form_opened_before_somebody_elses_change_is_stale()
    {
        var page = await Committee.Open(Url);
        await (await Committee.Submit(Url, ("Form.Name", "机关党总支"))).Leads(Committee, "已保存");

        var late = await Committee.SubmitForm(page, Url, "main form[method=post]", ("Form.Name", "直属机关党委"));

        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
        Assert.Equal("机关党总支", await App.Read(db => db.Units.Where(u => u.Id == House.Committee.Id).Select(u => u.Name).SingleAsync()));
    }

    [Fact]
    public async Task Only_the_offices_that_keep_the_organization_may_and_only_in_their_own()
    {
        await (await As(Role.BranchSecretary, House.Committee)).IsShut(Url, HttpStatusCode.Forbidden);
        await Committee.IsShut($"/units/{House.OtherOffice.Id}/edit", HttpStatusCode.NotFound);
        await Committee.IsShut($"/units/{Guid.CreateVersion7()}/edit", HttpStatusCode.NotFound);
    }
}
