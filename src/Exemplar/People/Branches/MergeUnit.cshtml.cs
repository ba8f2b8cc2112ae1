using Exemplar.Platform.Web;
using Microsoft.AspNetCore.Mvc;

namespace Exemplar.People.Branches;

[Needs(PeopleCapability.Change)]
public sealed class MergeUnitPage(MergeUnit merge, TimeProvider clock) : FormPage<MergeUnit.Form>
{
    [FromRoute] public Guid Id { get; set; }

    /// <summary>What was chosen, so that what goes along can be looked at before it is done.</summary>
    [FromQuery] public Guid? Into { get; set; }
    [FromQuery] public DateOnly? On { get; set; }
    public MergeUnit.View Found { get; private set; } = null!;

    protected override async Task Open(CancellationToken ct) => Found = await merge.Open(Id, Into ?? Form.Into, On ?? Form.On, ct);

    protected override void Fill() => Form = new() { Version = Found.Unit.Version, Into = Into, On = On ?? clock.Today() };

    public void OnGet()
    {
        Fill();
        if (Found.BadDay is { } refusal) ModelState.AddModelError($"{nameof(Form)}.{refusal.Field}", refusal.Message);
    }

    public Task<IActionResult> OnPost(CancellationToken ct) =>
        Save(() => merge.Handle(Id, Form, ct), into => Saved($"/units/{into.Id}", $"已合并：“{Found.Unit.Name}”并入“{into.Name}”"));
}
