using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using static Exemplar.Documents.Official.Gb9704;

namespace Exemplar.Documents.Official;

/// <summary>
/// Cover and list of contents of a bound paper. The list is text with references to pages: LibreOffice works them out as it
/// opens the file, Word when it prints or is told to update; a table of contents of Word's own would ask first.
/// </summary>
internal static class FrontPages
{
    private const int LinesAboveOrgan = 2, LinesAboveTitle = 2, LinesAboveFoot = 7, CharactersBeforeFoot = 3;

    /// <summary>Stands where a page number will be.</summary>
    private const string Unknown = "…";

    public static IEnumerable<OpenXmlElement> Of(OfficialDocument document)
    {
        var cover = document.Cover!;
        yield return Ink.Paragraph(StyleName.Title, document.Organ).After(LinesAboveOrgan);
        yield return Ink.Paragraph(StyleName.CoverTitle, document.Title).After(LinesAboveTitle);
        yield return Ink.Paragraph(StyleName.Title, cover.Period).After(1);
        foreach (var (line, n) in cover.Lines.Select((line, n) => (line, n)))
            yield return Ink.Paragraph(StyleName.CoverLine, Ink.Run($"{PlainText.Of(line.Label)}：", StyleName.Hei), Ink.Run(line.Value))
                .Indented(left: CharactersBeforeFoot + 5, hanging: 5).After(n == 0 ? LinesAboveFoot : 0);

        var contents = Ink.Paragraph(StyleName.Title, "目　录");
        contents.ParagraphProperties!.PageBreakBefore = new();
        yield return contents;
        foreach (var heading in Outline.Of(document.Body).Where(h => h.IsListed)) yield return Line(heading);
    }

    private static Paragraph Line(NumberedHeading heading)
    {
        var line = Ink.Paragraph(StyleName.Contents(heading.Level)).RightTab(Twips(TextWidth), TabStopLeaderCharValues.MiddleDot);
        var link = new Hyperlink { Anchor = heading.Bookmark, History = true };
        link.Append([Ink.Run(heading.Title), Ink.Tab(), .. Ink.Field($"PAGEREF {heading.Bookmark} \\h", Unknown, isStale: true)]);
        line.Append(link);
        return line;
    }
}
