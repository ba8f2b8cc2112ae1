using System.Xml;
using System.Xml.Linq;

namespace Exemplar.Documents.Templates.Blanks.Word;

/// <summary>Puts text into an empty cell in the font that the cell was given, and copies rows.</summary>
internal static class CellText
{
    public static void Put(XElement cell, string text)
    {
        if (WordParts.Pieces(cell).FirstOrDefault(p => p.IsPlaceholder) is { } control)
        {
            control.Put(text.ReplaceLineEndings(" "));
            return;
        }
        var ns = cell.Name.Namespace;
        var paragraph = WordParts.Unwrapped(cell, "p").FirstOrDefault();
        if (paragraph is null) cell.Add(paragraph = new XElement(ns + "p"));
        var runs = paragraph.Elements(ns + "r").Where(r => !r.Elements().Any(e => e.Name.LocalName is "drawing" or "pict" or "object")).ToList();
        // The font of what stood there, blanks for instance, or of the mark at the end of the empty line.
        var font = runs.Select(r => r.Element(ns + "rPr")).FirstOrDefault(f => f is not null) ?? paragraph.Element(ns + "pPr")?.Element(ns + "rPr");
        runs.Remove();
        var run = new XElement(ns + "r");
        if (font is not null) run.Add(new XElement(ns + "rPr", font.Elements().Where(e => e.Name.LocalName is not ("ins" or "del" or "moveFrom" or "moveTo" or "rPrChange"))));
        var lines = new string([.. text.ReplaceLineEndings("\n").Where(c => XmlConvert.IsXmlChar(c) || char.IsSurrogate(c))]).Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            if (i > 0) run.Add(new XElement(ns + "br"));
            run.Add(new XElement(ns + "t", new XAttribute(XNamespace.Xml + "space", "preserve"), lines[i]));
        }
        paragraph.Add(run);
    }

    /// <summary>The row once more, without what may be in a document only once and without running on from a merged cell above.</summary>
    public static XElement CopyOf(XElement row)
    {
        var copy = new XElement(row);
        copy.DescendantsAndSelf().Attributes().Where(a => a.Name.LocalName is "paraId" or "textId").Remove();
        copy.Descendants().Where(e => e.Name.LocalName is "bookmarkStart" or "bookmarkEnd" or "commentRangeStart" or "commentRangeEnd" or "commentReference").Remove();
        copy.Descendants().Where(e => e.Name.LocalName == "id" && e.Parent!.Name.LocalName == "sdtPr").Remove();
        return copy;
    }

    public static int Number(XElement element) => int.TryParse(element.Attributes().FirstOrDefault(a => a.Name.LocalName == "val")?.Value, out var number) ? Math.Clamp(number, 0, 100) : 0;
}
