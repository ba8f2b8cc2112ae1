using System.IO.Compression;
using System.Security;
using System.Text;

namespace Exemplar.Tests.Support;

/// <summary>Writes small Word documents, and broken ones: every part is a string, so anything can be put into it.</summary>
internal sealed class DocxBuilder
{
    private const string Namespace = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";
    private readonly StringBuilder body = new();
    private readonly Dictionary<string, byte[]> parts = [];

    public DocxBuilder Paragraph(string text, string properties = "")
    {
        body.Append($"<w:p>{properties}<w:r><w:t xml:space=\"preserve\">{SecurityElement.Escape(text)}</w:t></w:r></w:p>");
        return this;
    }

    public DocxBuilder Table(params string[][] rows)
    {
        body.Append("<w:tbl>");
        foreach (var row in rows)
            body.Append($"<w:tr>{string.Concat(row.Select(cell => $"<w:tc><w:p><w:r><w:t>{SecurityElement.Escape(cell)}</w:t></w:r></w:p></w:tc>"))}</w:tr>");
        body.Append("</w:tbl>");
        return this;
    }

    public DocxBuilder Xml(string xml)
    {
        body.Append(xml);
        return this;
    }

    public DocxBuilder Part(string name, string content) => Part(name, Encoding.UTF8.GetBytes(content));

    public DocxBuilder Part(string name, byte[] content)
    {
        parts[name] = content;
        return this;
    }

    public byte[] Build(string prolog = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>")
    {
        var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in parts) Write(zip, name, content);
            if (!parts.ContainsKey("word/document.xml"))
                Write(zip, "word/document.xml", Encoding.UTF8.GetBytes($"{prolog}<w:document {Namespace}><w:body>{body}</w:body></w:document>"));
        }
        return file.ToArray();
    }

    private static void Write(ZipArchive zip, string name, byte[] content)
    {
        using var part = zip.CreateEntry(name).Open();
        part.Write(content);
    }
}
