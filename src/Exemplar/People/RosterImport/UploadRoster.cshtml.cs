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

    protected override async Task Open(CancellationToken ct) => Choices = await upload.Open(ct);

    public async Task OnGet(CancellationToken ct) => Form.AsOf = await upload.UsualDay(ct);

    public Task<IActionResult> OnPost(CancellationToken ct) => Save(
        async () => Form.File!.Length > UploadRoster.MostBytes
            ? new Refusal(nameof(Form.File), "文件超过 5 MB，不像一份名册")
            : await upload.Handle(Form.File.FileName, await Bytes(Form.File, ct), new(Form.AsOf!.Value, Form.Branch, Form.Department), ct),
        file => LocalRedirect($"/people/import/{file.Id}{ImportRosterPage.Query(new(Form.AsOf!.Value, Form.Branch, Form.Department))}"));

    private static async Task<byte[]> Bytes(IFormFile file, CancellationToken ct)
    {
        using var content = new MemoryStream((int)file.Length);
        await file.CopyToAsync(content, ct);
        return content.ToArray();
    }
}
