using Exemplar.Platform.Web;
using Microsoft.AspNetCore.Mvc;

namespace Exemplar.People;

[Needs(PeopleCapability.Appoint)]
public sealed class AppointPostPage(AppointPost appoint, TimeProvider clock) : FormPage<AppointPost.Form>
{
    [FromRoute] public Guid UnitId { get; set; }

    /// <summary>Narrows the people to choose from.</summary>
    [FromQuery] public string? Name { get; set; }
    public AppointPost.View Found { get; private set; } = null!;

    protected override async Task Open(CancellationToken ct) => Found = await appoint.Open(UnitId, Name, ct);

    public void OnGet() => Form.From = clock.Today();

    public Task<IActionResult> OnPost(CancellationToken ct) =>
        Save(() => appoint.Handle(UnitId, Form, ct), post => Saved($"/units/{UnitId}", $"已登记任职：{post.Kind.Name()}"));
}
