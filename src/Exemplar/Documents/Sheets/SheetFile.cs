namespace Exemplar.Documents.Sheets;

/// <summary>A table as somebody hands it in: .xlsx, the .xls of older programs, or the .csv that other systems export.</summary>
internal static class SheetFile
{
    public const string Accept = ".xlsx,.xls,.csv";

    /// <summary>Every visible sheet that holds something. Refused with a Chinese sentence.</summary>
    public static Result<IReadOnlyList<Sheet>> ReadAll(string? name, byte[] content)
    {
        if (name?.EndsWith(".csv", StringComparison.OrdinalIgnoreCase) != true || content.AsSpan().StartsWith("PK"u8)) return SheetReader.ReadAll(content);
        if (content.Length == 0) return new Refusal("文件是空的");
        var decoded = TextFile.Decode(content);
        return decoded.Value is { } text ? PastedTable.Read(text.Text, text.Text.Contains(',') ? ',' : '\t', "表格") : new Refusal("这不是 .csv 表格，请上传 .xlsx、.xls 或 .csv 文件");
    }
}
