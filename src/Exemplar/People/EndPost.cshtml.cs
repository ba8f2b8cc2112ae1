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
        left => Saved($"/units/{Found.Unit.Id}", $"已登记离任：{Found.Person}{left.InWords(Found.Unit.Name)}"));
}
