using Exemplar.Documents;
using Exemplar.Tests.Support;

namespace Exemplar.Tests.Documents;

public sealed class WordTextTests
{
    [Fact]
    public void A_paragraph_is_a_line_and_so_is_a_cell()
    {
        var text = Decode(new DocxBuilder().Paragraph("标题").Table(["甲", "乙"], ["丙", ""]).Paragraph("结尾"));
        Assert.Equal("标题\n甲\n乙\n丙\n\n结尾\n", text.Text);
        Assert.Equal([2, 3, 4, 5], text.Tables.Single().Rows.SelectMany(r => r).Select(c => c.Line));
        Assert.Equal([0, 1, 0, 1], text.Tables.Single().Rows.SelectMany(r => r).Select(c => c.Column));
    }

    [Fact]
    public void Deleted_text_and_the_second_copy_of_a_text_box_are_left_out()
    {
        const string body = """
            <w:p><w:pPr><w:tabs><w:tab w:val="left"/></w:tabs></w:pPr><w:r><w:t>留</w:t></w:r><w:del><w:r><w:delText>删</w:delText></w:r></w:del><w:ins><w:r><w:t>增</w:t></w:r></w:ins>
            <mc:AlternateContent xmlns:mc="mc"><mc:Choice><w:r><w:t>框</w:t></w:r></mc:Choice><mc:Fallback><w:r><w:t>框</w:t></w:r></mc:Fallback></mc:AlternateContent><w:r><w:tab/><w:t>尾</w:t></w:r></w:p>
            """;
        Assert.Equal("留增框\t尾\n", Decode(new DocxBuilder().Xml(body)).Text);
    }

    [Fact]
    public void A_cell_of_several_paragraphs_stays_one_line()
    {
        var text = Decode(new DocxBuilder().Xml("<w:tbl><w:tr><w:tc><w:p><w:r><w:t>一</w:t></w:r></w:p><w:p><w:r><w:t>二</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"));
        Assert.Equal("一 二\n", text.Text);
    }

    [Fact]
    public void Numbers_that_Word_computes_are_known_by_line()
    {
        const string numbering = """
            <w:numbering xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:abstractNum w:abstractNumId="7">
            <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="japaneseCounting"/><w:lvlText w:val="%1、"/></w:lvl>
            <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="japaneseCounting"/><w:lvlText w:val="（%2）"/></w:lvl></w:abstractNum>
            <w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num></w:numbering>
            """;
        static string Level(int level) => $"<w:pPr><w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"1\"/></w:numPr></w:pPr>";
        var text = Decode(new DocxBuilder().Part("word/numbering.xml", numbering)
            .Paragraph("甲", Level(0)).Paragraph("乙", Level(1)).Paragraph("丙", Level(1)).Paragraph("丁", Level(0)).Paragraph("戊", Level(1)).Paragraph("己"));
        Assert.Equal(["一、", "（一）", "（二）", "二、", "（一）"], text.AutomaticNumbers.OrderBy(n => n.Key).Select(n => n.Value));
    }

    private static DecodedText Decode(DocxBuilder document)
    {
        var decoded = UploadedText.Decode(document.Build(), "a.docx");
        Assert.True(decoded.Refusal is null, decoded.Refusal?.Message);
        return decoded.Value!;
    }
}
