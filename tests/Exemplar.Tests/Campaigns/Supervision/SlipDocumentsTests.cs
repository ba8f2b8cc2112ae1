using System.IO.Compression;
using System.Net;
using Exemplar.Platform.Security;
using Exemplar.Tests.Support;
using Exemplar.Tests.Tasks;

namespace Exemplar.Tests.Campaigns.Supervision;

public sealed class SlipDocumentsTests : IAsyncLifetime
{
    private readonly TestApp app = new();
    private GivenDesk given = null!;

    [Fact]
    public async Task One_unit_gets_one_letter_with_what_is_asked_and_until_when()
    {
        var answer = await given.Desk.GetAsync($"/supervision/slips?ids={given.Shares[0]}");
        Assert.Equal("督办通知单（综合科）.docx", answer.Content.Headers.ContentDisposition!.FileNameStar);
        var text = GivenDocument.TextOf(await answer.Content.ReadAsByteArrayAsync());
        Assert.Contains("临江市人民政府办公室模范机关创建工作领导小组办公室", text, StringComparison.Ordinal);
        Assert.Contains("压减文件", text, StringComparison.Ordinal);
        Assert.Contains("2026年3月31日", text, StringComparison.Ordinal);
        Assert.Contains("2026年4月2日", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Several_units_come_as_a_zip_one_document_each_and_what_was_reported_is_left_out()
    {
        using var zip = new ZipArchive(new MemoryStream(await given.Desk.GetByteArrayAsync($"/supervision/slips?ids={string.Join("&ids=", given.Shares)}")));
        Assert.Equal(["督办通知单（综合科）.docx", "督办通知单（第一党支部）.docx"], zip.Entries.Select(e => e.FullName));
    }

    [Fact]
    public async Task Nothing_open_gives_words_instead_of_an_empty_file_and_strangers_get_nothing()
    {
        Assert.Contains("没有要督办的", await given.Desk.GetStringAsync($"/supervision/slips?ids={given.Shares[1]}"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await given.Head.GetAsync("/supervision/slips")).StatusCode);
        var stranger = app.As(await given.Campaign.House.Account("外人", (Role.SupervisionDesk, given.Campaign.House.OtherOffice)));
        Assert.Contains("没有要督办的", await stranger.GetStringAsync($"/supervision/slips?ids={given.Shares[0]}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Several_matters_of_a_unit_stand_in_one_table()
    {
        var second = await GivenTask.Issued(app, given.Campaign.House, "另一件", new(2026, 4, 10), given.Campaign.House.General);
        // A task of no campaign is not the desk's: only campaign tasks are supervised.
        Assert.Contains("没有要督办的", await given.Desk.GetStringAsync($"/supervision/slips?ids={second.Assignments[0].Id}"), StringComparison.Ordinal);

        var document = await given.Campaign.HandIn("补充方案\n一、重点任务\n（一）精简报表。责任单位：综合科；完成时限：2026年6月30日前。\n2026年3月5日");
        await given.Campaign.Office.Submit($"/plans/{document}/accept-sure");
        await given.Campaign.Office.Submit($"{given.Campaign.Address}/issue");
        var ids = (await given.Desk.Open($"/supervision?Show=All&Unit={given.Campaign.House.General.Id}")).QuerySelectorAll("input[name=ids]").Select(i => i.GetAttribute("value"));
        var text = GivenDocument.TextOf(await given.Desk.GetByteArrayAsync($"/supervision/slips?ids={string.Join("&ids=", ids)}"));
        Assert.Contains("下列 2 项任务", text, StringComparison.Ordinal);
        Assert.Contains("逾期 2 个工作日", text, StringComparison.Ordinal);
    }

    public async Task InitializeAsync()
    {
        await app.InitializeAsync();
        given = await GivenDesk.Open(app);
    }

    public Task DisposeAsync() => app.DisposeAsync();
}
