using System.IO.Compression;

namespace Exemplar.Documents.Official;

/// <summary>Sets an <see cref="OfficialDocument"/> as .docx. Any text will do: what XML cannot hold is left out, nothing throws for content.</summary>
public static class OfficialDocumentWriter
{
    public const string ContentType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private const int LongestName = 80;

    /// <summary>Into a stream, which stays open; it need not be seekable.</summary>
    public static void Write(OfficialDocument document, Stream stream) => Package.Write(document, stream);

    public static byte[] Write(OfficialDocument document)
    {
        using var file = new MemoryStream();
        Package.Write(document, file);
        return file.ToArray();
    }

    /// <summary>Many documents as one .zip, in order; each under its name, made fit for a file and told apart by (2), (3)… where it repeats.</summary>
    public static void WriteAll(IEnumerable<(string Name, OfficialDocument Document)> documents, Stream stream)
    {
        using var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true);
        Dictionary<string, int> taken = new(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, document) in documents)
        {
            var file = FileName(name);
            var times = taken[file] = taken.GetValueOrDefault(file) + 1;
            // A .docx is compressed already.
            using var entry = Package.Entry(zip, times == 1 ? $"{file}.docx" : $"{file}({times}).docx", CompressionLevel.NoCompression).Open();
            entry.Write(Write(document));
        }
    }

    /// <summary>A name that every system takes, without extension.</summary>
    public static string FileName(string name)
    {
        var clean = new string([.. PlainText.Of(name).Where(c => !"\\/:*?\"<>|".Contains(c, StringComparison.Ordinal))]).Trim(' ', '.');
        if (clean.Length > LongestName) clean = clean[..(char.IsHighSurrogate(clean[LongestName - 1]) ? LongestName - 1 : LongestName)];
        return clean.Length > 0 ? clean : "公文";
    }
}
