using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using static Exemplar.Documents.Official.Gb9704;

namespace Exemplar.Documents.Official;

/// <summary>The document from its head to 版记, in sections where a lying annex needs pages of its own.</summary>
internal static class MainPart
{
    public static Document Build(OfficialDocument document)
    {
        var body = new Body();
        if (document.Cover is not null) body.Append(FrontPages.Of(document));
        else
        {
            body.Append(Head.Of(document));
            body.Append(Title(document.Title).After(document.Form is DocumentForm.Plain ? 0 : LinesBeforeTitle));
        }
        var text = Text(document).ToList();
        var closing = Closing.Of(document).ToList();
        var signature = closing.FindIndex(p => p is Paragraph { ParagraphProperties.ParagraphStyleId.Val.Value: StyleName.Signature });
        // Organ and date never stand alone on a page (7.3.5.5): the line before them goes with them.
        if (signature >= 0) text.Concat(closing.Take(signature)).LastOrDefault()?.KeptWithNext();
        body.Append(text);
        body.Append(closing);

        var isLandscape = false;
        var isFirst = true;
        for (var i = 0; i < document.Annexes.Count; i++)
        {
            var annex = document.Annexes[i];
            Turn(annex.IsLandscape);
            body.Append(Ink.Paragraph(StyleName.AnnexMark, document.Annexes.Count == 1 ? "附件" : $"附件{i + 1}"));
            body.Append(Title(annex.Title).After(1));
            body.Append(Spaced(Blocks.Of(annex.Body, Pages.WidthOf(isLandscape))));
        }

        if (ImprintTable.Of(document) is { } imprint)
        {
            var turned = isLandscape;
            Turn(toLandscape: false);
            // Or it becomes one with a table before it, or LibreOffice floats it on the page before.
            if (turned || body.LastChild is Table) body.Append(Ink.Paragraph(StyleName.Anchor));
            body.Append(imprint, Ink.Paragraph(StyleName.Anchor));
        }
        else if (body.LastChild is Table) body.Append(Ink.Paragraph(StyleName.Anchor));   // Word wants a paragraph after a table
        body.Append(Pages.Section(document, isFirst, isLandscape));
        return new(body);

        void Turn(bool toLandscape)
        {
            if (toLandscape == isLandscape) return;
            var end = Ink.Paragraph(StyleName.Anchor);
            end.ParagraphProperties!.SectionProperties = Pages.Section(document, isFirst, isLandscape);
            body.Append(end);
            (isFirst, isLandscape) = (false, toLandscape);
        }
    }

    private static IEnumerable<OpenXmlElement> Text(OfficialDocument document)
    {
        var recipients = document.Recipients.Select(PlainText.Of).Where(r => r.Length > 0).ToList();
        if (recipients.Count > 0) yield return Ink.Paragraph(StyleName.Recipients, $"{string.Join('、', recipients)}：").After(1);
        var body = Blocks.Of(document.Body, Pages.WidthOf(isLandscape: false), isListed: document.Cover is not null);
        foreach (var block in recipients.Count > 0 || document.Cover is not null ? body : Spaced(body)) yield return block;
    }

    /// <summary>One blank line between a title and what follows it.</summary>
    private static IEnumerable<OpenXmlElement> Spaced(IEnumerable<OpenXmlElement> blocks)
    {
        var isFirst = true;
        foreach (var block in blocks)
        {
            if (isFirst && block is Paragraph paragraph) paragraph.After(1);
            else if (isFirst) yield return Ink.Paragraph(StyleName.Normal).Exactly(Line / 2);
            isFirst = false;
            yield return block;
        }
    }

    private static Paragraph Title(string title)
    {
        List<Run> runs = [];
        foreach (var line in TitleLines.Of(title))
        {
            if (runs.Count > 0) runs.Add(Ink.LineBreak());
            runs.Add(Ink.Run(line));
        }
        return Ink.Paragraph(StyleName.Title, runs);
    }
}
