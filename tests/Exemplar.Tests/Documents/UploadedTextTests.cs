using System.IO.Compression;
using System.Text;
using Exemplar.Documents;
using Exemplar.Tests.Support;

namespace Exemplar.Tests.Documents;

public sealed class UploadedTextTests
{
    private const string Text = "关于开展活动的通知\r\n一、目标\r\n责任科室：综合科";

    private static readonly Encoding Gb18030 = CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!;

    public static TheoryData<string, byte[]> Encodings => new()
    {
        { "UTF-8", Encoding.UTF8.GetBytes(Text) },
        { "UTF-8 with mark", [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Text)] },
        { "UTF-16 LE", [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(Text)] },
        { "UTF-16 BE", [.. Encoding.BigEndianUnicode.Preamble, .. Encoding.BigEndianUnicode.GetBytes(Text)] },
        { "UTF-16 LE without mark", Encoding.Unicode.GetBytes(Text) },
        { "UTF-16 BE without mark", Encoding.BigEndianUnicode.GetBytes(Text) },
        { "GB18030", Gb18030.GetBytes(Text) },
    };

    [Theory, MemberData(nameof(Encodings))]
    public void The_same_text_in_every_encoding(string encoding, byte[] content)
    {
        Assert.NotNull(encoding);
        Assert.Equal(Text, UploadedText.Decode(content, "通知.txt").Value?.Text);
    }

    [Fact]
    public void Rare_characters_survive_GB18030() =>
        Assert.Equal("𠮷野家㐂", UploadedText.Decode(Gb18030.GetBytes("𠮷野家㐂"), "a.TXT").Value?.Text);

    // Files are made when their test runs: finding the tests must not build two bombs.
    private static readonly Dictionary<string, (string Name, Func<byte[]> Content, string Sentence)> HostileFiles = new()
    {
        ["empty"] = ("a.txt", () => [], "文件是空的"),
        ["blank"] = ("a.txt", () => "  \n\t"u8.ToArray(), "没有读到文字"),
        ["2 MB and a byte"] = ("a.txt", () => Enumerable.Repeat((byte)'a', 2 * 1024 * 1024 + 1).ToArray(), "文件超过 2 MB"),
        ["picture"] = ("a.txt", () => [0x89, .. "PNG\r\n"u8], "内容却是图片"),
        ["PDF named docx"] = ("a.docx", () => "%PDF-1.7"u8.ToArray(), "内容却不是 Word 文档"),
        ["text named docx"] = ("a.docx", () => "一、目标"u8.ToArray(), "内容却不是 Word 文档"),
        ["docx named txt"] = ("a.txt", () => new DocxBuilder().Paragraph("一").Build(), "内容却是压缩包"),
        ["old Word file"] = ("a.doc", () => [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], "另存为 .docx"),
        ["encrypted Word file"] = ("a.docx", () => [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], "已加密"),
        ["macro name"] = ("a.docm", () => new DocxBuilder().Paragraph("一").Build(), "宏"),
        ["macro inside"] = ("a.docx", () => new DocxBuilder().Paragraph("一").Part("word/vbaProject.bin", "x").Build(), "宏"),
        ["no extension"] = ("方案", () => "一、"u8.ToArray(), "只收"),
        ["program"] = ("a.exe", () => [0x4D, 0x5A], "只收"),
        ["binary junk"] = ("a.txt", () => [1, 2, 3, 4, 5, 6, 7, 8, 9], "内容不是文字"),
        ["zeros"] = ("a.txt", () => new byte[1000], "内容不是文字"),
        ["no encoding"] = ("a.txt", () => [0x81, 0x20, 0xFF, 0xFF, 0x81], "编码无法识别"),
        ["broken UTF-8 with mark"] = ("a.txt", () => [0xEF, 0xBB, 0xBF, 0xC3, 0x28], "编码无法识别"),
        ["half a surrogate pair"] = ("a.txt", () => [0xFF, 0xFE, 0x00, 0xD8, 0x41, 0x00], "编码无法识别"),
        ["half a UTF-16 unit"] = ("a.txt", () => [0xFF, 0xFE, 0x41], "编码无法识别"),
        ["a zip of something else"] = ("a.docx", () => new DocxBuilder().Part("word/document.xml", "").Part("x", "y").Build(), "已损坏"),
        ["zip without a body"] = ("a.docx", () => Zip("readme.txt"), "没有 Word 正文"),
        ["cut zip"] = ("a.docx", () => new DocxBuilder().Paragraph("一").Build()[..60], "已损坏"),
        ["zip head only"] = ("a.docx", () => [0x50, 0x4B, 3, 4], "已损坏"),
        ["bomb in the body"] = ("a.docx", () => new DocxBuilder().Part("word/document.xml", new byte[33 * 1024 * 1024]).Build(), "超过 32 MB"),
        ["bomb beside the body"] = ("a.docx", () => new DocxBuilder().Paragraph("一").Part("word/media/a.bin", new byte[33 * 1024 * 1024]).Build(), "超过 32 MB"),
        ["too many parts"] = ("a.docx", () => ManyParts(), "超过 32 MB"),
        ["entity bomb"] = ("a.docx", () => new DocxBuilder().Xml("<w:p><w:r><w:t>&b;</w:t></w:r></w:p>").Build("<!DOCTYPE w [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]>"), "已损坏"),
        ["external entity"] = ("a.docx", () => new DocxBuilder().Build("<!DOCTYPE w SYSTEM \"file:///etc/passwd\">"), "已损坏"),
        ["half surrogate in XML"] = ("a.docx", () => new DocxBuilder().Xml("<w:p><w:r><w:t>&#xD800;</w:t></w:r></w:p>").Build(), "已损坏"),
        ["unclosed XML"] = ("a.docx", () => new DocxBuilder().Part("word/document.xml", "<w:document xmlns:w=\"w\"><w:body><w:p>").Build(), "已损坏"),
        ["row outside a table"] = ("a.docx", () => new DocxBuilder().Xml("<w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>").Build(), "已损坏"),
        ["document without text"] = ("a.docx", () => new DocxBuilder().Paragraph(" ").Build(), "没有读到文字"),
    };

    public static TheoryData<string> Hostile => [.. HostileFiles.Keys];

    [Theory, MemberData(nameof(Hostile))]
    public void What_cannot_be_read_is_refused_in_a_sentence(string what)
    {
        var (name, content, sentence) = HostileFiles[what];
        var decoded = UploadedText.Decode(content(), name);
        Assert.Null(decoded.Value);
        Assert.Contains(sentence, decoded.Refusal!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_size_that_the_zip_lies_about_is_counted_while_inflating()
    {
        // A document that could be read if nobody counted; stored, because inflating stops at the size the directory names.
        var body = "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body><w:p><w:r><w:t>一</w:t></w:r></w:p></w:body></w:document>";
        var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        using (var part = zip.CreateEntry("word/document.xml", CompressionLevel.NoCompression).Open())
        {
            part.Write(Encoding.UTF8.GetBytes(body));
            part.Write(Encoding.UTF8.GetBytes(new string(' ', (int)WordFile.LargestContent)));
        }
        var content = file.ToArray();
        // The directory's uncompressed size stands 24 bytes after its signature.
        BitConverter.GetBytes(1000).CopyTo(content, content.AsSpan().LastIndexOf("PK\x01\x02"u8) + 24);
        Assert.Contains("超过 32 MB", WordFile.Decode(content).Refusal?.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Lines_of_five_thousand_characters_are_fine() =>
        Assert.NotNull(UploadedText.Decode(Encoding.UTF8.GetBytes(new string('字', 5000) + "\n" + new string('字', 5000)), "a.txt").Value);

    private static byte[] ManyParts()
    {
        var builder = new DocxBuilder().Paragraph("一");
        for (var i = 0; i <= WordFile.MostParts; i++) builder.Part($"x{i}", []);
        return builder.Build();
    }

    private static byte[] Zip(string name)
    {
        var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true)) zip.CreateEntry(name);
        return file.ToArray();
    }
}
