using Exemplar.Documents.Templates;
using Exemplar.Meetings.Past;
using Exemplar.Platform.Files;
using Exemplar.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Exemplar.Meetings.BranchSheets;

[Needs(MeetingsCapability.Record)]
[RequestFormLimits(MemoryBufferThreshold = UploadRegisterPage.MostInMemory)]
public sealed class ReturnSheetsPage(ReturnSheets sheets) : FormPage<ReturnSheets.Form>
{
    [FromQuery] public string? Period { get; set; }
    public ReturnSheets.View Shown { get; private set; } = null!;

    public IEnumerable<SelectListItem> Periods => Shown.Periods.Select(p => new SelectListItem(p.Name, FormPeriods.KeyOf(p), p == Shown.Period));

    protected override async Task Open(CancellationToken ct) => Shown = await sheets.Open(Period, ct);

    public void OnGet() { }

    public Task<IActionResult> OnPost(CancellationToken ct) => Save(
        async () => await sheets.Handle(await HandedFile.All(Form.File, UploadRegister.MostBytes, ct), ct),
        drop => LocalRedirect($"/meetings/sheets/{drop.Id}"));
}
