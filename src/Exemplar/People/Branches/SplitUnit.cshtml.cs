using Exemplar.Platform.Web;
using Microsoft.AspNetCore.Mvc;

namespace Exemplar.People.Branches;

[Needs(PeopleCapability.Change)]
public sealed class SplitUnitPage(SplitUnit split, TimeProvider clock) : FormPage<SplitUnit.Form>
{
    [FromRoute] public Guid Id { get; set; }
    public SplitUnit.View Found { get; private set; } = null!;

    /// <summary>What the form as filled in would do; null before it was looked at.</summary>
    public SplitUnit.Preview? Preview { get; private set; }

    protected override async Task Open(CancellationToken ct) => Found = await split.Open(Id, ct);

    protected override void Fill() => (Form.Version, Form.On) = (Found.Unit.Version, clock.Today());

    public void OnGet() => Fill();

    /// <summary>Shows what the form would do and keeps nothing.</summary>
    public Task<IActionResult> OnPostLook(CancellationToken ct) => Save(() => split.Look(Id, Form, ct), preview =>
    {
        Preview = preview;
        return Page();
    });

    public Task<IActionResult> OnPost(CancellationToken ct) =>
        Save(() => split.Handle(Id, Form, ct), unit => Saved($"/units/{unit.Id}", $"已分设：{unit.Name}。接着登记任职、授予角色。"));
}
