using System.Text.RegularExpressions;

namespace Exemplar.Bench;

/// <summary>What a browser transfers, from a Release publish that runs as in an office: first load, then one page after the other.</summary>
internal sealed class PageWeightBench : IWorkload
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
            var (signIn, signInBytes) = await Wire.Load(plain, "/sign-in");
            var (workbench, workbenchBytes) = await Wire.Load(office, "/");
            var files = Wire.Files(signIn).Union(Wire.Files(workbench)).ToList();
            var fileBytes = 0;
            foreach (var file in files) fileBytes += (await Wire.Load(plain, file)).Bytes;

            List<Figure> figures = [Figure.AtMost("first load: sign-in, workbench and their files", signInBytes + workbenchBytes + fileBytes, FirstLoad, "B",
                $"pages {signInBytes} + {workbenchBytes}, {files.Count} files {fileBytes}")];
            foreach (var (what, url) in await Pages(office, workbench))
            {
                var (html, bytes) = await Wire.Load(office, url);
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
        var list = (await Wire.Load(office, "/tasks")).Text;
        var campaigns = (await Wire.Load(office, "/campaigns")).Text;
        return
        [
            ("task list", "/tasks"), ("a task", Link(list, "/assignments/")), ("campaign overview", Link(campaigns, "/campaigns/(?!new)")), ("review of the demo's speech", Link(workbench, "/plans/")),
        ];
    }

    private static string Link(string html, string begins) => Regex.Match(html, $"href=\"(?<url>{begins}[^\"]*)\"").Groups["url"].Value is { Length: > 0 } url ? url : throw new InvalidOperationException($"no link to {begins}");
}
