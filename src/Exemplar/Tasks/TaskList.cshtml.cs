using Exemplar.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Exemplar.Tasks;

[Needs(TasksCapability.View)]
public sealed class TaskListPage(TaskList list) : SlicePage
{
    [FromQuery] public TaskFilter Show { get; set; }
    [FromQuery] public Guid? Unit { get; set; }
    [FromQuery] public string? Text { get; set; }
    [FromQuery] public string? After { get; set; }
    public TaskList.View Shown { get; private set; } = null!;

    public IEnumerable<SelectListItem> UnitChoices => Shown.Units.Select(u => new SelectListItem(u.Name, u.Id.ToString(), u.Id == Unit));

    public static IEnumerable<SelectListItem> Filters(TaskFilter chosen) =>
        Enum.GetValues<TaskFilter>().Select(f => new SelectListItem(f.Name(), f.ToString(), f == chosen));

    public string NextAddress(string after) => $"/tasks{QueryString.Create(new Dictionary<string, string?> { ["Show"] = Show.ToString(), ["Unit"] = Unit?.ToString(), ["Text"] = Text, ["After"] = after })}";

    protected override async Task Open(CancellationToken ct) => Shown = await list.Show(new(Show, Unit, Text, After), ct);

    public void OnGet() { }
}
