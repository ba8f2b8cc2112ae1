namespace Exemplar.Bench;

/// <summary>From the start of the process to the first answer on demo data, against an empty application that was published the same way.</summary>
internal sealed class StartBench : IWorkload
{
    private const double Goal = 4;

    public static string Name => "start";

    public static async Task<IReadOnlyList<Figure>> Run()
    {
        var product = await Programs.Publish(Path.Combine(Programs.Root, "src/Exemplar/Exemplar.csproj"));
        var empty = await Programs.Publish(Path.Combine(Programs.Root, "bench/Exemplar.Bench/Empty/Empty.csproj"));
        var data = await Programs.Demo(product);

        var (ours, raw) = (new List<double>(), new List<double>());
        for (var round = 0; round < 8; round++)   // the first one warms the disk
        {
            var (one, other) = (await Start(Path.Combine(product, "exemplar.dll"), "/sign-in", "serve", "--data", data), await Start(Path.Combine(empty, "Empty.dll"), "/"));
            if (round == 0) continue;
            ours.Add(one);
            raw.Add(other);
        }
        var (took, emptyTook) = (Measure.Median(ours), Measure.Median(raw));
        return [Figure.AtMost("start to the first page", took / emptyTook, Goal, "×", $"{took:0} ms against {emptyTook:0} ms")];
    }

    private static async Task<double> Start(string program, string url, params string[] arguments)
    {
        var address = $"http://127.0.0.1:{Programs.FreePort()}";
        using var client = new HttpClient { BaseAddress = new(address) };
        var process = Programs.Start(program, [.. arguments, "--urls", address]);
        try
        {
            return await Programs.UntilItAnswers(process, client, url);
        }
        finally
        {
            await Programs.Stop(process);
        }
    }
}
