using System.Security.Cryptography;

namespace Exemplar.People.Accounts;

/// <summary>A password to hand over once, e.g. <c>k7qm-2xwp-9rtd</c>: easy to read out, without look-alikes, to be replaced at the first sign-in.</summary>
internal static class InitialPassword
{
    private const string Alphabet = "23456789abcdefghjkmnpqrstuvwxyz";

    public static string Make()
    {
        while (true)
        {
            var letters = RandomNumberGenerator.GetString(Alphabet, 12);
            if (letters.Any(char.IsAsciiDigit) && letters.Any(char.IsAsciiLetterLower)) return string.Join('-', letters.Chunk(4).Select(part => new string(part)));
        }
    }
}

/// <summary>The account, and its new password when this very request made it.</summary>
public sealed record Handover(Account Account, string? Password);
