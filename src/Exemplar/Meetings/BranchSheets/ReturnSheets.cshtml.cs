using Exemplar.Documents.Templates;
using Exemplar.Meetings.Past;
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
        async () => await sheets.Handle(await Read(ct), ct),
        drop => LocalRedirect($"/meetings/sheets/{drop.Id}"));

    private async Task<List<ReturnSheets.Handed>> Read(CancellationToken ct)
    {
        List<ReturnSheets.Handed> files = [];
        foreach (var file in Form.File)
        {
            using var content = new MemoryStream();
            if (file.Length <= UploadRegister.MostBytes) await file.CopyToAsync(content, ct);
            files.Add(new(file.FileName, file.Length <= UploadRegister.MostBytes ? content.ToArray() : null));
        }
        return files;
    }
}
