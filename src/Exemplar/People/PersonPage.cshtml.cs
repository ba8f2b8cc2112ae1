using Exemplar.Platform.Web;
using Microsoft.AspNetCore.Mvc;

namespace Exemplar.People;

[Needs(PeopleCapability.View)]
public sealed class PersonPageModel(PersonPage page) : SlicePage
{
    [FromRoute] public Guid Id { get; set; }
    public PersonPage.View Shown { get; private set; } = null!;

    protected override async Task Open(CancellationToken ct) => Shown = await page.Show(Id, ct);

    public void OnGet() { }
}
