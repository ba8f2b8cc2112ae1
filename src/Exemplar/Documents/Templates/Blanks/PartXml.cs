using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace Exemplar.Documents.Templates.Blanks;

/// <summary>One part as XML, white space and all, so that what is not changed is written as it was read.</summary>
internal sealed class PartXml
{
    private const int MostNodes = 400_000;
    private const int Deepest = 200;

    private static readonly XmlReaderSettings Reading = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null };

    private readonly XDocument document;

    private PartXml(XDocument document) => this.document = document;

    public XElement Root => document.Root!;
    public bool IsChanged { get; set; }

    /// <summary>Throws <see cref="TooMuchToFill"/> before a document object model of it is built, <see cref="XmlException"/>.</summary>
    public static PartXml Read(byte[] bytes)
    {
        Count(bytes);
        using var xml = XmlReader.Create(new MemoryStream(bytes, writable: false), Reading);
        return new(XDocument.Load(xml, LoadOptions.PreserveWhitespace));
    }

    public byte[] Write()
    {
        using var bytes = new MemoryStream();
        using (var xml = XmlWriter.Create(bytes, new() { Encoding = new UTF8Encoding(false), NewLineHandling = NewLineHandling.Entitize, OmitXmlDeclaration = document.Declaration is null }))
            document.Save(xml);
        return bytes.ToArray();
    }

    private static void Count(byte[] bytes)
    {
        using var xml = XmlReader.Create(new MemoryStream(bytes, writable: false), Reading);
        for (var nodes = 0; xml.Read();)
            if (++nodes > MostNodes || xml.Depth > Deepest) throw new TooMuchToFill("表格太大，不像一张空表");
    }
}
