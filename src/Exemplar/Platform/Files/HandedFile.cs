using System.Security.Cryptography;

namespace Exemplar.Platform.Files;

/// <summary>A file that is read and not kept.</summary>
/// <param name="Content">Null when it is larger than is taken.</param>
public sealed record HandedFile(string Name, byte[]? Content)
{
    /// <summary>Another file of the same bytes; empty without one.</summary>
    public string SameAs { get; init; } = "";

    /// <param name="most">Bytes.</param>
    public static async Task<HandedFile> Of(IFormFile file, int most, CancellationToken ct)
    {
        if (file.Length > most) return new(file.FileName, null);
        using var content = new MemoryStream((int)file.Length);
        await file.CopyToAsync(content, ct);
        return new(file.FileName, content.ToArray());
    }

    public static async Task<List<HandedFile>> All(IEnumerable<IFormFile> files, int most, CancellationToken ct)
    {
        List<HandedFile> read = [];
        foreach (var file in files) read.Add(await Of(file, most, ct));
        return read;
    }

    /// <summary>Files that were handed in together: each bears a name of its own, and whichever has the bytes of an earlier one says so.</summary>
    public static IReadOnlyList<HandedFile> Together(IEnumerable<HandedFile> files)
    {
        List<HandedFile> named = [];
        Dictionary<string, string> met = [];
        foreach (var (given, content) in files)
        {
            var name = Unused(FileStore.CleanName(given), named);
            var digest = content is null ? name : Convert.ToHexString(SHA256.HashData(content));
            named.Add(met.TryAdd(digest, name) ? new(name, content) : new(name, content) { SameAs = met[digest] });
        }
        return named;
    }

    private static string Unused(string name, List<HandedFile> taken)
    {
        var unused = name;
        for (var n = 2; taken.Exists(f => f.Name == unused); n++) unused = $"{Path.GetFileNameWithoutExtension(name)}（{n}）{Path.GetExtension(name)}";
        return unused;
    }
}
