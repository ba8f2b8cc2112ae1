namespace Exemplar.Documents;

/// <summary>Decodes a file somebody hands in. Never throws for its content: what cannot be read is refused with a sentence.</summary>
public static class UploadedText
{
    public const int LargestFile = 2 * 1024 * 1024;

    /// <summary>Reads .docx and .txt (UTF-8, UTF-16, GB18030). The content decides; the name must agree with it.</summary>
    public static Result<DecodedText> Decode(byte[] content, string fileName)
    {
        ArgumentNullException.ThrowIfNull(content);
        if (content.Length == 0) return new Refusal("文件是空的");
        if (content.Length > LargestFile) return new Refusal("文件超过 2 MB");

        var found = FileSignature.Of(content);
        switch (Path.GetExtension(fileName).ToUpperInvariant())
        {
            case ".DOCX":
                return found switch
                {
                    FileSignature.Zip => Short(WordFile.Decode(content)),
                    FileSignature.CompoundFile => new Refusal("文件已加密，或是旧版 Word 文档；请解密后另存为 .docx"),
                    _ => new Refusal("文件扩展名是 .docx，内容却不是 Word 文档"),
                };
            case ".TXT":
                return found is null ? TextFile.Decode(content) : new Refusal($"文件扩展名是 .txt，内容却是{found}");
            case ".DOC" or ".WPS" or ".RTF":
                return new Refusal("请用 Word 或 WPS 另存为 .docx 后再交");
            case ".DOCM" or ".DOTM":
                return new Refusal("不收带宏的文件，请另存为 .docx");
            default:
                return new Refusal("只收 .docx 和 .txt 文件");
        }
    }

    /// <summary>The limit is for the text: a small .docx can inflate to more than anybody reads.</summary>
    private static Result<DecodedText> Short(Result<DecodedText> decoded) =>
        decoded.Value?.Text.Length > LargestFile ? new Refusal("文件里的文字超过 2 MB") : decoded;
}
