using Exemplar.Platform.Web;
using Microsoft.AspNetCore.Mvc;

namespace Exemplar.Tasks;

[Needs(TasksCapability.Accept)]
public sealed class JudgeReportPage(JudgeReport judge, AssignmentPage page) : FormPage<JudgeReport.Form>
{
    [FromRoute] public Guid Id { get; set; }
    public AssignmentPage.View Shown { get; private set; } = null!;

    protected override async Task Open(CancellationToken ct)
    {
        await judge.Open(Id, ct);
        Shown = await page.Show(Id, ct);
    }

    protected override void Fill() => Form.Version = Shown.Found.Assignment.Version;

    public void OnGet() => Fill();

    public Task<IActionResult> OnPost(CancellationToken ct) => Save(
        () => judge.Handle(Id, Form, ct),
        found => Saved($"/assignments/{Id}", Form.Accept ? $"已验收：{found.Unit.Name}" : $"已退回{found.Unit.Name}"));
}
