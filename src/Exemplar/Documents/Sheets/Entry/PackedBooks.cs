using System.IO.Compression;

namespace Exemplar.Documents.Sheets.Entry;

/// <summary>Several workbooks in one .zip.</summary>
public sealed record PackedBooks(string Name, byte[] Content)
{
    public static PackedBooks Of(string name, IEnumerable<(string Name, byte[] Content)> books)
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (part, content) in books)
            {
                using var entry = zip.CreateEntry(part, CompressionLevel.NoCompression).Open();   // a workbook is packed already
                entry.Write(content);
            }
        }
        return new(name, file.ToArray());
    }
}
