using System.Text.RegularExpressions;

namespace Exemplar.Bench;

/// <summary>What a browser transfers, from a Release publish that runs as in an office: first load, then one page after the other.</summary>
internal sealed partial class PageWeightBench : IWorkload
{
    private const int FirstLoad = 25_000;
    private const int LaterPage = 6_000;

    public static string Name => "weight";

    public static async Task<IReadOnlyList<Figure>> Run()
    {
        var published = await Programs.Publish(Path.Combine(Programs.Root, "src/Exemplar/Exemplar.csproj"));
        var data = await Programs.Demo(published);
        var address = $"http://127.0.0.1:{Programs.FreePort()}";
        var server = Programs.Start(Path.Combine(published, "exemplar.dll"), "demo", "--data", data, "--today", "2026-11-24", "--urls", address);
        try
        {
            using var plain = new HttpClient { BaseAddress = new(address) };
            await Programs.UntilItAnswers(server, plain, "/health/ready");
            using var office = await SignedIn.As(address, data, "office");
            var (signIn, signInBytes) = await Load(plain, "/sign-in");
            var (workbench, workbenchBytes) = await Load(office, "/");
            var files = File().Matches(signIn).Concat(File().Matches(workbench)).Select(m => m.Groups["url"].Value).Distinct().ToList();
            var fileBytes = 0;
            foreach (var file in files) fileBytes += (await Load(plain, file)).Bytes;

            List<Figure> figures = [Figure.AtMost("first load: sign-in, workbench and their files", signInBytes + workbenchBytes + fileBytes, FirstLoad, "B",
                $"pages {signInBytes} + {workbenchBytes}, {files.Count} files {fileBytes}")];
            foreach (var (what, url) in await Pages(office, workbench))
            {
                var (html, bytes) = await Load(office, url);
                figures.Add(Figure.AtMost(what, bytes, LaterPage, "B", $"{html.Length} characters before compression"));
            }
            return figures;
        }
        finally
        {
            await Programs.Stop(server);
        }
    }

    private static async Task<IEnumerable<(string What, string Url)>> Pages(HttpClient office, string workbench)
    {
        var list = (await Load(office, "/tasks")).Text;
        var campaigns = (await Load(office, "/campaigns")).Text;
        return
        [
            ("task list", "/tasks"), ("a task", Link(list, "/assignments/")), ("campaign overview", Link(campaigns, "/campaigns/(?!new)")), ("review of the demo's speech", Link(workbench, "/plans/")),
        ];
    }

    private static string Link(string html, string begins) => Regex.Match(html, $"href=\"(?<url>{begins}[^\"]*)\"").Groups["url"].Value is { Length: > 0 } url ? url : throw new InvalidOperationException($"no link to {begins}");

    /// <summary>The body as it went over the wire, and the text that it unfolds to.</summary>
    private static async Task<(string Text, int Bytes)> Load(HttpClient who, string url)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, url);
        request.Headers.AcceptEncoding.ParseAdd("gzip, deflate, br");
        using var answer = await who.SendAsync(request);
        answer.EnsureSuccessStatusCode();
        var body = await answer.Content.ReadAsByteArrayAsync();
        return (await Unfold(body, answer.Content.Headers.ContentEncoding.SingleOrDefault()), body.Length);
    }

    private static async Task<string> Unfold(byte[] body, string? encoding)
    {
        using var bytes = new MemoryStream(body);
        await using Stream plain = encoding switch
        {
            "br" => new System.IO.Compression.BrotliStream(bytes, System.IO.Compression.CompressionMode.Decompress),
            "gzip" => new System.IO.Compression.GZipStream(bytes, System.IO.Compression.CompressionMode.Decompress),
            _ => bytes,
        };
        using var reader = new StreamReader(plain);
        return await reader.ReadToEndAsync();
    }

    [GeneratedRegex("(?:src|href)=\"(?<url>/[^\"]+\\.(?:js|css))\"")]
    private static partial Regex File();
}
