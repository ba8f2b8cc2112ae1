using Exemplar.Platform.Web;
using Microsoft.AspNetCore.Mvc;

namespace Exemplar.People.RosterImport;

[Needs(PeopleCapability.View)]
public sealed class ExportRosterPage(ExportRoster export, TimeProvider clock) : SlicePage
{
    public const string Xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    protected override Task Open(CancellationToken ct) => Task.CompletedTask;

    public async Task<IActionResult> OnGet(CancellationToken ct) => File(await export.Show(ct), Xlsx, $"名册 {clock.Today().Iso()}.xlsx");
}
