using System.Net;
using Exemplar.Organization;
using Exemplar.Platform.Security;
using Exemplar.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Exemplar.Tests.Organization;

/// <summary>Joint and temporary branches. Today is 10 March 2026.</summary>
public sealed class FormationTests : HouseTests
{
    private string Url => $"/units/{House.FirstBranch.Id}/edit";

    private async Task<(Formation, int?, DateOnly?)> Formed()
    {
        var unit = await App.Read(db => db.Units.SingleAsync(u => u.Id == House.FirstBranch.Id));
        return (unit.Formation, unit.CoveredUnits, unit.TaskEndsOn);
    }

    private async Task<string> Main(string url) => (await Committee.Open(url)).QuerySelector("main")!.TextContent;

    [Fact]
    public async Task A_joint_branch_says_how_many_units_it_covers_and_the_limit_of_five_is_shown()
    {
        await App.Keep(new(2026, 1, 1), House.FirstBranch);
        await (await Committee.Submit(Url, ("Form.Formation", "Joint"))).Refuses("CoveredUnits", "联合党支部请填写由几个单位组成");
        await (await Committee.Submit(Url, ("Form.Formation", "Joint"), ("Form.CoveredUnits", "1"))).Refuses("CoveredUnits", "联合党支部请填写由几个单位组成，2 到 99 个");
        Assert.Equal((Formation.Own, null, null), await Formed());

        await (await Committee.Submit(Url, ("Form.Formation", "Joint"), ("Form.CoveredUnits", "6"))).Leads(Committee, "已保存");
        Assert.Equal("units.change", (await LogOf(House.FirstBranch.Id))[^1]);
        Assert.Contains("联合党支部，6 个单位", await Main($"/units/{House.FirstBranch.Id}"), StringComparison.Ordinal);
        Assert.Contains("不符合", await Main($"/standings/{House.FirstBranch.Id}/ORG-03/2026-01-01"), StringComparison.Ordinal);

        await Committee.Submit(Url, ("Form.CoveredUnits", "5"));
        Assert.DoesNotContain("不符合", await Main($"/standings/{House.FirstBranch.Id}/ORG-03/2026-01-01"), StringComparison.Ordinal);
        await Committee.Submit(Url, ("Form.Formation", "Own"));
        Assert.Equal((Formation.Own, null, null), await Formed());
        await Committee.IsShut($"/standings/{House.FirstBranch.Id}/ORG-03/2026-01-01", HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_temporary_branch_is_among_what_falls_due_until_it_is_dissolved_and_has_no_term()
    {
        await App.Keep(new(2026, 1, 1), House.FirstBranch);
        Assert.Contains("第一党支部", await Main("/terms?only=Unknown"), StringComparison.Ordinal);
        await (await Committee.Submit(Url, ("Form.Formation", "Temporary"))).Refuses("TaskEndsOn", "临时党支部请填写任务结束的日期");

        await (await Committee.Submit(Url, ("Form.Formation", "Temporary"), ("Form.TaskEndsOn", "2026-03-31"))).Leads(Committee, "已保存");
        Assert.Contains("临时党支部撤销 任务结束", (await Committee.Open("/due")).QuerySelectorAll("table")[0].QuerySelectorAll("tbody th").Select(th => th.TextContent.Trim()));
        Assert.Contains("任务到 2026年3月31日 为止，到时请办理撤销", (await Committee.Open("/month-end")).QuerySelector("main textarea")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("第一党支部", (await Committee.Open("/terms?only=Unknown")).QuerySelectorAll("tbody th").Select(t => t.TextContent));
        var why = await Committee.Open($"/standings/{House.FirstBranch.Id}/ORG-04/2026-01-01");
        Assert.Contains("还没有撤销", why.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(why.QuerySelector($"main a.button[href='/units/{House.FirstBranch.Id}']"));

        await (await Committee.Submit($"/units/{House.FirstBranch.Id}/dissolve", ("Form.On", "2026-03-10"))).Leads(Committee, "已撤销");
        Assert.Contains("已撤销", await Main($"/standings/{House.FirstBranch.Id}/ORG-04/2026-01-01"), StringComparison.Ordinal);
    }

    [Fact]
    public void Only_a_branch_is_formed_jointly_or_for_a_task() =>
        Assert.Equal("机关党委没有临时组建（临时党支部）", House.Committee.FormAs(Formation.Temporary, null, new(2026, 5, 1))!.Message);
}
