using Exemplar.Platform.Web;
using Microsoft.AspNetCore.Mvc;

namespace Exemplar.People;

[Needs(PeopleCapability.View)]
public sealed class PersonPageModel(PersonPage page) : SlicePage
{
    [FromRoute] public Guid Id { get; set; }
    private Guid kept;

    public PersonPage.View Shown { get; private set; } = null!;

    /// <summary>Who may not see the record that stayed is told the same as of any other.</summary>
    protected override async Task Open(CancellationToken ct) => Shown = await page.Show(kept = await page.FindKept(Id, ct) ?? Id, ct);

    public IActionResult OnGet() => kept == Id ? Page() : LocalRedirect($"/people/{kept}");
}
