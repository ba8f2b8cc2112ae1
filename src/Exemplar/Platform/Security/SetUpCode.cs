using System.Security.Cryptography;
using System.Text;

namespace Exemplar.Platform.Security;

/// <summary>
/// The one-time code that proves that whoever sets the product up can read the server's console or its <c>keys/</c> folder.
/// There is no default password.
/// </summary>
public sealed class SetUpCode(string dataFolder)
{
    private readonly string file = Path.Combine(dataFolder, "keys", "set-up-code.txt");

    /// <summary>The code to print at start; made on first use, e.g. <c>K7QM-2XWP-9RTD</c>.</summary>
    public string Show()
    {
        if (File.Exists(file)) return File.ReadAllText(file).Trim();
        var code = WrittenCode.New(groups: 3);
        File.WriteAllText(file, code);
        return code;
    }

    public bool Matches(string typed) => CryptographicOperations.FixedTimeEquals(
        Encoding.UTF8.GetBytes(typed.Trim().ToUpperInvariant()), Encoding.UTF8.GetBytes(Show()));

    public void Spend() => File.Delete(file);
}
