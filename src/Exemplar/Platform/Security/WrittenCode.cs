using System.Security.Cryptography;
using System.Text;

namespace Exemplar.Platform.Security;

/// <summary>A random code that people read out and type, e.g. <c>K7QM-2XWP-9RTD-4HJC</c>: no look-alikes, 20 bits in each group of four.</summary>
public static class WrittenCode
{
    private const string Alphabet = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

    public static string New(int groups) =>
        string.Join('-', RandomNumberGenerator.GetString(Alphabet, groups * 4).Chunk(4).Select(part => new string(part)));

    /// <summary>As it is compared: whatever case, width, blanks and dashes it was typed with.</summary>
    public static string Plain(string typed) => new([.. HalfWidth.Of(typed).Where(char.IsAsciiLetterOrDigit).Select(char.ToUpperInvariant)]);

    /// <summary>SHA-256 in hex. Enough for codes of 80 bits, which nobody guesses from their hash.</summary>
    public static string HashOf(string typed) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Plain(typed))));
}
