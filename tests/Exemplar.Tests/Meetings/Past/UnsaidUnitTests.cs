using AngleSharp.Dom;
using Exemplar.Meetings;
using Exemplar.Organization;
using Exemplar.People;
using Exemplar.People.RosterImport;
using Exemplar.Tests.Support;

namespace Exemplar.Tests.Meetings.Past;

/// <summary>Registers whose rows do not say of which branch they are: the name of the file does, or it is asked once for each file.</summary>
public sealed class UnsaidUnitTests : RegisterHouse
{
    private const string Together = "/meetings/past/together";
    private const string Silent = "# Sheet1\n时间|会议类型|主题\n2026-01-08|支委会|研究计划\n2026-02-06|主题党日|参观\n2026-03-06|支部党员大会|学习";
    private const string OfSecond = "# 第二党支部\n时间|会议类型|主题\n2026-01-09|支委会|研究计划";

    private async Task<string> HandIn(params (string Name, string Sheet)[] files) =>
        (await Committee.SubmitFiles("/meetings/past", "Form.File", files.Select(f => (f.Name, WorkbookText.Bytes(f.Sheet))))).Headers.Location!.OriginalString;

    private async Task<IDocument> Say(string url, params (string, string)[] answers)
    {
        await (await Committee.SubmitForm(await Committee.Open(url), url, "main form[method=post]", [("Form.Choice", "Confirm"), .. answers])).Leads(Committee, "已按您选的重新核对，看过再确认");
        return await Committee.Open(url);
    }

    private static IElement? Asked(IDocument page, int file = 0) => page.QuerySelector($"select[name='Form.Files[{file}].Unit']");

    [Fact]
    public async Task The_whole_name_of_a_branch_in_the_name_of_the_file_says_whose_its_rows_are()
    {
        var centre = House.Found(UnitKind.Branch, "水文信息中心党支部", House.Committee);
        await House.Save();
        var url = await HandIn(("水文信息中心2026（整理）.xlsx", Silent));
        var page = await Committee.Open(url);
        Assert.Contains("导入 3 次会议，没有说清 0 次", Text(page), StringComparison.Ordinal);
        Assert.Contains("没有写支部的 3 次，按文件名记到水文信息中心党支部", Text(page), StringComparison.Ordinal);
        Assert.Equal($"{centre.Id}", Asked(page)!.QuerySelector("option[selected]")!.GetAttribute("value"));

        await Confirm(Committee, url);
        Assert.Equal([centre.Id, centre.Id, centre.Id], (await Imported()).Select(m => m.UnitId));
    }

    [Fact]
    public async Task Another_than_the_name_of_the_file_says_is_looked_at_before_it_is_imported()
    {
        House.Found(UnitKind.Branch, "水文信息中心党支部", House.Committee);
        await House.Save();
        var url = await HandIn(("水文信息中心2026.xlsx", Silent));
        var page = await Say(url, ("Form.Files[0].Unit", $"{House.FirstBranch.Id}"));
        Assert.Contains("没有写支部的 3 次，按您选的记到第一党支部", Text(page), StringComparison.Ordinal);
        await Confirm(Committee, url);
        Assert.All(await Imported(), m => Assert.Equal(House.FirstBranch.Id, m.UnitId));
    }

    [Fact]
    public async Task Whose_the_rows_of_a_file_are_that_name_no_branch_is_asked_once()
    {
        var url = await HandIn(("会议情况.xlsx", Silent));
        var page = await Committee.Open(url);
        Assert.Contains("《会议情况.xlsx》里没有写支部的 3 次，都是：", Text(page), StringComparison.Ordinal);
        Assert.DoesNotContain("还要逐行说", Text(page), StringComparison.Ordinal);
        Assert.Equal("", Asked(page)!.QuerySelector("option")!.GetAttribute("value"));   // nothing is chosen for anybody

        page = await Say(url, ("Form.Files[0].Unit", $"{House.SecondBranch.Id}"));
        Assert.Contains("导入 3 次会议，没有说清 0 次", Text(page), StringComparison.Ordinal);
        await Confirm(Committee, url);
        Assert.All(await Imported(), m => Assert.Equal(House.SecondBranch.Id, m.UnitId));
    }

