using CsCheck;
using Exemplar.Platform.Search;

namespace Exemplar.Tests.Platform.Search;

public sealed class BigramsTests
{
    [Theory]
    [InlineData("党员大会", "党员 员大 大会 会")]
    [InlineData("会", "会")]
    [InlineData("2026年", "2026 年")]
    [InlineData("２０２６年３月，ＡＩ培训", "2026 年 3 月 ai 培训 训")]
    [InlineData("GB/T 9704-2012", "gb t 9704 2012")]
    [InlineData("党员、大会。", "党员 员 大会 会")]
    [InlineData("好😀👍🏽事！", "好 事")]
    [InlineData("二〇二六", "二〇 〇二 二六 六")]
    [InlineData("\U00020BB7野家", "\U00020BB7野 野家 家")]
    [InlineData("\uD83D坏\uDE00", "坏")]
    [InlineData(" \n\t，。……", "")]
    [InlineData("", "")]
    public void Han_becomes_pairs_and_words_stay_whole(string text, string grams) => Assert.Equal(grams, Bigrams.Of(text));

    [Fact]
    public void A_text_of_5000_characters_becomes_as_many_words()
    {
        var text = new string([.. Enumerable.Range(0, 5000).Select(n => (char)('一' + n))]);
        var grams = Bigrams.Of(text).Split(' ');
        Assert.Equal((5000, "一丁", text[^1..]), (grams.Length, grams[0], grams[^1]));
    }

    [Fact]
    public void Whatever_is_written_nothing_but_letters_digits_and_single_spaces_comes_out() => Gen.Char.Array[0, 80].Select(c => new string(c)).Sample(text =>
    {
        var grams = Bigrams.Of(text);
        return grams.EnumerateRunes().All(r => r.Value == ' ' || System.Text.Rune.IsLetterOrDigit(r) || r.Value == '〇') && grams == string.Join(' ', grams.Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }, iter: 2000);

    [Theory]
    [InlineData("党员大会", "\"党员 员大 大会\"", "('党员' <-> '员大' <-> '大会')")]
    [InlineData("会", "\"会\"*", "('会':*)")]
    [InlineData("2026年", "\"2026 年\"*", "('2026' <-> '年':*)")]
    [InlineData("本年3", "\"本年 年 3\"", "('本年' <-> '年' <-> '3')")]
    [InlineData("党员，大会", "\"党员\" AND \"大会\"", "('党员') & ('大会')")]
    [InlineData("NEAR('x\"%*", "\"near\" AND \"x\"", "('near') & ('x')")]
    public void A_word_asks_for_its_phrase(string word, string fts5, string tsquery)
    {
        var read = Assert.Single(SearchWord.Read(word));
        Assert.Equal((fts5, tsquery), (read.Fts5, read.TsQuery));
    }

    [Fact]
    public void Words_stand_between_spaces_once_each_and_those_without_a_letter_are_no_words() =>
        Assert.Equal(["党课", "廉政"], SearchWord.Read("党课　廉政 😀 * 党课").Select(w => w.Text));
}
