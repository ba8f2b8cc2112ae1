using Exemplar.Platform.Web;
using Microsoft.AspNetCore.Mvc;

namespace Exemplar.Tasks;

[Needs(TasksCapability.Report)]
public sealed class ReceiveTaskPage(ReceiveTask receive) : FormPage<ReceiveTask.Form>
{
    [FromRoute] public Guid Id { get; set; }
    public PlacedAssignment Found { get; private set; } = null!;

    protected override async Task Open(CancellationToken ct) => Found = await receive.Open(Id, ct);

    public void OnGet() { }

    public Task<IActionResult> OnPost(CancellationToken ct) =>
        Save(() => receive.Handle(Id, ct), found => Saved($"/assignments/{Id}", $"已签收：{found.Task.Title}"));
}
