using Exemplar.Platform.Web;
using Microsoft.AspNetCore.Mvc;

namespace Exemplar.Tasks.Extensions;

[Needs(TasksCapability.Report)]
public sealed class AskExtensionPage(AskExtension ask, AssignmentPage page) : FormPage<AskExtension.Form>
{
    [FromRoute] public Guid Id { get; set; }
    public AssignmentPage.View Shown { get; private set; } = null!;

    protected override async Task Open(CancellationToken ct)
    {
        await ask.Open(Id, ct);
        Shown = await page.Show(Id, ct);
    }

    protected override void Fill() => Form.Version = Shown.Found.Assignment.Version;

    public void OnGet() => Fill();

    public Task<IActionResult> OnPost(CancellationToken ct) => Save(
        () => ask.Handle(Id, Form, ct),
        found => Saved($"/assignments/{Id}", $"已申请延到 {Form.DueOn!.Value.InWords()}，等待{found.Issuer.Name}审批；批准前仍按原时限"));
}
