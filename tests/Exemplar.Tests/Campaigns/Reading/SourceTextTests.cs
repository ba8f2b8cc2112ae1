using Exemplar.Campaigns.Reading;
using Exemplar.Documents;

namespace Exemplar.Tests.Campaigns.Reading;

public sealed class SourceTextTests
{
    // One test for all of them: the text of an attribute is stored as UTF-8, which cannot hold half a character.
    [Fact]
    public void Pasted_text_with_half_a_character_is_refused()
    {
        foreach (var text in new[] { "一、目标\uD842", "一、\uD842目标", "\uDFB7一、目标", "一、\uDFB7\uD842目标" })
        {
            var source = SourceText.Paste(text);
            Assert.Null(source.Value);
            Assert.Contains("残缺的字符", source.Refusal!.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Pasted_text_with_a_character_of_two_halves_is_taken() => Assert.Equal("一、𠮷", SourceText.Paste("一、𠮷").Value?.Text);

    [Fact]
    public void Pasted_text_is_measured_as_a_file_would_be() =>
        Assert.Contains("2 MB", SourceText.Paste(new string('字', UploadedText.LargestFile / 3 + 1)).Refusal?.Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    [InlineData("\r")]
    public void Cells_stand_on_the_lines_of_the_document_whatever_ends_them(string lineEnd)
    {
        var source = Sources.Pasted(string.Join(lineEnd, "分工表", "任务\t责任单位\t时限", "印发方案\t综合科\t3月底前"));
        Assert.Equal([2, 2, 2, 3, 3, 3], source.Tables.Single().Rows.SelectMany(r => r).Select(c => c.Line));
        Assert.Equal((3, "综合科"), PlanReader.Read(source).Items.Select(i => (i.Line, i.Owners.Single())).Single());
    }
}
