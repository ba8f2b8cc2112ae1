using System.IO.Compression;
using System.Xml;

namespace Exemplar.Documents;

/// <summary>Opens a .docx as what it is, a zip of XML, so that its size is known before anything is parsed.</summary>
internal static class WordFile
{
    public const long LargestContent = 32 * 1024 * 1024;
    public const int MostParts = 2000;

    private static readonly Refusal Damaged = new("Word 文档已损坏，无法读取");
    private static readonly Refusal TooLarge = new("Word 文档解压后超过 32 MB，不予读取");

    public static Result<DecodedText> Decode(byte[] content)
    {
        try
        {
            using var zip = new ZipArchive(new MemoryStream(content, writable: false), ZipArchiveMode.Read);
            if (zip.Entries.Count > MostParts || zip.Entries.Sum(e => e.Length) > LargestContent) return TooLarge;
            if (zip.Entries.Any(e => e.Name.Equals("vbaProject.bin", StringComparison.OrdinalIgnoreCase)))
                return new Refusal("不收带宏的文件，请另存为 .docx");
            if (zip.Entries.Any(e => e.FullName.Equals("EncryptedPackage", StringComparison.OrdinalIgnoreCase)))
                return new Refusal("文件已加密，请解密后再交");
            if (zip.GetEntry("word/document.xml") is not { } document)
                return new Refusal("压缩包里没有 Word 正文，不是 .docx 文档");

            var budget = LargestContent;
            var numbering = WordNumbering.Read(Part(zip, "word/numbering.xml", ref budget), Part(zip, "word/styles.xml", ref budget));
            var text = new WordText(numbering).Read(Inflate(document, ref budget));
            return string.IsNullOrWhiteSpace(text.Text) ? new Refusal("没有读到文字") : text;
        }
        catch (InflatedTooLargeException)
        {
            return TooLarge;
        }
        catch (Exception e) when (e is InvalidDataException or XmlException or IOException or NotSupportedException or OverflowException)
        {
            return Damaged;
        }
    }

    private static MemoryStream? Part(ZipArchive zip, string name, ref long budget) =>
        zip.GetEntry(name) is { } entry ? Inflate(entry, ref budget) : null;

    // The sizes in a zip's directory can lie; only counting while inflating is safe.
    private static MemoryStream Inflate(ZipArchiveEntry entry, ref long budget)
    {
        var inflated = new MemoryStream();
        using var source = entry.Open();
        var buffer = new byte[81920];
        for (int read; (read = source.Read(buffer)) > 0;)
        {
            if ((budget -= read) < 0) throw new InflatedTooLargeException();
            inflated.Write(buffer, 0, read);
        }
        inflated.Position = 0;
        return inflated;
    }

    /// <summary>An external entity or an entity bomb needs a DTD, and no Word document has one.</summary>
    internal static XmlReader Open(Stream part) => XmlReader.Create(part, new XmlReaderSettings
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
    });

    private sealed class InflatedTooLargeException : Exception;
}
