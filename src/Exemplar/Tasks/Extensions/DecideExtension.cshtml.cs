using Exemplar.Platform.Web;
using Microsoft.AspNetCore.Mvc;

namespace Exemplar.Tasks.Extensions;

[Needs(TasksCapability.Extend)]
public sealed class DecideExtensionPage(DecideExtension decide, AssignmentPage page) : FormPage<DecideExtension.Form>
{
    [FromRoute] public Guid Id { get; set; }
    public AssignmentPage.View Shown { get; private set; } = null!;
    public string? Reason => Shown.Steps.LastOrDefault(s => s.Kind is StepKind.ExtensionAsked)?.Text;

    protected override async Task Open(CancellationToken ct)
    {
        await decide.Open(Id, ct);
        Shown = await page.Show(Id, ct);
    }

    protected override void Fill() => Form.Version = Shown.Found.Assignment.Version;

    public void OnGet() => Fill();

    public Task<IActionResult> OnPost(CancellationToken ct) => Save(
        () => decide.Handle(Id, Form, ct),
        found => Saved($"/assignments/{Id}", Form.Grant ? $"已同意{found.Unit.Name}延到 {found.Assignment.DueOn!.Value.InWords()}" : $"没有同意{found.Unit.Name}延期"));
}