    [Fact]
    public async Task Rows_of_several_branches_are_said_one_by_one()
    {
        var url = await HandIn(("会议情况.xlsx", Silent));
        var page = await Say(url, ("Form.Files[0].Unit", $"{SaidWord.NoUnit}"));
        Assert.Contains("还要逐行说的 3 次", Text(page), StringComparison.Ordinal);
        await Say(url, ("Form.Rows[0].Unit", $"{House.FirstBranch.Id}"), ("Form.Rows[1].Unit", $"{House.SecondBranch.Id}"));
        await Confirm(Committee, url);
        Assert.Equal([House.FirstBranch.Id, House.SecondBranch.Id], (await Imported()).Select(m => m.UnitId));
    }

    [Fact]
    public async Task Of_several_files_each_is_asked_for_itself_and_one_that_says_it_is_not()
    {
        await HandIn(("甲.xlsx", Silent), ("二.xlsx", OfSecond), ("乙.xlsx", Silent));
        var page = await Committee.Open(Together);
        Assert.Equal(["《甲.xlsx》里没有写支部的 3 次，都是：", "《乙.xlsx》里没有写支部的 3 次，都是："], page.QuerySelectorAll("#unsaid-units label").Select(l => l.TextContent));
        Assert.DoesNotContain("要打开那一份逐行说", Text(page), StringComparison.Ordinal);
        Assert.Equal("按上面选的重新核对", page.QuerySelector(".buttons button.primary")!.TextContent);

        page = await Say(Together, ("Form.Files[0].Unit", $"{House.FirstBranch.Id}"));
        Assert.Contains("导入 4 次会议，没有说清 3 次", Text(page), StringComparison.Ordinal);
        page = await Say(Together, ("Form.Files[1].Unit", $"{House.SecondBranch.Id}"));
        Assert.DoesNotContain("没有说清 3 次", Text(page), StringComparison.Ordinal);
        await (await Committee.SubmitForm(page, Together, "main form[method=post]", ("Form.Choice", "Confirm"))).Leads(Committee, "已导入：3 份 7 次会议");
        Assert.Equal(3, (await Imported()).Count(m => m.UnitId == House.FirstBranch.Id));
    }

    [Fact]
    public async Task The_unit_of_another_office_is_not_taken()
    {
        var url = await HandIn(("会议情况.xlsx", Silent));
        Assert.Contains("没有说清 3 次", Text(await Say(url, ("Form.Files[0].Unit", $"{House.OtherOffice.Id}"))), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("水文信息中心2026（整理）.xlsx", "水文信息中心党支部")]
    [InlineData("市水务局 水文信息中心 台账.xlsx", "水文信息中心党支部")]
    [InlineData("台账（水文站）.xls", "水文站党支部")]
    [InlineData("局办公室2026.xlsx", "办公室党支部")]
    [InlineData("综合行政执法支队2026.xlsx", "综合行政执法支队党支部")]   // which holds 执法支队, another
    [InlineData("第一季度台账.xlsx", null)]
    [InlineData("机关2026.xlsx", null)]
    [InlineData("某市政府办公室2026.xlsx", null)]
    [InlineData("水文信息中心、水文站2026.xlsx", null)]
    [InlineData("水文信息中心各支部2026.xlsx", null)]
    [InlineData("机关党委季度督查表.xlsx", null)]
    [InlineData("综合统计表.xlsx", null)]
    public void Only_the_whole_name_of_one_branch_counts(string file, string? branch)
    {
        var office = Unit.Found(Guid.CreateVersion7(), UnitKind.Office, "某局", null, 1, 1).Value!;
        var committee = Unit.Found(Guid.CreateVersion7(), UnitKind.Committee, "机关党委", office, 2, 1).Value!;
        string[] names = ["水文信息中心党支部", "水文站党支部", "办公室党支部", "执法支队党支部", "综合行政执法支队党支部", "第一党支部", "机关党支部", "综合党支部"];
        var units = names.Select((name, n) => Unit.Found(Guid.CreateVersion7(), UnitKind.Branch, name, committee, 3 + n, 1 + n).Value!).Prepend(committee).ToList();
        Assert.Equal(branch, new NamedUnits(units, _ => null).NamedInFile(file)?.Name);
    }
}
