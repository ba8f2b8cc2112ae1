using Exemplar.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Exemplar.Meetings.Decisions;

[Needs(MeetingsCapability.Record)]
public sealed class DecisionTaskPage(DecisionTask decision) : FormPage<DecisionTask.Form>
{
    private const int LongestTitle = 200;

    [FromRoute] public Guid Id { get; set; }
    [FromRoute] public int Number { get; set; }
    public DecisionTask.View Shown { get; private set; } = null!;

    public IEnumerable<SelectListItem> Units => Shown.Units.Select(u => new SelectListItem(u.Name, u.Id.ToString(), u.Id == Form.Unit));

    protected override async Task Open(CancellationToken ct) => Shown = await decision.Open(Id, Number, ct);

    public void OnGet() => Form = new() { Version = Shown.Found.Meeting.Version, Title = Shown.Item.Title[..Math.Min(Shown.Item.Title.Length, LongestTitle)] };

    public Task<IActionResult> OnPost(CancellationToken ct) => Save(() => decision.Handle(Id, Number, Form, ct),
        issued => Saved($"/meetings/{Id}", $"已转成任务：{issued.Task.Title}，由{issued.Unit.Name}在 {issued.Task.DueOn!.Value.InWords()} 前办理"));
}
