namespace Exemplar.Documents;

/// <summary>What the first bytes of a file say it is, named in Chinese for the refusal.</summary>
internal static class FileSignature
{
    public const string Zip = "压缩包或 Office 文档";
    public const string CompoundFile = "旧版 Office 文档";

    /// <summary>The kind of a known binary file; null when it may be text.</summary>
    public static string? Of(ReadOnlySpan<byte> content) => content switch
    {
        [(byte)'P', (byte)'K', 3 or 5 or 7, ..] => Zip,
        [0xD0, 0xCF, 0x11, 0xE0, ..] => CompoundFile,
        [(byte)'%', (byte)'P', (byte)'D', (byte)'F', ..] => "PDF",
        [(byte)'{', (byte)'\\', (byte)'r', (byte)'t', (byte)'f', ..] => "RTF 文档",
        [0x89, (byte)'P', (byte)'N', (byte)'G', ..] or [0xFF, 0xD8, 0xFF, ..] or [(byte)'G', (byte)'I', (byte)'F', (byte)'8', ..] => "图片",
        [(byte)'M', (byte)'Z', ..] or [0x7F, (byte)'E', (byte)'L', (byte)'F', ..] => "程序",
        [0x1F, 0x8B, ..] or [(byte)'R', (byte)'a', (byte)'r', (byte)'!', ..] or [(byte)'7', (byte)'z', 0xBC, 0xAF, ..] => "压缩包",
        _ => null,
    };
}
