using DocumentFormat.OpenXml.Wordprocessing;
using static Exemplar.Documents.Official.Gb9704;

namespace Exemplar.Documents.Official;

/// <summary>发文机关标志: as large as one line allows (7.2.4 leaves the size to the office, "醒目、美观、庄重").</summary>
internal static class RedMark
{
    private const double Largest = 50, Smallest = 30;   // points
    private const int NarrowestScale = 50;              // per cent of a character's width

    private const double Filled = 0.98;                 // programs round widths differently; a mark must not wrap for that

    /// <summary>The mark on a line so many millimetres wide; its line is exactly as high as its characters, so its top is the line's.</summary>
    public static Paragraph Of(string mark, double width)
    {
        var available = Twips(width) / 20.0 * Filled;
        var characters = Math.Max(1, PlainText.Width(mark));
        var size = Math.Round(Math.Clamp(available / characters, Smallest, Largest) * 2, MidpointRounding.ToZero) / 2;
        var scale = Math.Clamp((int)(available / (characters * size) * 100), NarrowestScale, 100);

        var run = Ink.Run(mark);
        run.RunProperties = new() { FontSize = new() { Val = $"{(int)(size * 2)}" }, FontSizeComplexScript = new() { Val = $"{(int)(size * 2)}" }, SnapToGrid = new() { Val = false } };
        if (scale < 100) run.RunProperties.CharacterScale = new() { Val = scale };
        return Ink.Paragraph(StyleName.Mark, run).Exactly((int)(size * 20));
    }
}
