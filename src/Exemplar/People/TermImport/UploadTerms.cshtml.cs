using Exemplar.Platform.Web;
using Microsoft.AspNetCore.Mvc;

namespace Exemplar.People.TermImport;

[Needs(PeopleCapability.Appoint)]
[RequestFormLimits(MemoryBufferThreshold = MostInMemory)]
public sealed class UploadTermsPage(UploadTerms upload) : FormPage<UploadTerms.Form>
{
    /// <summary>More than the server takes at all: a sheet that is not kept must not pass through a temporary file either.</summary>
    public const int MostInMemory = 32 << 20;

    public IReadOnlyList<UploadTerms.Done> Imports { get; private set; } = [];

    protected override async Task Open(CancellationToken ct) => Imports = await upload.Open(ct);

    public void OnGet() { }

    public Task<IActionResult> OnPost(CancellationToken ct) => Save(
        async () => Form.File!.Length > UploadTerms.MostBytes ? new Refusal(nameof(Form.File), UploadTerms.TooLarge) : await upload.Handle(Form.File.FileName, await Bytes(Form.File, ct), ct),
        file => LocalRedirect($"/terms/import/{file.Id}"));

    private static async Task<byte[]> Bytes(IFormFile file, CancellationToken ct)
    {
        using var content = new MemoryStream((int)file.Length);
        await file.CopyToAsync(content, ct);
        return content.ToArray();
    }
}
