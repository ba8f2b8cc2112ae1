using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Exemplar.Documents.Official;

/// <summary>Text, numbered headings and tables (7.3.3), of the document or of one annex.</summary>
internal sealed class Blocks(int width, Queue<NumberedHeading> headings, bool isListed)
{
    private const int MostBlankLines = 200;

    /// <summary>The blocks on a type area so many twips wide.</summary>
    /// <param name="isListed">Whether a list of contents refers to their headings.</param>
    public static IEnumerable<OpenXmlElement> Of(IReadOnlyList<Block> blocks, int width, bool isListed = false)
    {
        var set = new Blocks(width, new(Outline.Of(blocks)), isListed);
        return Apart(blocks.SelectMany(set.Set));
    }

    /// <summary>Two tables that touch become one, whose heading no longer repeats; a heading stands off the table before it.</summary>
    private static IEnumerable<OpenXmlElement> Apart(IEnumerable<OpenXmlElement> set)
    {
        OpenXmlElement? before = null;
        foreach (var element in set)
        {
            if (before is Table && element is Paragraph { ParagraphProperties: { KeepNext: not null, PageBreakBefore: null } } heading) heading.Below(Gb9704.Line / 3);
            if (before is Table && element is Table) yield return Ink.Paragraph(StyleName.Normal).Exactly(Gb9704.Line / 2);
            yield return before = element;
        }
    }

    private IEnumerable<OpenXmlElement> Set(Block block) => block switch
    {
        BodyText text => PlainText.Lines(text.Text).Select(line => Ink.Paragraph(StyleName.Body, line)),
        BodyHeading heading => [Set(heading)],
        BodyTable table => Tables.Of(table, width),
        FieldTable form => Tables.Of(form, width),
        BlankLines lines => Enumerable.Range(0, Math.Clamp(lines.Count, 0, MostBlankLines)).Select(_ => Ink.Paragraph(StyleName.BlankLine)),
        _ => [],
    };

    private Paragraph Set(BodyHeading heading)
    {
        var numbered = headings.Dequeue();
        var paragraph = Ink.Paragraph(StyleName.Heading(heading.Level), Ink.Run(numbered.Title));
        if (isListed && numbered.IsListed) Ink.Bookmark(paragraph, numbered.Bookmark, numbered.Place);
        if (heading.StartsPage) paragraph.ParagraphProperties!.PageBreakBefore = new();
        if (string.IsNullOrWhiteSpace(heading.Following)) return paragraph.KeptWithNext();
        paragraph.Append(Ink.Run(heading.Following, StyleName.FangSong));
        return paragraph;
    }
}
