using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;

namespace Exemplar.Bench;

/// <summary>Publishes programs and runs them as processes of their own.</summary>
internal static class Programs
{
    public static string Root { get; } = FindRoot();

    /// <summary>The folder of a publish compiled ahead of time as ./dev pack does it, once for each run of the bench.</summary>
    public static async Task<string> Publish(string project)
    {
        var folder = Path.Combine(Path.GetTempPath(), $"exemplar-bench-{Environment.ProcessId}", Path.GetFileNameWithoutExtension(project));
        if (!Directory.Exists(folder))
            await Run("dotnet", "publish", project, "-c", "Release", "-r", RuntimeInformation.RuntimeIdentifier, "--no-self-contained", "-o", folder, "-v", "quiet",
                "-p:PublishReadyToRun=true", $"-p:NuGetLockFilePath={folder}.lock.json", "-p:RestoreLockedMode=false");
        return folder;
    }

    /// <summary>A demo office as of one fixed day; made once for each run.</summary>
    public static async Task<string> Demo(string published)
    {
        var folder = Path.Combine(Path.GetDirectoryName(published)!, "demo");
        if (!Directory.Exists(folder)) await Run("dotnet", Path.Combine(published, "exemplar.dll"), "demo", "--no-serve", "--today", "2026-11-24", "--data", folder);
        return folder;
    }

    public static Process Start(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [program, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true };
        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, line) => { if (line.Data is not null) Console.Error.WriteLine(line.Data); };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }

    /// <summary>Milliseconds from the start of the process until the address answers.</summary>
    public static async Task<double> UntilItAnswers(Process process, HttpClient client, string url)
    {
        while (true)
        {
            if (process.HasExited) throw new InvalidOperationException($"{process.StartInfo.ArgumentList[0]} ended with {process.ExitCode}");
            try
            {
                using var answer = await client.GetAsync(url);
                var took = (TimeProvider.System.GetLocalNow().LocalDateTime - process.StartTime).TotalMilliseconds;
                answer.EnsureSuccessStatusCode();
                return took;
            }
            catch (HttpRequestException refused) when (refused.InnerException is SocketException)
            {
                await Task.Delay(2);
            }
        }
    }

    public static async Task Stop(Process process)
    {
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
    }

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static async Task Run(params string[] command)
    {
        using var process = Process.Start(new ProcessStartInfo(command[0], command[1..]) { RedirectStandardOutput = true })!;
        var said = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0) throw new InvalidOperationException($"{string.Join(' ', command)}\n{said}");
    }

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "Exemplar.slnx"))) return folder.FullName;
        throw new InvalidOperationException("The bench runs outside the repository");
    }
}
