using DocumentFormat.OpenXml.Wordprocessing;
using static Exemplar.Documents.Official.Gb9704;

namespace Exemplar.Documents.Official;

/// <summary>What runs above and below the pages: page numbers (7.5), and the red lines of a letter's first page (10.1).</summary>
internal static class Running
{
    /// <summary>Odd pages at the right, one character in.</summary>
    public static Footer OddFooter() => new(Number().Indented(right: 1, character: (int)(Size4 * 20)).Aligned(JustificationValues.Right), Below());

    /// <summary>Even pages at the left, one character in.</summary>
    public static Footer EvenFooter() => new(Number().Indented(left: 1, character: (int)(Size4 * 20)).Aligned(JustificationValues.Left), Below());

    /// <summary>上细下粗.</summary>
    public static Footer FirstFooter() => new(DoubleLine(BorderValues.ThinThickSmallGap, 20));

    /// <summary>The organ's name without 文件, and below it the line 上粗下细.</summary>
    public static Header FirstHeader(OfficialDocument document) => new(
        RedMark.Of(PlainText.Of(document.Organ), TextWidth), DoubleLine(BorderValues.ThickThinSmallGap, Twips(LetterLineBelowMark)));

    private static Paragraph Number() => Ink.Paragraph(StyleName.PageNumber, [Ink.Run("—"), Ink.Space(), .. Ink.Field("PAGE", "1"), Ink.Space(), Ink.Run("—")]);

    private static Paragraph Below() => Ink.Paragraph(StyleName.PageNumber).Exactly(Pages.BelowNumber);

    /// <summary>170 mm, centred on the page and therefore wider than the type area.</summary>
    private static Paragraph DoubleLine(BorderValues lines, int height)
    {
        var side = (PageWidth - LetterLine) / 2;
        var line = Ink.Paragraph(StyleName.PageNumber).Exactly(height);
        line.ParagraphProperties!.ParagraphBorders = new() { BottomBorder = new() { Val = lines, Size = 24, Space = 0, Color = Red } };
        line.ParagraphProperties.Indentation = new() { Left = $"{Twips(side - Left)}", Right = $"{Twips(side - Right)}" };
        return line;
    }
}
