using Exemplar.Platform.Files;
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
        async () => await HandedFile.Of(Form.File!, UploadTerms.MostBytes, ct) is { Content: { } content } file ? await upload.Handle(file.Name, content, ct) : new Refusal(nameof(Form.File), UploadTerms.TooLarge),
        file => LocalRedirect($"/terms/import/{file.Id}"));
}
