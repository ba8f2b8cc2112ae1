using System.Buffers;
using System.Text;

namespace Exemplar.Documents;

/// <summary>Text files as Chinese offices produce them: UTF-8, UTF-16 with or without mark, GB18030 (and so GBK, GB2312).</summary>
internal static class TextFile
{
    private static readonly UTF8Encoding Utf8 = new(false, throwOnInvalidBytes: true);
    private static readonly UnicodeEncoding Utf16 = new(bigEndian: false, byteOrderMark: false, throwOnInvalidBytes: true);
    private static readonly UnicodeEncoding Utf16BigEndian = new(bigEndian: true, byteOrderMark: false, throwOnInvalidBytes: true);
    private static readonly Encoding Gb18030 = CodePagesEncodingProvider.Instance
        .GetEncoding("GB18030", EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!;

    private static readonly SearchValues<char> Controls = SearchValues.Create(
        [.. Enumerable.Range(0, 0xA0).Select(c => (char)c).Where(c => char.IsControl(c) && c is not ('\t' or '\n' or '\v' or '\f' or '\r' or '\u0085')), '\uFFFE', '\uFFFF']);

    public static Result<DecodedText> Decode(byte[] content) => content switch
    {
        [0xEF, 0xBB, 0xBF, ..] => Checked(Try(Utf8, content.AsSpan(3))),
        [0xFF, 0xFE, ..] => Checked(Try(Utf16, content.AsSpan(2))),
        [0xFE, 0xFF, ..] => Checked(Try(Utf16BigEndian, content.AsSpan(2))),
        _ => Checked(Unmarked(content)),
    };

    /// <summary>Text that reached us as characters already, such as a paste.</summary>
    public static Result<DecodedText> Checked(string? text)
    {
        if (text is null) return new Refusal("文件的编码无法识别，请另存为 UTF-8 的 .txt");
        if (HasLoneSurrogate(text)) return new Refusal("文字里有残缺的字符，请重新复制或另存为 UTF-8");
        if (text.AsSpan().ContainsAny(Controls)) return new Refusal("内容不是文字");
        if (string.IsNullOrWhiteSpace(text)) return new Refusal("没有读到文字");
        return DecodedText.Plain(text);
    }

    private static string? Unmarked(byte[] content)
    {
        // Chinese in UTF-8 or GB18030 holds no zero byte; UTF-16 has one in every line break and digit.
        if (content.AsSpan().Contains((byte)0) && content.Length % 2 == 0)
            return Try(ZerosStandAtOdd(content) ? Utf16 : Utf16BigEndian, content);
        return Try(Utf8, content) ?? Try(Gb18030, content);
    }

    private static bool ZerosStandAtOdd(byte[] content)
    {
        var (even, odd) = (0, 0);
        for (var i = 0; i < content.Length; i += 2)
        {
            if (content[i] == 0) even++;
            if (content[i + 1] == 0) odd++;
        }
        return odd > even;
    }

    private static string? Try(Encoding encoding, ReadOnlySpan<byte> content)
    {
        try
        {
            return encoding.GetString(content);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    private static bool HasLoneSurrogate(string text)
    {
        for (var i = text.AsSpan().IndexOfAnyInRange('\uD800', '\uDFFF'); i >= 0 && i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i])) continue;
            if (i + 1 == text.Length || !char.IsSurrogatePair(text[i], text[i + 1])) return true;
            i++;
        }
        return false;
    }
}
