using System.IO.Compression;
using System.Text.RegularExpressions;

namespace Exemplar.Bench;

/// <summary>What goes over the wire to a browser that takes brotli.</summary>
internal static partial class Wire
{
    /// <summary>The body as it went over the wire, and the text that it unfolds to.</summary>
    public static async Task<(string Text, int Bytes)> Load(HttpClient who, string url)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, url);
        request.Headers.AcceptEncoding.ParseAdd("gzip, deflate, br");
        using var answer = await who.SendAsync(request);
        answer.EnsureSuccessStatusCode();
        var body = await answer.Content.ReadAsByteArrayAsync();
        return (await Unfold(body, answer.Content.Headers.ContentEncoding.SingleOrDefault()), body.Length);
    }

    /// <summary>Addresses of the scripts and style sheets that a page asks for.</summary>
    public static IEnumerable<string> Files(string html) => File().Matches(html).Select(m => m.Groups["url"].Value).Distinct();

    private static async Task<string> Unfold(byte[] body, string? encoding)
    {
        using var bytes = new MemoryStream(body);
        await using Stream plain = encoding switch
        {
            "br" => new BrotliStream(bytes, CompressionMode.Decompress),
            "gzip" => new GZipStream(bytes, CompressionMode.Decompress),
            _ => bytes,
        };
        using var reader = new StreamReader(plain);
        return await reader.ReadToEndAsync();
    }

    [GeneratedRegex("(?:src|href)=\"(?<url>/[^\"]+\\.(?:js|css))\"")]
    private static partial Regex File();
}
