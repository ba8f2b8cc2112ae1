using System.Net;
using Exemplar.Campaigns;
using Exemplar.Campaigns.Reading;
using Exemplar.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Exemplar.Tests.Campaigns.Reading;

/// <summary>A spreadsheet of tasks goes the way of every document: it is read, stands beside its lit source, and waits.</summary>
public sealed class TaskSheetTests : IAsyncLifetime
{
    private readonly TestApp app = new();
    private GivenCampaign given = null!;

    private static SheetBuilder Tasks() => new SheetBuilder()
        .Row("2026年模范机关创建任务清单", null, null, null, null).Merge("A1:E1")
        .Row("序号", "工作内容", "牵头科室", "配合科室", "完成时限")
        .Row(1, "压减文件。全年减少15%", "综合科", "秘书科", new DateOnly(2026, 6, 30))
        .Row(2, "办好热线", "热线科", null, "5月底前")
        .Row("合计", null, null, null, null);

    [Fact]
    public async Task Columns_are_known_by_their_names_and_each_row_waits_beside_its_lit_cell()
    {
        var page = await (await HandIn(Tasks())).Leads(given.Office, "已读取《2026年模范机关创建任务清单》");
        var items = await app.Read(db => db.ProposedItems.OrderBy(i => i.Start).ToListAsync());
        Assert.Equal(["压减文件", "办好热线"], items.Select(i => i.Title));
        Assert.All(items, i => Assert.Equal((PlanItemKind.Task, ItemDecision.Pending), (i.Kind, i.Decision)));
        Assert.Equal([new DateOnly(2026, 6, 30), new DateOnly(2026, 5, 31)], items.Select(i => i.DueOn!.Value));
        Assert.Equal([given.House.General.Id], items[0].OwnerIds);
        Assert.Equal(["热线科"], items[1].MissedOwners);
        Assert.Equal("办好热线", page.QuerySelector($".source-pane mark[data-item='{items[1].Id:N}']")!.TextContent);
    }

    [Fact]
    public async Task What_is_wrong_is_named_by_row_and_column_and_nothing_is_read()
    {
        var answer = await HandIn(new SheetBuilder()
            .Row("任务", "责任单位", "完成时限")
            .Row("压减文件", "综合科", new CellError("#REF!"))
            .Row(null, "秘书科", "6月底前")
            .Row("办好热线", "综合科", "5月底前"));
        await answer.Refuses("File", "有 2 处要先在表里改好，一行也没有读入：第 2 行 C 列：#REF!；第 3 行 A 列：没有写任务");
        Assert.Equal(0, await app.Read(db => db.ProposedItems.CountAsync()));
    }

    [Fact]
    public async Task A_pasted_table_is_held_to_the_same_and_named_by_row_and_column()
    {
        const string table = "2026年任务清单\n序号\t任务\t责任单位\t完成时限\n1\t压减文件\t综合科\t#REF!\n2\t\t秘书科\t6月底前\n3\t办好热线\t综合科\t5月底前\n说明：按月报送。\n";
        var url = $"{given.Address}/plan";
        await (await given.Office.Submit(url, ("Form.Text", table))).Refuses("Text", "有 2 处要先在表里改好，一行也没有读入：第 3 行 D 列：#REF!；第 4 行 B 列：没有写任务");
        Assert.Equal(0, await app.Read(db => db.ProposedItems.CountAsync()));

        var mended = table.Replace("#REF!", "6月底前", StringComparison.Ordinal).Replace("2\t\t", "2\t改进作风\t", StringComparison.Ordinal);
        await (await given.Office.Submit(url, ("Form.Text", mended))).Leads(given.Office, "已读取");
        Assert.Equal(["压减文件", "改进作风", "办好热线"], await app.Read(db => db.ProposedItems.OrderBy(i => i.Start).Select(i => i.Title).ToListAsync()));
    }

    /// <summary>Tabs alone make no table of tasks.</summary>
    [Theory]
    [InlineData("一、重点任务\n（一）压减文件。\t责任单位：综合科；完成时限：6月底前。\n")]
    [InlineData("姓名\t单位\n甲\t#REF!\n")]
    public void Any_other_pasted_text_is_left_to_its_reader(string text) => Assert.Null(SourceText.Paste(text).Refusal);

    [Fact]
    public async Task A_sheet_without_a_heading_says_which_columns_it_needs() =>
        await (await HandIn(new SheetBuilder().Row("姓名", "出生年月").Row("甲", "1990年1月"))).Refuses("File", "没有找到表头");

    [Fact]
    public async Task A_problem_over_several_rows_is_told_once_and_its_measures_each()
    {
        await HandIn(new SheetBuilder()
            .Row("存在问题", "整改措施", "责任单位", "完成时限")
            .Row("文件偏多", "压减文件", "综合科", "6月底前")
            .Row("文件偏多", "清理简报", "综合科", "9月底前").Merge("A2:A3"));
        var items = await app.Read(db => db.ProposedItems.OrderBy(i => i.Start).Select(i => new { i.Kind, i.Title }).ToListAsync());
        Assert.Equal([(PlanItemKind.Problem, "文件偏多"), (PlanItemKind.Task, "压减文件"), (PlanItemKind.Task, "清理简报")], items.Select(i => (i.Kind, i.Title)));
    }

    [Fact]
    public async Task A_file_that_only_says_it_is_a_sheet_is_refused()
    {
        var answer = await given.Office.SubmitFile($"{given.Address}/plan", "Form.File", "任务.xlsx", "不是表格"u8.ToArray());
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal("这不是 Excel 表格，请上传 .xlsx 文件", (await answer.Read()).ErrorAt("File"));
    }

    private Task<HttpResponseMessage> HandIn(SheetBuilder sheet) => given.Office.SubmitFile($"{given.Address}/plan", "Form.File", "任务.xlsx", sheet.Bytes());

    public async Task InitializeAsync()
    {
        await app.InitializeAsync();
        given = await GivenCampaign.Open(app);
    }

    public Task DisposeAsync() => app.DisposeAsync();
}
