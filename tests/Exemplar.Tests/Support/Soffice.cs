using System.Diagnostics;

namespace Exemplar.Tests.Support;

/// <summary>A test that has LibreOffice open and save files; skips visibly where it is not installed.</summary>
public sealed class SofficeFactAttribute : FactAttribute
{
    public SofficeFactAttribute()
    {
        if (!Soffice.IsThere) Skip = "soffice is not installed: nothing can be opened and saved again";
    }
}

/// <summary>LibreOffice, without a screen and with a profile of its own.</summary>
public static class Soffice
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);

    public static bool IsThere { get; } = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, "soffice")));

    /// <summary>The files opened and saved anew as <paramref name="format"/>, in their order.</summary>
    public static List<byte[]> Resave(string extension, string format, params byte[][] files)
    {
        var folder = Directory.CreateTempSubdirectory("exemplar-soffice-").FullName;
        try
        {
            var names = files.Select((_, i) => Path.Combine(folder, $"{i}.{extension}")).ToList();
            for (var i = 0; i < files.Length; i++) File.WriteAllBytes(names[i], files[i]);
            var start = new ProcessStartInfo("soffice", [$"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", format, "--outdir", Path.Combine(folder, "saved"), .. names]) { RedirectStandardOutput = true, RedirectStandardError = true };
            using var process = Process.Start(start)!;
            var errors = process.StandardError.ReadToEndAsync();
            _ = process.StandardOutput.ReadToEndAsync();
            if (!process.WaitForExit(Patience))
            {
                process.Kill(entireProcessTree: true);
                throw new TimeoutException($"soffice did not end within {Patience}");
            }
            if (process.ExitCode != 0) throw new InvalidOperationException($"soffice: {errors.GetAwaiter().GetResult()}");
            return [.. files.Select((_, i) => File.ReadAllBytes(Path.Combine(folder, "saved", $"{i}.{format.Split(':')[0]}")))];
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
