namespace Exemplar.Platform.Log.Keys;

/// <summary>Lower-case hexadecimal digits, the only form in which checkpoints and proofs hold bytes: one text for the same bytes and no other.</summary>
internal static class Hex
{
    /// <summary>Null for an odd number of digits and for any sign that is none.</summary>
    public static byte[]? Read(string digits) =>
        digits.Length % 2 == 0 && digits.All(c => c is (>= '0' and <= '9') or (>= 'a' and <= 'f')) ? Convert.FromHexString(digits) : null;
}
