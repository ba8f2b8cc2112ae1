using Exemplar.Platform.Web;
using Microsoft.AspNetCore.Mvc;

namespace Exemplar.People;

[Needs(PeopleCapability.Change)]
public sealed class EditPersonPage(EditPerson edit) : FormPage<EditPerson.Form>
{
    [FromRoute] public Guid Id { get; set; }
    public EditPerson.View Found { get; private set; } = null!;

    protected override async Task Open(CancellationToken ct) => Found = await edit.Open(Id, ct);

    protected override void Fill() => Form = EditPerson.Form.Of(Found.Person);

    public void OnGet() => Fill();

    public Task<IActionResult> OnPost(CancellationToken ct) =>
        Save(() => edit.Handle(Id, Form, ct), person => Saved($"/people/{Id}", $"已保存：{person.Name}"));
}
