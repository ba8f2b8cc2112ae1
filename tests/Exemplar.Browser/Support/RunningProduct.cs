using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Reflection;

namespace Exemplar.Browser.Support;

/// <summary>The product as a process of its own, on a free port, over a data folder that goes with it.</summary>
public sealed class RunningProduct : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private readonly Process process;
    private readonly List<string> said = [];

    public string DataFolder { get; } = Directory.CreateTempSubdirectory("exemplar-browser-").FullName;
    public string Address { get; }

    private RunningProduct(string command, params string[] more)
    {
        Address = $"http://127.0.0.1:{FreePort()}";
        var build = typeof(RunningProduct).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "Configuration").Value!;
        var program = Path.Combine(SourceTree.Root, "src/Exemplar/bin", build, "net10.0/exemplar.dll");
        var start = new ProcessStartInfo("dotnet", [program, command, "--data", DataFolder, "--urls", Address, .. more]) { RedirectStandardOutput = true, RedirectStandardError = true };
        process = Process.Start(start)!;
        process.OutputDataReceived += (_, line) => Hear(line.Data);
        process.ErrorDataReceived += (_, line) => Hear(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public static Task<RunningProduct> Demo() => Ready(new("demo", "--today", "2026-11-24"));

    public static Task<RunningProduct> Empty() => Ready(new("serve"));

    private static async Task<RunningProduct> Ready(RunningProduct product)
    {
        using var client = new HttpClient { BaseAddress = new(product.Address) };
        for (var waited = Stopwatch.StartNew(); waited.Elapsed < Patience && !product.process.HasExited; await Task.Delay(250))
        {
            try
            {
                if ((await client.GetAsync("/health/ready")).StatusCode is HttpStatusCode.OK) return product;
            }
            catch (HttpRequestException) { }
        }
        throw new InvalidOperationException($"The product did not start:\n{product.Said()}");
    }

    private void Hear(string? line)
    {
        if (line is not null) lock (said) said.Add(line);
    }

    private string Said()
    {
        lock (said) return string.Join('\n', said);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    public async ValueTask DisposeAsync()
    {
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
        Directory.Delete(DataFolder, recursive: true);
    }
}
