using Exemplar.Platform.Web;
using Microsoft.AspNetCore.Mvc;

namespace Exemplar.People;

[Needs(PeopleCapability.Appoint)]
public sealed class CorrectPostPage(CorrectPost correct) : FormPage<CorrectPost.Form>
{
    [FromRoute] public Guid Id { get; set; }
    public CorrectPost.View Found { get; private set; } = null!;

    protected override async Task Open(CancellationToken ct) => Found = await correct.Open(Id, ct);

    protected override void Fill() => Form = new() { From = Found.Post.From, To = Found.Post.To, Basis = Found.Post.Basis, Version = Found.Digest };

    public void OnGet() => Fill();

    public Task<IActionResult> OnPost(CancellationToken ct) =>
        Save(() => correct.Handle(Id, Form, ct), found => Saved($"/units/{found.Unit.Id}", $"已更正：{found.Person}任{found.Post.Kind.Name()}"));
}
