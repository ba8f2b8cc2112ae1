using System.IO.Compression;

namespace Exemplar.Documents.Templates.Blanks;

/// <summary>
/// The parts of an office file, in their order. Parts that nobody changes are written back byte for byte. The file comes
/// from anybody: bytes are counted while they inflate, parts and nodes of XML are limited.
/// </summary>
internal sealed class OfficePackage
{
    private const int MostParts = 1_000;
    private const long MostBytes = 32 << 20;

    private readonly List<(string Name, DateTimeOffset At)> order = [];
    private readonly Dictionary<string, byte[]> parts = [];
    private readonly Dictionary<string, PartXml> open = [];

    private OfficePackage() { }

    public IEnumerable<string> Names => order.Select(p => p.Name);

    /// <summary>Throws <see cref="TooMuchToFill"/>, <see cref="InvalidDataException"/>.</summary>
    public static OfficePackage Read(byte[] file)
    {
        using var zip = new ZipArchive(new MemoryStream(file, writable: false), ZipArchiveMode.Read);
        if (zip.Entries.Count > MostParts) throw new TooMuchToFill("文件里的部件太多，不像一张空表");
        // What says itself that it is too large is not inflated to find out.
        if (zip.Entries.Sum(e => e.Length) > MostBytes) throw TooLarge();
        var package = new OfficePackage();
        var budget = MostBytes;
        foreach (var entry in zip.Entries)
        {
            if (!package.parts.TryAdd(entry.FullName, Inflate(entry, ref budget))) throw new InvalidDataException(entry.FullName);
            package.order.Add((entry.FullName, entry.LastWriteTime));
        }
        return package;
    }

    public bool Has(string name) => parts.ContainsKey(name);

    /// <summary>The part as XML that may be changed; throws <see cref="InvalidDataException"/> when there is none.</summary>
    public PartXml Open(string name) => Find(name) ?? throw new InvalidDataException(name);

    public PartXml? Find(string name)
    {
        if (open.TryGetValue(name, out var known)) return known;
        return parts.TryGetValue(name, out var bytes) ? open[name] = PartXml.Read(bytes) : null;
    }

    public void Drop(string name)
    {
        order.RemoveAll(p => p.Name == name);
        parts.Remove(name);
        open.Remove(name);
    }

    public byte[] Write()
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, at) in order)
            {
                var entry = zip.CreateEntry(name, CompressionLevel.Optimal);
                entry.LastWriteTime = at;
                using var part = entry.Open();
                part.Write(open.TryGetValue(name, out var xml) && xml.IsChanged ? xml.Write() : parts[name]);
            }
        }
        return file.ToArray();
    }

    private static TooMuchToFill TooLarge() => new("文件展开后超过 32 MB，不像一张空表");

    // The sizes in a zip's directory can lie; only counting while inflating is safe.
    private static byte[] Inflate(ZipArchiveEntry entry, ref long budget)
    {
        using var source = entry.Open();
        using var inflated = new MemoryStream((int)entry.Length);
        var buffer = new byte[81920];
        for (int read; (read = source.Read(buffer)) > 0;)
        {
            if ((budget -= read) < 0) throw TooLarge();
            inflated.Write(buffer, 0, read);
        }
        return inflated.ToArray();
    }
}

/// <summary>The answer to a file that holds more than a blank does; the message is for the user.</summary>
internal sealed class TooMuchToFill(string sentence) : Exception(sentence);
