using Exemplar.Platform.Web;
using Microsoft.AspNetCore.Mvc;

namespace Exemplar.People;

[Needs(PeopleCapability.Change)]
public sealed class MovePersonPage(MovePerson move, TimeProvider clock) : FormPage<MovePerson.Form>
{
    [FromRoute] public Guid Id { get; set; }
    public MovePerson.View Found { get; private set; } = null!;

    protected override async Task Open(CancellationToken ct) => Found = await move.Open(Id, ct);

    protected override void Fill() =>
        Form = new() { Version = Found.Person.Version, Branch = Found.Branch?.Id, Department = Found.Department?.Id, On = clock.Today() };

    public void OnGet() => Fill();

    public Task<IActionResult> OnPost(CancellationToken ct) => Save(
        () => move.Handle(Id, Form, ct),
        person => Saved($"/people/{Id}", Form.Leaves ? $"已登记调离：{person.Name}" : $"已调整：{person.Name}"));
}
