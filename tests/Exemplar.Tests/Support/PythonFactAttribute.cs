using System.ComponentModel;
using System.Diagnostics;

namespace Exemplar.Tests.Support;

/// <summary>A test that runs tests/verifier/verify.py; skips visibly where there is no python3.</summary>
public sealed class PythonFactAttribute : FactAttribute
{
    public PythonFactAttribute()
    {
        if (!Python.IsThere) Skip = "python3 is not installed";
    }
}

public static class Python
{
    public static bool IsThere { get; } = Found();

    /// <summary>The exit code and what was printed.</summary>
    public static async Task<(int Code, string Said)> Verify(params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("python3", [Path.Combine(SourceTree.Root, "tests", "verifier", "verify.py"), .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var said = await process.StandardOutput.ReadToEndAsync() + await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, said.Trim());
    }

    private static bool Found()
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo("python3", ["--version"]) { RedirectStandardOutput = true })!;
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (Win32Exception)
        {
            return false;
        }
    }
}
