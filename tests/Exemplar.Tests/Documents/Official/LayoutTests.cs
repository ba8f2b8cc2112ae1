using System.IO.Compression;
using Exemplar.Documents.Official;

namespace Exemplar.Tests.Documents.Official;

/// <summary>Where lines break and how far names and dates are set in, without a document.</summary>
public sealed class LayoutTests
{
    [Theory]
    [InlineData("督办通知单", "督办通知单")]
    [InlineData("临江市人民政府办公室关于深入开展创建模范机关活动的通知", "临江市人民政府办公室关于|深入开展创建模范机关活动的通知")]
    [InlineData("临江市人民政府办公室\n关于印发分解表的通知", "临江市人民政府办公室|关于印发分解表的通知")]
    [InlineData("临江市人民政府办公室关于2026年上半年工作情况的报告", "临江市人民政府办公室关于|2026年上半年工作情况的报告")]
    public void A_title_breaks_beside_words_and_as_typed(string title, string lines) => Assert.Equal(lines.Split('|'), TitleLines.Of(title));

    [Theory]
    [InlineData("临江市人民政府办公室关于印发《创建模范机关活动重点任务分解表》和《创建模范机关活动考核评价办法（试行）》的通知")]
    [InlineData("关于2026年7月1日至2026年12月31日期间办公楼大修改造过程中各科室临时办公地点安排的通知")]
    public void A_long_title_keeps_every_character_and_no_line_begins_with_a_mark(string title)
    {
        var lines = TitleLines.Of(title);

        Assert.Equal(title, string.Concat(lines));
        Assert.All(lines, line => Assert.InRange(PlainText.Width(line), 1, 19));
        Assert.All(lines.Skip(1), line => Assert.DoesNotContain(line[0], "、，。》）的年月日"));
        Assert.All(lines, line => Assert.DoesNotContain(line[^1], "《（"));
    }

    /// <summary>7.3.5.1 and 7.3.5.2, in characters: 署名 of 10, 4 and 20; 2026年7月1日 is 6.5 wide, 2026年12月31日 7.5.</summary>
    [Theory]
    [InlineData(10, 6.5, 2.25, 4)]
    [InlineData(4, 6.5, 5.25, 4)]
    [InlineData(20, 6.5, 0, 4)]
    public void Under_a_seal_the_organ_is_centred_over_the_date(double organ, double day, double beforeOrgan, double beforeDay) =>
        Assert.Equal((beforeOrgan, beforeDay), Closing.Sealed(organ, day));

    [Theory]
    [InlineData(10, 6.5, 2, 3.5)]    // the date begins two characters after the organ
    [InlineData(4, 6.5, 6.5, 2)]     // and still does when it is the longer one
    [InlineData(8, 7.5, 3.5, 2)]
    public void Without_a_seal_the_date_begins_two_characters_after_the_organ(double organ, double day, double beforeOrgan, double beforeDay)
    {
        Assert.Equal((beforeOrgan, beforeDay), Closing.Unsealed(organ, day));
        Assert.Equal(2, beforeOrgan + organ - (beforeDay + day));
    }

    [Fact]
    public void Many_documents_go_into_one_zip_each_under_a_name_of_its_own()
    {
        using var stream = new MemoryStream();
        OfficialDocumentWriter.WriteAll([("秘书/一科", Samples.Slip.ToDocument()), ("秘书一科", Samples.Slip.ToDocument()), ("..", Samples.Notice)], stream);

        using var zip = new ZipArchive(stream);
        Assert.Equal(["秘书一科.docx", "秘书一科(2).docx", "公文.docx"], zip.Entries.Select(e => e.FullName));
        using var entry = zip.Entries[0].Open();
        using var docx = new MemoryStream();
        entry.CopyTo(docx);
        Assert.Empty(OfficialDocumentTests.Errors(docx.ToArray()));
    }
}
