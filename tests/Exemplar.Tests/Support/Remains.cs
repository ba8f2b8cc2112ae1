using System.IO.Compression;
using System.Text;

namespace Exemplar.Tests.Support;

/// <summary>Looks for a text wherever the application could have left it: every file of its data folder, unpacked as well, and every column of every table.</summary>
public static class Remains
{
    /// <summary>Where any of these texts was found; empty when none was.</summary>
    public static async Task<IReadOnlyList<string>> Find(this TestApp app, params string[] texts)
    {
        List<string> places = [];
        foreach (var (table, rows) in await app.Snapshot())
            places.AddRange(texts.Where(t => rows.Contains(t, StringComparison.Ordinal) || rows.Contains(Convert.ToHexString(Encoding.UTF8.GetBytes(t)), StringComparison.Ordinal)).Select(t => $"{t} in the table {table}"));
        foreach (var file in Directory.EnumerateFiles(app.DataFolder, "*", SearchOption.AllDirectories))
            places.AddRange(await Find(Path.GetRelativePath(app.DataFolder, file), await Bytes(file), texts));
        return places;
    }

    /// <summary>The number of files that uploads have left.</summary>
    public static int KeptFiles(this TestApp app) =>
        Path.Combine(app.DataFolder, "files") is var folder && Directory.Exists(folder) ? Directory.GetFiles(folder, "*", SearchOption.AllDirectories).Length : 0;

    private static async Task<byte[]> Bytes(string file)
    {
        await using var open = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);   // the database is in use
        using var bytes = new MemoryStream();
        await open.CopyToAsync(bytes);
        return bytes.ToArray();
    }

    private static async Task<List<string>> Find(string place, byte[] bytes, string[] texts)
    {
        List<string> places = [.. texts.Where(t => Holds(bytes, t)).Select(t => $"{t} in {place}")];
        if (bytes.AsSpan().StartsWith("PK"u8))
        {
            using var zip = new ZipArchive(new MemoryStream(bytes));
            foreach (var part in zip.Entries) places.AddRange(await Find($"{place}/{part.FullName}", await Inflated(part.Open()), texts));
        }
        else if (bytes.AsSpan().StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B]))
        {
            places.AddRange(await Find($"{place}, unpacked", await Inflated(new GZipStream(new MemoryStream(bytes), CompressionMode.Decompress)), texts));
        }
        return places;
    }

    private static bool Holds(byte[] bytes, string text) =>
        bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(text)) >= 0 || bytes.AsSpan().IndexOf(Encoding.Unicode.GetBytes(text)) >= 0;

    private static async Task<byte[]> Inflated(Stream packed)
    {
        await using (packed)
        {
            using var bytes = new MemoryStream();
            await packed.CopyToAsync(bytes);
            return bytes.ToArray();
        }
    }
}
