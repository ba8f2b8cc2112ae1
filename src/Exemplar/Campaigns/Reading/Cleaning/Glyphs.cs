namespace Exemplar.Campaigns.Reading;

/// <summary>Everything that cleaning asks about a character, in one look-up.</summary>
internal static class Glyphs
{
    private const int WeightShift = 16;
    private const uint Look = 1u << 31;
    private static readonly uint[] Table = Build();

    public static uint Of(char c) => Table[c];

    public static char Folded(uint glyph) => (char)glyph;

    /// <summary>How little the character belongs into an official document: <see cref="OddCharacters.WeightOf"/>.</summary>
    public static int Oddness(uint glyph) => (int)((glyph >> WeightShift) & 0xFF);

    /// <summary>A bracket may open pinyin, and digits lose their width; all other characters are copied.</summary>
    public static bool NeedsLook(uint glyph) => (glyph & Look) != 0;

    private static uint[] Build()
    {
        var table = new uint[char.MaxValue + 1];
        for (var i = 0; i < table.Length; i++) table[i] = Folding.Fold((char)i) | ((uint)OddCharacters.WeightOf((char)i) << WeightShift);
        foreach (var c in "(（０１２３４５６７８９") table[c] |= Look;
        return table;
    }
}
