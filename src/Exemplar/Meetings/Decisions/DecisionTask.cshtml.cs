using Exemplar.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Exemplar.Meetings.Decisions;

[Needs(MeetingsCapability.Record)]
public sealed class DecisionTaskPage(DecisionTask decision) : FormPage<DecisionTask.Form>
{
    private const int LongestTitle = 200, LongestName = 40;

    [FromRoute] public Guid Id { get; set; }
    [FromRoute] public int Number { get; set; }
    public DecisionTask.View Shown { get; private set; } = null!;

    public IEnumerable<SelectListItem> Units => Shown.Units.Select(u => new SelectListItem(u.Name, u.Id.ToString(), u.Id == Form.Unit));

    protected override async Task Open(CancellationToken ct) => Shown = await decision.Open(Id, Number, ct);

    protected override void Fill() => Form = new() { Version = Shown.Found.Meeting.Version, Title = NameOf(Shown.Item), Unit = Shown.Units.FirstOrDefault(u => u.Id == Shown.Found.Unit.Id)?.Id };

    public void OnGet() => Fill();

    /// <summary>What was decided, up to its first stop; the matter where that would be a whole paragraph.</summary>
    private static string NameOf(AgendaItem item)
    {
        var decided = item.Decision.Split('。', '；', ';', '\n')[0].Trim();
        return decided.Length is > 0 and <= LongestName ? decided : item.Title[..Math.Min(item.Title.Length, LongestTitle)];
    }

    public Task<IActionResult> OnPost(CancellationToken ct) => Save(() => decision.Handle(Id, Number, Form, ct),
        issued => Saved($"/meetings/{Id}", $"已转成任务：{issued.Task.Title}，由{issued.Unit.Name}在 {issued.Task.DueOn!.Value.InWords()} 前办理"));
}
