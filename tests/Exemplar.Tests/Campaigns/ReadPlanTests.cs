using System.Net;
using System.Text;
using Exemplar.Campaigns.Reading;
using Exemplar.Platform.Security;
using Exemplar.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Exemplar.Tests.Campaigns;

public sealed class ReadPlanTests : IAsyncLifetime
{
    private readonly TestApp app = new();
    private GivenCampaign given = null!;

    private string Url => $"{given.Address}/plan";

    [Fact]
    public async Task Pasted_text_becomes_proposals_with_their_units_and_stage()
    {
        await given.HandIn();

        var items = await app.Read(db => db.ProposedItems.OrderBy(i => i.Start).ToListAsync());
        Assert.Equal([PlanItemKind.Stage, PlanItemKind.Stage, PlanItemKind.Problem, PlanItemKind.Problem, PlanItemKind.Task, PlanItemKind.Measure, PlanItemKind.Task], items.Select(i => i.Kind));
        var cut = items[4];
        Assert.Equal(("压减文件", new DateOnly(2026, 6, 30)), (cut.Title, cut.DueOn));
        Assert.Equal([given.House.General.Id], cut.OwnerIds);
        Assert.Equal([given.House.Secretariat.Id], cut.CoOwnerIds);
        Assert.Equal(items[1].Id, cut.StageId);
        Assert.Equal(["热线科"], items[6].NamedOwners);
        Assert.Equal(["热线科"], items[6].MissedOwners);
    }

    [Fact]
    public async Task A_file_is_kept_as_it_was_and_everything_is_logged()
    {
        var bytes = Encoding.UTF8.GetBytes(GivenCampaign.Plan);
        var answer = await SendFile("方案.txt", bytes);

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var file = await app.Read(db => db.Files.SingleAsync());
        Assert.Equal(bytes, await File.ReadAllBytesAsync(Path.Combine(app.DataFolder, "files", file.Sha256[..2], file.Sha256)));
        var records = await app.Read(db => db.LogEntries.Where(e => e.Kind == "campaigns.review").CountAsync());
        Assert.Equal(1 + await app.Read(db => db.ProposedItems.CountAsync()), records);
    }

    [Theory]
    [InlineData("图.png", "File")]
    [InlineData("旧.doc", "File")]
    public async Task A_file_that_cannot_be_read_is_refused_at_its_field_and_the_pasted_text_stays(string name, string field)
    {
        var answer = await SendFile(name, [0x89, 0x50, 0x4E, 0x47, 0, 1, 2, 3, 0xD0, 0xCF], typed: "已经粘贴的文字");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var page = await answer.Read();
        Assert.NotEmpty(page.ErrorAt(field)!);
        Assert.Equal("已经粘贴的文字", page.QuerySelector("#Form_Text")!.TextContent.Trim());
        Assert.Equal(0, await app.Read(db => db.Files.CountAsync()));
    }

    [Fact]
    public async Task Two_megabytes_and_a_byte_are_refused_in_words()
    {
        var answer = await SendFile("大.txt", new byte[(2 * 1024 * 1024) + 1]);
        Assert.Equal("文件超过 2 MB", (await answer.Read()).ErrorAt("File"));
    }

    [Fact]
    public async Task Nothing_handed_in_is_refused()
    {
        var answer = await given.Office.Submit(Url, ("Form.Text", "  "));
        Assert.Equal("请选择文件，或者粘贴全文", (await answer.Read()).ErrorAt("File"));
    }

    [Fact]
    public async Task The_same_form_sent_twice_reads_once()
    {
        var page = await given.Office.Open(Url);
        var first = await given.Office.SubmitForm(page, Url, "main form", ("Form.Text", GivenCampaign.Plan));
        var second = await given.Office.SubmitForm(page, Url, "main form", ("Form.Text", GivenCampaign.Plan));
        Assert.Equal(first.Headers.Location, second.Headers.Location);
        Assert.Equal(1, await app.Read(db => db.PlanDocuments.CountAsync()));
    }

    [Fact]
    public async Task The_same_form_with_another_text_is_refused_once_and_then_read_too()
    {
        var page = await given.Office.Open(Url);
        await given.Office.SubmitForm(page, Url, "main form", ("Form.Text", GivenCampaign.Plan));
        var other = await given.Office.SubmitForm(page, Url, "main form", ("Form.Text", "补充通知\n一、抓紧落实。"));
        await other.Refuses("", "这张表刚才已经保存过");
        await given.Office.SubmitForm(await other.Read(), Url, "main form");
        Assert.Equal(2, await app.Read(db => db.PlanDocuments.CountAsync()));
    }

    [Fact]
    public async Task Only_the_leading_groups_office_hands_in()
    {
        var head = app.As(await given.House.Account("科长", (Role.DepartmentHead, given.House.General)));
        var stranger = app.As(await given.House.Account("外人", (Role.CampaignOffice, given.House.OtherOffice)));
        Assert.Equal(HttpStatusCode.Forbidden, (await head.GetAsync(Url)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync(Url)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await given.Office.GetAsync($"/campaigns/{Guid.CreateVersion7()}/plan")).StatusCode);
    }

    private async Task<HttpResponseMessage> SendFile(string name, byte[] content, string typed = "")
    {
        var page = await given.Office.Open(Url);
        using var body = new MultipartFormDataContent();
        foreach (var (field, value) in Pages.Kept(page.QuerySelector("main form")!, ("Form.Text", ""))) body.Add(new StringContent(value), field);
        body.Add(new StringContent(typed), "Form.Text");
        body.Add(new ByteArrayContent(content), "Form.File", name);
        return await given.Office.PostAsync(Url, body);
    }

    public async Task InitializeAsync()
    {
        await app.InitializeAsync();
        given = await GivenCampaign.Open(app);
    }

    public Task DisposeAsync() => app.DisposeAsync();
}
