using System.Diagnostics;

namespace Exemplar.Browser.Support;

/// <summary>Opens what the product handed out in another office program, without a screen, and says what stands in it.</summary>
public static class LibreOffice
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    /// <summary>The cells of the first sheet as they are shown.</summary>
    public static async Task<List<string[]>> Cells(IDownload workbook) =>
        [.. (await Convert(workbook, "csv:Text - txt - csv (StarCalc):9,34,76,1,,0,false,true", "csv")).ReplaceLineEndings("\n").TrimEnd('\n').Split('\n').Select(line => line.Split('\t'))];

    /// <summary>The words of a document, line by line.</summary>
    public static Task<string> Words(IDownload document) => Convert(document, "txt:Text (encoded):UTF8", "txt");

    private static async Task<string> Convert(IDownload file, string filter, string extension)
    {
        var folder = Directory.CreateTempSubdirectory("exemplar-opened-").FullName;
        try
        {
            var copy = Path.Combine(folder, "file" + Path.GetExtension(file.SuggestedFilename));
            await file.SaveAsAsync(copy);
            using var process = Process.Start(new ProcessStartInfo("soffice", [$"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", filter, "--outdir", folder, copy]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            using var patience = new CancellationTokenSource(Patience);
            await Task.WhenAll(process.StandardOutput.ReadToEndAsync(patience.Token), process.StandardError.ReadToEndAsync(patience.Token), process.WaitForExitAsync(patience.Token));
            return await File.ReadAllTextAsync(Path.Combine(folder, $"file.{extension}"));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
