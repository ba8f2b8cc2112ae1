using System.Net;
using Exemplar.Documents.Sheets;
using Exemplar.Platform.Security;
using Exemplar.Tests.Support;

namespace Exemplar.Tests.Campaigns.Supervision;

public sealed class ExportDeskTests : IAsyncLifetime
{
    private readonly TestApp app = new();
    private GivenDesk given = null!;

    [Fact]
    public async Task The_list_comes_as_a_sheet_with_text_cells_and_its_number_of_rows_ahead()
    {
        var answer = await given.Desk.GetAsync("/supervision/export?Show=All");
        Assert.Equal("3", answer.Headers.GetValues("X-Rows").Single());
        var rows = Rows(await answer.Content.ReadAsByteArrayAsync());
        Assert.Equal(4, rows.Count);
        Assert.Equal(["任务", "承办单位", "牵头或配合", "阶段"], rows[0].Take(4));
        Assert.Equal(["压减文件", "综合科", "牵头", "组织实施阶段", "2026-03-31"], rows[1].Take(5));
        Assert.Contains("=清单已公开", rows[2]);   // as text: the writer quotes what looks like a formula
    }

    [Fact]
    public async Task Chosen_columns_and_the_filter_hold()
    {
        await given.Desk.Submit("/supervision/columns", []);
        var page = await given.Desk.Open("/supervision/columns");
        await given.Desk.SendForm(page, "/supervision/columns", ("Form.Columns", "unit"), ("Form.Columns", "state"));
        var rows = Rows(await given.Desk.GetByteArrayAsync("/supervision/export?Show=Late"));
        Assert.Equal([["承办单位", "状态"], ["综合科", "待签收"]], rows);
    }

    [Fact]
    public async Task Only_who_supervises_may_have_it_and_only_of_their_own_office()
    {
        Assert.Equal(HttpStatusCode.Forbidden, (await given.Head.GetAsync("/supervision/export")).StatusCode);
        var stranger = app.As(await given.Campaign.House.Account("外人", (Role.SupervisionDesk, given.Campaign.House.OtherOffice)));
        Assert.Single(Rows(await stranger.GetByteArrayAsync("/supervision/export?Show=All")));
    }

    private static List<List<string>> Rows(byte[] file) => [.. SheetReader.ReadAll(file).Value![0].Rows.Select(r => r.Cells.Select(c => c.Text).ToList())];

    public async Task InitializeAsync()
    {
        await app.InitializeAsync();
        given = await GivenDesk.Open(app);
    }

    public Task DisposeAsync() => app.DisposeAsync();
}
