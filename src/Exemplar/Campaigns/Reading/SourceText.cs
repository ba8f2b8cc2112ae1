using System.Text;
using Exemplar.Documents;

namespace Exemplar.Campaigns.Reading;

/// <summary>The document as it was handed in. Every offset and line of a reading refers to <see cref="Text"/>.</summary>
public sealed class SourceText
{
    private readonly DecodedText decoded;

    private SourceText(DecodedText decoded)
    {
        this.decoded = decoded;
        Lines = SplitLines(decoded.Text);
    }

    public string Text => decoded.Text;

    /// <summary>Lines without their line end; line n of a reading is <c>Lines[n - 1]</c>.</summary>
    public IReadOnlyList<TextSpan> Lines { get; }

    public IReadOnlyList<TextTable> Tables => decoded.Tables;

    /// <summary>Decodes a .docx, .txt or .xlsx of at most 2 MB; a refusal says in Chinese what is wrong with the file.</summary>
    public static Result<SourceText> Decode(byte[] content, string fileName) => From(Path.GetExtension(fileName).Equals(".xlsx", StringComparison.OrdinalIgnoreCase)
        ? content.Length > UploadedText.LargestFile ? new Refusal("文件超过 2 MB") : TaskSheet.Decode(content)
        : UploadedText.Decode(content, fileName));

    /// <summary>Takes pasted text of at most 2 MB (as UTF-8).</summary>
    public static Result<SourceText> Paste(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length > UploadedText.LargestFile || Encoding.UTF8.GetByteCount(text) > UploadedText.LargestFile)
            return new Refusal("文字超过 2 MB");
        if (TaskSheet.OfPaste(text) is { } wrong) return wrong;
        return From(TextFile.Checked(text));
    }

    /// <summary>The number Word prints before the line without storing it in the text; null without one.</summary>
    public string? AutomaticNumber(int line) => decoded.AutomaticNumbers.GetValueOrDefault(line);

    private static Result<SourceText> From(Result<DecodedText> decoded) =>
        decoded.Value is { } text ? new SourceText(text) : decoded.Refusal!;

    private static List<TextSpan> SplitLines(string text)
    {
        var lines = new List<TextSpan>(text.AsSpan().Count('\n') + 1);
        for (var start = 0; start <= text.Length;)
        {
            var length = text.AsSpan(start).IndexOfAny('\r', '\n');
            var end = length < 0 ? text.Length : start + length;
            lines.Add(new(start, end));
            start = end + (end + 1 < text.Length && text[end] == '\r' && text[end + 1] == '\n' ? 2 : 1);
        }
        return lines;
    }
}

/// <summary>Offsets in UTF-16 units, end exclusive.</summary>
public readonly record struct TextSpan(int Start, int End)
{
    public int Length => End - Start;
}
