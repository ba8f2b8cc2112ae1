using Exemplar.Platform.Files;
using Exemplar.Platform.Web;
using Microsoft.AspNetCore.Mvc;

namespace Exemplar.People.RosterImport;

[Needs(PeopleCapability.Import)]
[RequestFormLimits(MemoryBufferThreshold = MostInMemory)]
public sealed class UploadRosterPage(UploadRoster upload) : FormPage<UploadRoster.Form>
{
    /// <summary>More than the server takes at all: a sheet that is not kept must not pass through a temporary file either.</summary>
    public const int MostInMemory = 32 << 20;

    public PlaceChoices Choices { get; private set; } = null!;
    public IReadOnlyList<ImportedRoster> Imports { get; private set; } = [];

    protected override async Task Open(CancellationToken ct) => (Choices, Imports) = (await upload.Open(ct), await upload.Imports(ct));

    public async Task OnGet(CancellationToken ct) => Form.AsOf = await upload.UsualDay(ct);

    /// <summary>Pasted elsewhere and brought here: it stands in the form, nothing is kept.</summary>
    public async Task<IActionResult> OnPostPaste(CancellationToken ct)
    {
        ModelState.Clear();
        Form.AsOf = await upload.UsualDay(ct);
        return Page();
    }

    public Task<IActionResult> OnPost(CancellationToken ct) => Save(
        async () => Form.File is { } file ? await upload.Handle(await HandedFile.Of(file, UploadRoster.MostBytes, ct), Options, ct)
            : string.IsNullOrWhiteSpace(Form.Pasted) ? new Refusal(nameof(Form.File), "请选择文件，或者粘贴表格")
            : await upload.Paste(Form.Pasted, Options, ct),
        roster => LocalRedirect($"/people/import/{roster.Id}{ImportRosterPage.Query(Options)}"));

    private ImportOptions Options => new(Form.AsOf!.Value, Form.Branch, Form.Department);
}
