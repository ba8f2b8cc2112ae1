using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml.Linq;

namespace Exemplar.Tests.Support;

/// <summary>Looks into an office file without the product's readers: parts as bytes, cells and lines as text.</summary>
internal static class FilledFile
{
    public static Dictionary<string, byte[]> Parts(byte[] file)
    {
        using var zip = new ZipArchive(new MemoryStream(file), ZipArchiveMode.Read);
        return zip.Entries.ToDictionary(e => e.FullName, e =>
        {
            using var part = e.Open();
            using var bytes = new MemoryStream();
            part.CopyTo(bytes);
            return bytes.ToArray();
        });
    }

    /// <summary>The parts that differ in any byte, added and missing ones included.</summary>
    public static IEnumerable<string> Changed(byte[] before, byte[] after)
    {
        var (old, now) = (Parts(before), Parts(after));
        return old.Keys.Union(now.Keys).Where(name => !old.TryGetValue(name, out var a) || !now.TryGetValue(name, out var b) || !a.AsSpan().SequenceEqual(b)).Order(StringComparer.Ordinal);
    }

    public static XElement Xml(byte[] file, string part) => XDocument.Parse(Encoding.UTF8.GetString(Parts(file)[part]).TrimStart('\uFEFF'), LoadOptions.PreserveWhitespace).Root!;

    /// <summary>What every filled cell of a sheet shows: <c>B2</c> → text; a formula as <c>=…</c>, a number as it is written.</summary>
    public static Dictionary<string, string> Cells(byte[] file, int sheet = 1)
    {
        var strings = Xml(file, "xl/sharedStrings.xml").Elements().Select(si => si.Value).ToList();
        var cells = Xml(file, $"xl/worksheets/sheet{sheet}.xml").Descendants().Where(e => e.Name.LocalName == "c");
        return cells.Select(c => (At: c.Attribute("r")!.Value, Text: Text(c, strings))).Where(c => c.Text.Length > 0).ToDictionary(c => c.At, c => c.Text);
    }

    private static string Text(XElement cell, List<string> strings)
    {
        if (cell.Elements().FirstOrDefault(e => e.Name.LocalName == "f") is { } formula) return "=" + formula.Value;
        var value = cell.Elements().FirstOrDefault(e => e.Name.LocalName is "v" or "is")?.Value ?? "";
        return cell.Attribute("t")?.Value is "s" ? strings[int.Parse(value, CultureInfo.InvariantCulture)] : value;
    }

    /// <summary>The sheet with these cells emptied: what is left must be as it was.</summary>
    public static string Without(byte[] file, int sheet, IReadOnlyCollection<string> cells)
    {
        var root = Xml(file, $"xl/worksheets/sheet{sheet}.xml");
        foreach (var cell in root.Descendants().Where(e => e.Name.LocalName == "c").ToList())
        {
            if (!cells.Contains(cell.Attribute("r")!.Value)) continue;
            cell.Nodes().Remove();
            cell.Attribute("t")?.Remove();
        }
        foreach (var cached in root.Descendants().Where(e => e.Name.LocalName == "v" && e.Parent!.Elements().Any(f => f.Name.LocalName == "f")).ToList()) cached.Remove();
        return root.ToString(SaveOptions.DisableFormatting);
    }

    /// <summary>A Word document line by line: paragraphs as they are, table rows as <c>a | b</c>.</summary>
    public static List<string> Lines(byte[] file)
    {
        var body = Xml(file, "word/document.xml").Elements().Single();
        return [.. body.Elements().SelectMany(block => block.Name.LocalName switch
        {
            "p" => [ParagraphText(block)],
            "tbl" => block.Elements().Where(e => e.Name.LocalName == "tr").Select(row => string.Join(" | ", row.Elements().Where(e => e.Name.LocalName == "tc")
                .Select(cell => string.Join("\n", cell.Elements().Where(e => e.Name.LocalName == "p").Select(ParagraphText))))),
            _ => Array.Empty<string>().AsEnumerable(),
        })];
    }

    private static string ParagraphText(XElement paragraph) => string.Concat(paragraph.Descendants()
        .Select(e => e.Name.LocalName switch { "t" => e.Value, "br" => "\n", _ => "" }));
}
