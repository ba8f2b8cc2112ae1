using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using static Exemplar.Documents.Official.Gb9704;

namespace Exemplar.Documents.Official;

/// <summary>Upright and lying pages: size, margins, grid of 22 × 28, headers and footers (5.1, 5.2, 7.5, 8).</summary>
internal static class Pages
{
    /// <summary>Below the page number's line, in its footer: what lifts the dashes to 7 mm below the type area while a letter's red line stays 20 mm from the edge.</summary>
    public static readonly int BelowNumber = Twips(Bottom - PageNumberBelow) - (int)(Size4 * 10) - Twips(LetterLineFromBottom);

    public static int WidthOf(bool isLandscape) => Twips(isLandscape ? TextHeight : TextWidth);

    public static SectionProperties Section(OfficialDocument document, bool isFirst, bool isLandscape)
    {
        var section = new SectionProperties();
        var isLetter = document.Form is DocumentForm.Letter;
        if (isLetter && isFirst)
        {
            section.Append(new HeaderReference { Type = HeaderFooterValues.First, Id = PartName.FirstHeader });
            section.Append(new FooterReference { Type = HeaderFooterValues.First, Id = PartName.FirstFooter });
        }
        section.Append(new FooterReference { Type = HeaderFooterValues.Even, Id = PartName.EvenFooter }, new FooterReference { Type = HeaderFooterValues.Default, Id = PartName.OddFooter });
        section.Append(new SectionType { Val = SectionMarkValues.NextPage });
        section.Append(isLandscape ? Lying() : Upright());
        if (isFirst && (isLetter || document.Cover is not null)) section.Append(new TitlePage());   // a cover names no footer for it, so it has none
        section.Append(isLandscape ? new DocGrid() : new DocGrid { Type = DocGridValues.LinesAndChars, LinePitch = Line, CharacterSpace = CharacterSpace });
        return section;
    }

    private static OpenXmlElement[] Upright() =>
    [
        new PageSize { Width = (uint)Twips(PageWidth), Height = (uint)Twips(PageHeight) },
        Margins(Top, Right, Bottom, Left, footer: Twips(LetterLineFromBottom)),
    ];

    /// <summary>Lying, the head of a table looks to the binding of an odd page (8): what was left is now above, what was above is now right.</summary>
    private static OpenXmlElement[] Lying() =>
    [
        new PageSize { Width = (uint)Twips(PageHeight), Height = (uint)Twips(PageWidth), Orient = PageOrientationValues.Landscape },
        Margins(Left, Top, Right, Bottom, footer: Twips(Right - PageNumberBelow) - (int)(Size4 * 10) - BelowNumber),
    ];

    private static PageMargin Margins(double top, double right, double bottom, double left, int footer) => new()
    {
        Top = Twips(top),
        Right = (uint)Twips(right),
        Bottom = Twips(bottom),
        Left = (uint)Twips(left),
        Header = (uint)Twips(LetterMark),
        Footer = (uint)footer,
        Gutter = 0,
    };
}
