namespace Exemplar.Platform.Log.Keys;

/// <summary>The keys of the record log in <c>keys/</c>, apart from the database: <c>log-signing.pem</c> signs, <c>log-….pub.pem</c> are the public halves of it and of those before it.</summary>
public sealed class LogKeys(string dataFolder)
{
    private readonly string folder = Path.Combine(dataFolder, "keys");

    private string SigningFile => Path.Combine(folder, "log-signing.pem");

    /// <summary>The key that signs now; null when there is none. Throws <see cref="InvalidDataException"/> when its file holds something else.</summary>
    public SigningKey? Find() =>
        !File.Exists(SigningFile) ? null : SigningKey.Read(File.ReadAllText(SigningFile)) ?? throw new InvalidDataException($"{SigningFile} holds no signing key");

    /// <summary>A new key signs from now on. The old private key is gone, its public half stays for what it signed.</summary>
    public SigningKey Make(string algorithm)
    {
        var key = SigningKey.Make(algorithm);
        File.WriteAllText(Path.Combine(folder, PublicName(key.Public)), key.Public.Pem + "\n");
        var draft = SigningFile + ".new";
        using (var file = new FileStream(draft, Closed()))
        using (var text = new StreamWriter(file)) text.Write(key.Pem + "\n");
        File.Move(draft, SigningFile, overwrite: true);
        return key;
    }

    /// <summary>By id, all public keys of this house.</summary>
    public Dictionary<string, VerifyingKey> Known() => !Directory.Exists(folder) ? [] : Directory.EnumerateFiles(folder, "log-*.pub.pem").Order(StringComparer.Ordinal)
        .Select(file => VerifyingKey.Read(File.ReadAllText(file))).OfType<VerifyingKey>().DistinctBy(k => k.Id).ToDictionary(k => k.Id);

    public static string PublicName(VerifyingKey key) => $"log-{key.Id[..16]}.pub.pem";

    private static FileStreamOptions Closed()
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return options;
    }
}
