using System.IO.Compression;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Exemplar.Documents.Official;

/// <summary>Relationship ids of the parts that the document itself names.</summary>
internal static class PartName
{
    public const string OddFooter = "odd", EvenFooter = "even", FirstFooter = "first", FirstHeader = "mark";
}

/// <summary>
/// The parts of a .docx in their zip. What is the same in every document is serialized once in the life of the process and
/// copied from then on; only the text, a letter's mark and the properties are made for each. Equal documents are equal bytes.
/// </summary>
internal static class Package
{
    private const string Word = "application/vnd.openxmlformats-officedocument.wordprocessingml.";
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

    /// <summary>A zip cannot say "no date"; its calendar begins in 1980.</summary>
    private static readonly DateTimeOffset NoDate = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private sealed record Part(string Name, string Kind, string Id, byte[]? Content);

    private static readonly Part[] Every =
    [
        new("styles.xml", "styles", "styles", Serialize(StyleSheet.Build())),
        new("settings.xml", "settings", "settings", Serialize(DocumentSettings.Build())),
        new("fontTable.xml", "fontTable", "fonts", Serialize(DocumentSettings.Fonts())),
        new("footerOdd.xml", "footer", PartName.OddFooter, Serialize(Running.OddFooter())),
        new("footerEven.xml", "footer", PartName.EvenFooter, Serialize(Running.EvenFooter())),
    ];

    private static readonly Part[] OfLetters =
    [
        .. Every,
        new("footerFirst.xml", "footer", PartName.FirstFooter, Serialize(Running.FirstFooter())),
        new("headerFirst.xml", "header", PartName.FirstHeader, null),
    ];

    private static readonly (byte[] Types, byte[] Relations) OfEvery = (Types(Every), Relations(Every)), OfLetter = (Types(OfLetters), Relations(OfLetters));

    private static readonly byte[] Root = Xml($"""<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="document" Type="{Office}officeDocument" Target="word/document.xml"/><Relationship Id="properties" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>""");

    public static void Write(OfficialDocument document, Stream stream)
    {
        var isLetter = document.Form is DocumentForm.Letter;
        var (types, relations) = isLetter ? OfLetter : OfEvery;
        using var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true);
        Put(zip, "[Content_Types].xml", types);
        Put(zip, "_rels/.rels", Root);
        Put(zip, "docProps/core.xml", Properties(document));
        Put(zip, "word/_rels/document.xml.rels", relations);
        foreach (var part in isLetter ? OfLetters : Every)
            Put(zip, $"word/{part.Name}", part.Content ?? Serialize(Running.FirstHeader(document)));
        Put(zip, "word/document.xml", Serialize(MainPart.Build(document)));
    }

    public static ZipArchiveEntry Entry(ZipArchive zip, string name, CompressionLevel level)
    {
        var entry = zip.CreateEntry(name, level);
        entry.LastWriteTime = NoDate;
        return entry;
    }

    private static void Put(ZipArchive zip, string name, byte[] content)
    {
        using var part = Entry(zip, name, CompressionLevel.Fastest).Open();
        part.Write(content);
    }

    private static byte[] Serialize(OpenXmlPartRootElement root)
    {
        using var part = new MemoryStream();
        root.Save(part);
        return part.ToArray();
    }

    private static byte[] Types(IEnumerable<Part> parts) => Xml($"""
        <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="{Word}document.main+xml"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>{string.Concat(parts.Select(p => $"""<Override PartName="/word/{p.Name}" ContentType="{Word}{p.Kind}+xml"/>"""))}</Types>
        """);

    private static byte[] Relations(IEnumerable<Part> parts) => Xml($"""
        <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{string.Concat(parts.Select(p => $"""<Relationship Id="{p.Id}" Type="{Office}{p.Kind}" Target="{p.Name}"/>"""))}</Relationships>
        """);

    private static byte[] Properties(OfficialDocument document) => Xml($"""
        <cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{Escaped(string.Concat(PlainText.Lines(document.Title)))}</dc:title><dc:creator>{Escaped(PlainText.Of(document.Organ))}</dc:creator></cp:coreProperties>
        """);

    private static string Escaped(string text) => System.Security.SecurityElement.Escape(text);

    private static byte[] Xml(string xml) => Encoding.UTF8.GetBytes($"""<?xml version="1.0" encoding="UTF-8" standalone="yes"?>{xml.Trim()}""");
}
