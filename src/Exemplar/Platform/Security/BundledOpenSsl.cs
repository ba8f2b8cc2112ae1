using System.Runtime.InteropServices;

namespace Exemplar.Platform.Security;

/// <summary>
/// The runtime takes OpenSSL from the system and ends the process where there is none, as on a bare Linux. The packed folder
/// brings one along, which is taken only then: a system's own OpenSSL gets its corrections from the system.
/// </summary>
internal static class BundledOpenSsl
{
    /// <summary>Those that the runtime looks for.</summary>
    private static readonly string[] OfSystem = ["libssl.so.3", "libssl.so.1.1"];

    /// <summary>Before anything is hashed. What is loaded here has the name that the runtime asks for next.</summary>
    public static void LoadWhereMissing()
    {
        if (!OperatingSystem.IsLinux() || Array.Exists(OfSystem, name => NativeLibrary.TryLoad(name, out _))) return;
        foreach (var library in (string[])["libcrypto.so.3", "libssl.so.3"])
            NativeLibrary.TryLoad(Path.Combine(AppContext.BaseDirectory, "openssl", library), out _);   // where it fails, the runtime says what it misses
    }
}
