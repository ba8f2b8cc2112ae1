using Exemplar.Platform.Files;
using Exemplar.Platform.Web;
using Microsoft.AspNetCore.Mvc;

namespace Exemplar.Meetings.Past;

[Needs(MeetingsCapability.Record)]
[RequestFormLimits(MemoryBufferThreshold = MostInMemory)]
public sealed class UploadRegisterPage(UploadRegister upload) : FormPage<UploadRegister.Form>
{
    /// <summary>More than the server takes at all: a file that is not kept must not pass through a temporary file either.</summary>
    public const int MostInMemory = 32 << 20;

    public UploadRegister.View Shown { get; private set; } = null!;

    protected override async Task Open(CancellationToken ct) => Shown = await upload.Open(ct);

    public void OnGet() { }

    /// <summary>Pasted elsewhere and brought here: it stands in the form, nothing is kept.</summary>
    public IActionResult OnPostPaste()
    {
        ModelState.Clear();
        return Page();
    }

    public Task<IActionResult> OnPost(CancellationToken ct) => Save(
        async () => await upload.Handle(await HandedFile.All(Form.File ?? [], UploadRegister.MostBytes, ct), Form.Pasted, Form.Unit, ct),
        handed =>
        {
            var next = handed.Taken is [var only] ? $"/meetings/past/{only.Id}" : "/meetings/past/together";
            return handed.Refused.Count == 0 ? LocalRedirect(next) : Saved(next, $"收下 {handed.Taken.Count} 份；没有收：{string.Join('；', handed.Refused)}");
        });
}
