using Exemplar.Platform.Web;
using Microsoft.AspNetCore.Mvc;

namespace Exemplar.People;

[Needs(PeopleCapability.Change)]
public sealed class AddPersonPage(AddPerson add, TimeProvider clock) : FormPage<AddPerson.Form>
{
    /// <summary>The unit from whose page one came.</summary>
    [FromQuery] public Guid? Unit { get; set; }
    public PlaceChoices Choices { get; private set; } = null!;

    protected override async Task Open(CancellationToken ct) => Choices = await add.Open(ct);

    public void OnGet()
    {
        Form.On = clock.Today();
        Form.Branch = Choices.Branches.Any(u => u.Id == Unit) ? Unit : null;
        Form.Department = Choices.Departments.Any(u => u.Id == Unit) ? Unit : null;
    }

    public Task<IActionResult> OnPost(CancellationToken ct) =>
        Save(() => add.Handle(Form, ct), person => Saved($"/people/{person.Id}", $"已登记：{person.Name}"));
}
