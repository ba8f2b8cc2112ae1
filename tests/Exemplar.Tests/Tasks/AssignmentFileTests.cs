using System.Net;
using Exemplar.Platform.Security;
using Exemplar.Tests.Support;

namespace Exemplar.Tests.Tasks;

public sealed class AssignmentFileTests : HouseTests
{
    [Fact]
    public async Task A_file_is_for_those_who_see_the_task_and_comes_as_an_attachment_only_from_its_own_task()
    {
        var first = (await GivenTask.Issued(App, House, "梳理服务事项", new(2026, 3, 31), House.General)).Assignments[0].Id;
        var second = (await GivenTask.Issued(App, House, "清理报表", new(2026, 3, 31), House.General)).Assignments[0].Id;
        var head = await As(Role.DepartmentHead, House.General);
        var file = await Attach(head, first, "清单.html", "<script>alert(1)</script>"u8.ToArray());

        var answer = await head.GetAsync(file);
        Assert.Equal("attachment", answer.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Equal("application/octet-stream", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal(["nosniff"], answer.Headers.GetValues("X-Content-Type-Options"));

        Assert.Equal(HttpStatusCode.NotFound, (await head.GetAsync(file.Replace(first.ToString(), second.ToString(), StringComparison.Ordinal))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await (await As(Role.DepartmentHead, House.Secretariat)).GetAsync(file)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await (await As(Role.Member, House.General)).GetAsync(file)).StatusCode);
    }

    /// <summary>The address under which the task page offers the file; the name is one that the form takes.</summary>
    private static async Task<string> Attach(HttpClient head, Guid assignment, string name, byte[] content)
    {
        var url = $"/assignments/{assignment}/report";
        var page = await head.Open(url);
        using var body = new MultipartFormDataContent();
        foreach (var (field, value) in Pages.Kept(page.QuerySelector("main form")!, ("Form.Text", ""), ("Form.Finish", ""))) body.Add(new StringContent(value), field);
        body.Add(new StringContent("见附件"), "Form.Text");
        body.Add(new StringContent("false"), "Form.Finish");
        body.Add(new ByteArrayContent(content), "Form.File", Path.ChangeExtension(name, ".txt"));
        Assert.Equal(HttpStatusCode.Redirect, (await head.PostAsync(url, body)).StatusCode);
        return (await head.Open($"/assignments/{assignment}")).QuerySelector(".history a")!.GetAttribute("href")!;
    }
}
