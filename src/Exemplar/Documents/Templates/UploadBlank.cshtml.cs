using Exemplar.Platform.Web;
using Microsoft.AspNetCore.Mvc;

namespace Exemplar.Documents.Templates;

[Needs(FormsCapability.Fill)]
public sealed class UploadBlankPage(UploadBlank upload) : FormPage<UploadBlank.Form>
{
    protected override Task Open(CancellationToken ct)
    {
        upload.Open();
        return Task.CompletedTask;
    }

    public void OnGet() { }

    public Task<IActionResult> OnPost(CancellationToken ct) => Save(
        () => upload.Handle(Form, ct),
        done => done.IsKnown
            ? Saved($"/forms/{done.Template.Id}", $"认得这张表：{done.Template.Title}。各栏照上次的填，核对范围后下载即可。")
            : Saved($"/forms/{done.Template.Id}/point", $"找到 {done.Slots} 处可填的地方，请核对每处填什么。"));
}
