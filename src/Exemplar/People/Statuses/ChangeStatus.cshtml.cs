using Exemplar.Platform.Web;
using Microsoft.AspNetCore.Mvc;

namespace Exemplar.People.Statuses;

[Needs(PeopleCapability.Change)]
public sealed class ChangeStatusPage(ChangeStatus change) : FormPage<ChangeStatus.Form>
{
    [FromRoute] public Guid Id { get; set; }
    public ChangeStatus.View Found { get; private set; } = null!;

    protected override async Task Open(CancellationToken ct) => Found = await change.Open(Id, ct);

    protected override void Fill() => Form.Version = Found.Person.Version;

    public void OnGet() => Fill();

    public Task<IActionResult> OnPost(CancellationToken ct) =>
        Save(() => change.Handle(Id, Form, ct), person => Saved($"/people/{Id}", $"已登记：{person.Name}从 {Form.On.Iso()} 起{Form.Kind!.Value.Name()}"));
}
