using Exemplar.Platform.Web;
using Microsoft.AspNetCore.Mvc;

namespace Exemplar.People;

[Needs(PeopleCapability.Appoint)]
public sealed class EndPostPage(EndPost end, TimeProvider clock) : FormPage<EndPost.Form>
{
    [FromRoute] public Guid Id { get; set; }
    public EndPost.View Found { get; private set; } = null!;

    protected override async Task Open(CancellationToken ct) => Found = await end.Open(Id, ct);

    public void OnGet() => Form.On = clock.Today();

    public Task<IActionResult> OnPost(CancellationToken ct) => Save(
        () => end.Handle(Id, Form, ct),
        found => Saved($"/units/{found.Unit.Id}", $"已登记离任：{found.Person}"));
}
