using System.Text;

namespace Exemplar.Kernel;

/// <summary>
/// Chinese names by pinyin. The runtime's own collation is off (invariant mode), but the 3755 common characters of GB 2312 stand
/// in the order of their pinyin in the code itself; rarer ones follow, by code.
/// </summary>
public sealed class PinyinOrder : IComparer<string>
{
    public static readonly PinyinOrder Instance = new();

    private const int FirstCommon = 0xB0A1, LastCommon = 0xD7F9;
    private static readonly Encoding Gb18030 = CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!;

    public int Compare(string? x, string? y)
    {
        var (a, b) = (x ?? "", y ?? "");
        for (var n = 0; n < Math.Min(a.Length, b.Length); n++)
        {
            if (a[n] != b[n] && Place(a[n]).CompareTo(Place(b[n])) is not 0 and var order) return order;
        }
        return a.Length.CompareTo(b.Length);
    }

    /// <summary>A text of five characters for each of the name's, which sorts by its codes as the name does by pinyin: for lists that the database orders.</summary>
    public static string KeyOf(string name) => string.Concat(name.Select(Place).Select(p => $"{p.Group}{p.Code:X4}"));

    /// <summary>Letters and digits first, then common characters, then rare ones.</summary>
    private static (int Group, int Code) Place(char c)
    {
        if (c < 128) return (0, c);
        var bytes = Gb18030.GetBytes([c]);
        var code = bytes.Length == 2 ? (bytes[0] << 8) | bytes[1] : 0;
        return code is >= FirstCommon and <= LastCommon ? (1, code) : (2, c);
    }
}
