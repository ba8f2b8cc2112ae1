using Exemplar.Platform.Web;
using Microsoft.AspNetCore.Mvc;

namespace Exemplar.People.RosterImport;

[Needs(PeopleCapability.Import)]
public sealed class RosterTemplatePage : SlicePage
{
    protected override Task Open(CancellationToken ct) => Task.CompletedTask;

    public IActionResult OnGet() => File(RosterTemplate.Empty(), ExportRosterPage.Xlsx, "名册模板.xlsx");
}
