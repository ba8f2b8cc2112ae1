namespace Exemplar.Platform.Files;

/// <summary>An optional file of a form. Taken before the commit that names it, kept by it.</summary>
public static class Attachment
{
    public const int Largest = 10 * 1024 * 1024;
    private static readonly string[] Allowed = [".doc", ".docx", ".xls", ".xlsx", ".pdf", ".txt", ".wps", ".et", ".ofd", ".png", ".jpg", ".jpeg", ".zip"];

    public const string Accept = ".doc,.docx,.xls,.xlsx,.pdf,.txt,.wps,.et,.ofd,.png,.jpg,.jpeg,.zip";

    /// <summary>Null when no file was chosen; a refusal at <paramref name="field"/> when it may not be kept.</summary>
    public static async Task<Result<StoredFile?>> Keep(this FileStore store, IFormFile? upload, string field, CancellationToken ct)
    {
        if (upload is null) return default(StoredFile);
        if (upload.Length == 0) return new Refusal(field, "文件是空的");
        if (upload.Length > Largest) return new Refusal(field, "文件超过 10 MB");
        if (!Allowed.Contains(Path.GetExtension(upload.FileName).ToLowerInvariant())) return new Refusal(field, "只收文档、表格、图片、PDF、OFD 和压缩包");

        using var bytes = new MemoryStream((int)upload.Length);
        await upload.CopyToAsync(bytes, ct);
        return await store.Keep(upload.FileName, Photo.WithoutWhereabouts(bytes.ToArray()), ct);
    }
}
