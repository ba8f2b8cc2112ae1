using System.IO.Compression;
using System.Net;

namespace Exemplar.Tests.Support;

internal static class PackedFiles
{
    /// <summary>The files of a .zip that the address answers with, by name, in its order.</summary>
    public static async Task<List<(string Name, byte[] File)>> Unpack(this HttpClient browser, string url)
    {
        var answer = await browser.GetAsync(url);
        Assert.Equal((HttpStatusCode.OK, "application/zip"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        using var zip = new ZipArchive(await answer.Content.ReadAsStreamAsync(), ZipArchiveMode.Read);
        return [.. zip.Entries.Select(e =>
        {
            using var bytes = new MemoryStream();
            using var part = e.Open();
            part.CopyTo(bytes);
            return (e.Name, bytes.ToArray());
        })];
    }
}
