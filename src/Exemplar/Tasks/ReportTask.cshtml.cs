using Exemplar.Platform.Web;
using Microsoft.AspNetCore.Mvc;

namespace Exemplar.Tasks;

[Needs(TasksCapability.Report)]
public sealed class ReportTaskPage(ReportTask report, AssignmentPage page) : FormPage<ReportTask.Form>
{
    [FromRoute] public Guid Id { get; set; }
    public AssignmentPage.View Shown { get; private set; } = null!;

    protected override async Task Open(CancellationToken ct)
    {
        await report.Open(Id, ct);
        Shown = await page.Show(Id, ct);
    }

    protected override void Fill() => Form.Version = Shown.Found.Assignment.Version;

    public void OnGet() => Fill();

    public Task<IActionResult> OnPost(CancellationToken ct) => Save(
        () => report.Handle(Id, Form, ct),
        found => Saved($"/assignments/{Id}", Form.Finish ? $"已报结，等待{found.Issuer.Name}验收" : "已反馈"));
}
