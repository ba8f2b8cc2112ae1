using System.Net;
using Exemplar.Platform.Security;
using Exemplar.Tasks;
using Exemplar.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Exemplar.Tests.Tasks;

public sealed class ReportTaskTests : IAsyncLifetime
{
    private readonly TestApp app = new();
    private House house = null!;
    private Guid assignment;
    private HttpClient head = null!;

    private string Url => $"/assignments/{assignment}/report";

    private Task<Assignment> Kept => app.Read(db => db.Assignments.Include(a => a.Steps).SingleAsync(a => a.Id == assignment));

    [Fact]
    public async Task A_progress_report_is_kept_logged_and_receipted()
    {
        var answer = await head.Submit(Url, ("Form.Text", "已开两次碰头会"), ("Form.Finish", "false"));

        Assert.Equal($"/assignments/{assignment}", answer.Headers.Location?.OriginalString);
        var page = await head.Open($"/assignments/{assignment}");
        Assert.Equal("已反馈", page.Receipt());
        Assert.Contains("已开两次碰头会", page.QuerySelector(".history")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(AssignmentState.InProgress, (await Kept).State);
        var log = await app.Read(db => db.LogEntries.Where(e => e.RecordId == assignment).OrderBy(e => e.Id).LastAsync());
        Assert.Equal("tasks.report", log.Kind);
        Assert.Contains("已开两次碰头会", log.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_form_on_the_task_page_itself_finishes_the_task()
    {
        var address = $"/assignments/{assignment}";
        var page = await head.Open(address);
        var answer = await head.SubmitForm(page, address, $"form[action='{Url}']", ("Form.Text", "全部完成"), ("Form.Finish", "true"));

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal(AssignmentState.Submitted, (await Kept).State);
        Assert.Equal("已报结，等待领导小组办公室验收", (await head.Open(address)).Receipt());
    }

    [Fact]
    public async Task A_report_without_words_is_refused_at_its_field_and_nothing_is_kept()
    {
        var answer = await head.Submit(Url, ("Form.Text", "  "), ("Form.Finish", "true"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal("请写明办理情况", (await answer.Read()).ErrorAt("Text"));
        Assert.Single((await Kept).Steps);
    }

    [Fact]
    public async Task A_file_comes_back_as_an_attachment_and_one_of_a_wrong_kind_is_refused_with_the_text_kept()
    {
        var refused = await SendWithFile("run.exe", [1, 2, 3]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        var page = await refused.Read();
        Assert.StartsWith("只收文档", page.ErrorAt("File"), StringComparison.Ordinal);
        Assert.Equal("见附件", page.QuerySelector("#Form_Text")!.TextContent.Trim());

        Assert.Equal(HttpStatusCode.Redirect, (await SendWithFile("../清单.txt", "一份清单"u8.ToArray())).StatusCode);
        var link = (await head.Open($"/assignments/{assignment}")).QuerySelector(".history a")!.GetAttribute("href")!;
        var file = await head.GetAsync(link);
        Assert.Equal("attachment", file.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Equal("清单.txt", file.Content.Headers.ContentDisposition.FileNameStar);
        Assert.Equal("一份清单", await file.Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.NotFound, (await head.GetAsync($"/assignments/{assignment}/files/{Guid.CreateVersion7()}")).StatusCode);
    }

    [Fact]
    public async Task A_form_opened_before_somebody_else_moved_the_task_is_stale()
    {
        var page = await head.Open(Url);
        await head.Submit(Url, ("Form.Text", "第一次"), ("Form.Finish", "false"));

        var late = await head.SubmitForm(page, Url, "main form", ("Form.Text", "第二次"), ("Form.Finish", "true"));

        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
        Assert.Equal(2, (await Kept).Steps.Count);
    }

    [Fact]
    public async Task Only_the_unit_itself_reports()
    {
        var office = app.As(await house.Account("甲", (Role.CampaignOffice, house.Office)));
        var neighbour = app.As(await house.Account("乙", (Role.DepartmentHead, house.Secretariat)));
        var member = app.As(await house.Account("丙", (Role.Member, house.General)));

        Assert.Equal(HttpStatusCode.Forbidden, (await office.GetAsync(Url)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await neighbour.GetAsync(Url)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await member.GetAsync(Url)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await head.GetAsync($"/assignments/{Guid.CreateVersion7()}/report")).StatusCode);

        var form = await neighbour.Open("/tasks");
        Assert.Equal(HttpStatusCode.NotFound, (await neighbour.SendForm(form, Url, ("Form.Text", "x"), ("Form.Finish", "true"))).StatusCode);
        Assert.Single((await Kept).Steps);
    }

    private async Task<HttpResponseMessage> SendWithFile(string name, byte[] content)
    {
        var page = await head.Open(Url);
        using var body = new MultipartFormDataContent();
        foreach (var (field, value) in Pages.Kept(page.QuerySelector("main form")!, ("Form.Text", ""), ("Form.Finish", ""))) body.Add(new StringContent(value), field);
        body.Add(new StringContent("见附件"), "Form.Text");
        body.Add(new StringContent("false"), "Form.Finish");
        body.Add(new ByteArrayContent(content), "Form.File", name);
        return await head.PostAsync(Url, body);
    }

    public async Task InitializeAsync()
    {
        await app.InitializeAsync();
        house = await House.Build(app);
        assignment = (await GivenTask.Issued(app, house, "梳理服务事项", new(2026, 3, 31), house.General)).Assignments[0].Id;
        head = app.As(await house.Account("科长", (Role.DepartmentHead, house.General)));
    }

    public Task DisposeAsync() => app.DisposeAsync();
}
