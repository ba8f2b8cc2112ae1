using System.Diagnostics;
using Exemplar.Documents.Official;

namespace Exemplar.Tests.Documents.Official.Printing;

/// <summary>LibreOffice, without a screen and with a profile of its own, and poppler's readers of what it prints.</summary>
internal static class Printer
{
    /// <summary>So that ten pixels are a millimetre.</summary>
    private const int DotsPerInch = 254;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);

    /// <summary>The first program or font that is not there; null when all are.</summary>
    public static string? Missing { get; } =
        new[] { "soffice", "pdftotext", "pdftoppm", "fc-list" }.FirstOrDefault(p => !IsInstalled(p)) ?? (Run("fc-list", [":family=Noto Serif CJK SC", "family"]).Length == 0 ? "Noto Serif CJK SC" : null);

    /// <summary>Every document in one go, since starting takes longer than printing.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<PrintedPage>> Print(IReadOnlyDictionary<string, OfficialDocument> documents)
    {
        var folder = Directory.CreateTempSubdirectory("exemplar-print-").FullName;
        try
        {
            var names = documents.Keys.ToList();
            for (var i = 0; i < names.Count; i++) File.WriteAllBytes(Path.Combine(folder, $"{i}.docx"), OfficialDocumentWriter.Write(documents[names[i]]));
            Run("soffice", [$"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", "pdf", "--outdir", folder, .. names.Select((_, i) => Path.Combine(folder, $"{i}.docx"))]);
            return names.Select((name, i) => (name, Pages: Read(folder, $"{i}"))).ToDictionary(p => p.name, p => p.Pages);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static IReadOnlyList<PrintedPage> Read(string folder, string name)
    {
        var pdf = Path.Combine(folder, $"{name}.pdf");
        var words = Words.Read(Run("pdftotext", ["-bbox", pdf, "-"]));
        Run("pdftoppm", ["-r", $"{DotsPerInch}", pdf, Path.Combine(folder, name)]);
        var pictures = Directory.EnumerateFiles(folder, $"{name}-*.ppm").Order(StringComparer.Ordinal).Select(Picture.Read).ToList();
        return [.. words.Zip(pictures, (w, p) => new PrintedPage(w, p))];
    }

    private static bool IsInstalled(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, program)));

    private static string Run(string program, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["FONTCONFIG_FILE"] = Path.Combine(AppContext.BaseDirectory, "Documents", "Official", "Printing", "fonts.conf");
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEndAsync();
        if (!process.WaitForExit(Patience))
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"{program} did not end within {Patience}");
        }
        return process.ExitCode == 0 ? output.GetAwaiter().GetResult() : throw new InvalidOperationException($"{program}: {errors.GetAwaiter().GetResult()}");
    }
}
