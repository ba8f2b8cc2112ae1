using Exemplar.Platform.Search;

namespace Exemplar.Tests.Platform.Search;

public sealed class ExcerptTests
{
    private static string Marked(string text, string query) => Written(Excerpt.Marked(text, SearchWord.Read(query)));

    private static string Written(IEnumerable<ExcerptPiece> pieces) => string.Concat(pieces.Select(p => p.IsMarked ? $"[{p.Text}]" : p.Text));

    [Theory]
    [InlineData("传达全会精神，讨论全会任务", "全会", "传达[全会]精神，讨论[全会]任务")]
    [InlineData("传达全会精神", "会", "传达全[会]精神")]
    [InlineData("二 2026 年 3 月", "2026年3月", "二 [2026 年 3 月]")]
    [InlineData("ＡＩ应用与AIGC，ai", "AI", "[ＡＩ]应用与AIGC，[ai]")]
    [InlineData("党员大会大会堂", "党员大会 大会堂", "[党员大会大会堂]")]
    [InlineData("党员大会堂", "党员大会 大会堂", "[党员大会堂]")]
    [InlineData("党员，大会", "党员大会", "党员，大会")]
    [InlineData("a，b", "ab", "a，b")]
    [InlineData("<b>党</b>", "党", "<b>[党]</b>")]
    public void What_was_looked_for_is_marked_as_the_index_found_it(string text, string query, string marked) => Assert.Equal(marked, Marked(text, query));

    [Fact]
    public void A_long_text_is_cut_around_the_first_mark()
    {
        var written = Written(Excerpt.Of(new string('前', 50) + "廉政" + new string('后', 200), SearchWord.Read("廉政")));
        Assert.Equal($"…{new string('前', 20)}[廉政]{new string('后', 78)}…", written);
        Assert.Empty(Excerpt.Of("没有这个词", SearchWord.Read("廉政")));
    }

    [Fact]
    public void No_character_of_two_units_is_cut_in_half()
    {
        var pieces = Excerpt.Of(string.Concat(Enumerable.Repeat("x😀", 40)) + "y党" + string.Concat(Enumerable.Repeat("😀x", 80)), SearchWord.Read("党"));
        Assert.All(pieces, p => Assert.DoesNotContain('\uFFFD', System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(p.Text))));
    }
}
