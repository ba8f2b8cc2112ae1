using Exemplar.People.RosterImport;
using Exemplar.Platform.Files;
using Exemplar.Platform.Web;
using Microsoft.AspNetCore.Mvc;

namespace Exemplar.People.RosterSheets;

[Needs(PeopleCapability.Import)]
[RequestFormLimits(MemoryBufferThreshold = UploadRosterPage.MostInMemory)]
public sealed class ReturnRosterSheetsPage(ReturnRosterSheets sheets, TimeProvider clock) : FormPage<ReturnRosterSheets.Form>
{
    public ReturnRosterSheets.View Shown { get; private set; } = null!;

    protected override async Task Open(CancellationToken ct) => Shown = await sheets.Open(ct);

    protected override void Fill() => Form = new() { AsOf = clock.Today() };

    public void OnGet() => Fill();

    public Task<IActionResult> OnPost(CancellationToken ct) => Save(
        async () => await sheets.Handle(await HandedFile.All(Form.File, ReturnRosterSheets.MostBytes, ct), Form.AsOf!.Value, ct),
        _ => LocalRedirect("/people/sheets/returned"));
}
