using System.Net;
using Exemplar.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Exemplar.Tests.People.RosterImport;

/// <summary>What a roster must not hold is not stored anywhere, at no step of the import: not in files, not in the database, not in the record log.</summary>
public sealed class RosterPrivacyTests : HouseTests
{
    private const string Id = "110101198005011234", Phone = "13800001111", Pay = "98765.43", Remark = "家庭困难户", Beside = "请转告其爱人", Contact = "051288889999", Below = "18900002222", Other = "六号楼三单元";
    private static readonly string[] Private = [Id, Phone, Pay, Remark, Beside, Contact, Below, Other];

    private static SheetBuilder Sheet => new SheetBuilder()
        .Row("党员名册", null, null, $"联系人刘某 {Contact}")
        .Row("姓名", "身份证号", "手机", "出生年月", "入党时间", "所在支部", "月工资", "备注", null, $"有事找刘某 {Below}")
        .Row("张三", Id, long.Parse(Phone), "1980.5", "2009.7", "第一党支部", 98765.43, Remark, Beside)
        .Row("李四", null, null, "1985.6", "2010.7", "第二党支部", null, null);

    private static byte[] Roster => Sheet.Row($"本表联系电话：{Below}，{Beside}").Bytes(("xl/comments1.xml", $"<comments>{Other}</comments>"));

    /// <summary>Nobody reads these cells rightly: each is an error that quotes what stands there.</summary>
    private static byte[] Unsound => Sheet.Row($"王五{Phone}", null, null, $"1980.5 {Id}", Id, $"第一党支部{Contact}").Bytes();

    private async Task<string> Upload(byte[] roster)
    {
        var answer = await Committee.SubmitFile("/people/import", "Form.File", "名册.xlsx", roster);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return answer.Headers.Location!.OriginalString;
    }

    [Fact]
    public async Task Between_preview_and_confirmation_nothing_of_it_is_kept_and_after_neither()
    {
        var url = await Upload(Roster);
        Assert.Empty(await App.Find(Private));

        var page = await Committee.Open(url);
        Assert.Contains("已略去不需要的列：身份证号、手机、月工资", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(Private, text => page.QuerySelector("main")!.TextContent.Contains(text, StringComparison.Ordinal));

        await (await Committee.Submit(url)).Leads(Committee, "已导入：新登记 2 人");
        Assert.Empty(await App.Find(Private));
        Assert.Equal(0, App.KeptFiles());
    }

    [Fact]
    public async Task Cells_that_are_no_name_date_or_unit_are_not_quoted_with_their_numbers()
    {
        var url = await Upload(Unsound);
        Assert.Empty(await App.Find(Private));
        Assert.DoesNotContain(Private, text => Committee.GetStringAsync(url).Result.Contains(text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_was_given_up_leaves_nothing_and_is_not_found_again()
    {
        var url = await Upload(Roster);
        var page = await Committee.Open(url);
        await (await Committee.SubmitForm(page, url, "main form[method=post]", ("Form.Choice", "GiveUp"))).Leads(Committee, "已取消");

        Assert.Equal(0, await App.Read(db => db.HandedInRosters.CountAsync()));
        Assert.Empty(await App.Find(Private));
        await Committee.IsShut(url, HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task After_the_confirmation_only_the_roster_is_left()
    {
        var url = await Upload(Roster);
        await Committee.Submit(url);
        Assert.Equal(0, await App.Read(db => db.HandedInRosters.CountAsync()));
        Assert.Contains("这份文件已经导入：新登记 2 人", (await Committee.Open(url)).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refused_roster_leaves_nothing()
    {
        var noHeading = new SheetBuilder().Row("张三", Id, Phone).Row("李四", Pay, Remark).Bytes();
        await (await Committee.SubmitFile("/people/import", "Form.File", "名册.xlsx", noHeading)).Refuses("File", "没有找到表头");
        await (await Committee.SubmitFile("/people/import", "Form.File", "名册.xlsx", Roster, ("Form.AsOf", "2026-03-11"))).Refuses("AsOf", "名册日期");

        Assert.Empty(await App.Find([.. Private, "张三", "李四"]));
        Assert.Equal(0, App.KeptFiles());
    }

    [Fact]
    public async Task The_search_finds_what_is_there()
    {
        await Upload(Roster);
        Assert.NotEmpty(await App.Find("李四"));   // what the import needs until it is confirmed
    }
}
