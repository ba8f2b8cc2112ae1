using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Exemplar.Documents.Official;

/// <summary>How Word is to behave, and which fonts it looks for.</summary>
internal static class DocumentSettings
{
    /// <summary>Word 2013 and later; an older mode would lay lines out by older rules.</summary>
    private const string Mode = "15";

    public static Settings Build() => new(
        new Zoom { Percent = "100" },
        new EvenAndOddHeaders(),
        new CharacterSpacingControl { Val = CharacterSpacingValues.DoNotCompress },   // compressed punctuation leaves the grid of 28
        new Compatibility(
            new BalanceSingleByteDoubleByteWidth(),
            new CompatibilitySetting { Name = CompatSettingNameValues.CompatibilityMode, Uri = "http://schemas.microsoft.com/office/word", Val = Mode }));

    /// <summary>Where a font is missing, these say what kind it was, so that the nearest one takes its place.</summary>
    public static Fonts Fonts() => new(
        Font(Typeface.Mark, FontFamilyValues.Script, "SimSun"), Font(Typeface.FangSong, FontFamilyValues.Modern, "FangSong"), Font(Typeface.Kai, FontFamilyValues.Modern, "KaiTi"),
        Font(Typeface.Hei, FontFamilyValues.Modern, "SimHei"), Font(Typeface.Song, FontFamilyValues.Auto, "SimSun"));

    private static Font Font(string name, FontFamilyValues family, string otherwise) =>
        new(new AltName { Val = otherwise }, new FontCharSet { Val = "86" }, new FontFamily { Val = family }) { Name = name };
}
