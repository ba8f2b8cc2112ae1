using Exemplar.Platform.Web;
using Microsoft.AspNetCore.Mvc;

namespace Exemplar.Tasks;

[Needs(TasksCapability.Accept)]
public sealed class ReopenTaskPage(ReopenTask reopen, AssignmentPage page) : FormPage<ReopenTask.Form>
{
    [FromRoute] public Guid Id { get; set; }
    public AssignmentPage.View Shown { get; private set; } = null!;

    protected override async Task Open(CancellationToken ct)
    {
        await reopen.Open(Id, ct);
        Shown = await page.Show(Id, ct);
    }

    protected override void Fill() => Form.Version = Shown.Found.Assignment.Version;

    public void OnGet() => Fill();

    public Task<IActionResult> OnPost(CancellationToken ct) => Save(
        () => reopen.Handle(Id, Form, ct),
        found => Saved($"/assignments/{Id}", $"已退回{found.Unit.Name}重新办理"));
}
