using System.IO.Compression;
using CsCheck;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using Exemplar.Documents.Official;

namespace Exemplar.Tests.Documents.Official;

/// <summary>Every form is a sound .docx, whatever is written into it.</summary>
public sealed class OfficialDocumentTests
{
    private static readonly FileFormatVersions[] Versions = [FileFormatVersions.Office2019, FileFormatVersions.Microsoft365];

    public static TheoryData<string> Forms => [.. Samples.All.Keys];

    [Theory]
    [MemberData(nameof(Forms))]
    public void Every_form_is_valid(string name) => Assert.Empty(Errors(OfficialDocumentWriter.Write(Samples.All[name])));

    [Fact]
    public void The_validator_sees_what_is_out_of_order()
    {
        using var file = new MemoryStream();
        file.Write(OfficialDocumentWriter.Write(Samples.Notice));
        using (var word = WordprocessingDocument.Open(file, isEditable: true))
            word.MainDocumentPart!.Document!.Body!.PrependChild(new SectionProperties(new PageMargin { Top = -1 }, new PageSize()));

        Assert.NotEmpty(Errors(file.ToArray()));
    }

    [Fact]
    public void Any_content_makes_a_valid_document() => Anything.Document.Sample(document => Errors(OfficialDocumentWriter.Write(document)).Count == 0, iter: 150, threads: 1);

    [Fact]
    public void Equal_documents_are_equal_bytes_since_nothing_in_them_tells_when_they_were_written()
    {
        var file = OfficialDocumentWriter.Write(Samples.Notice);

        Assert.Equal(file, OfficialDocumentWriter.Write(Samples.Notice));
        using var zip = new ZipArchive(new MemoryStream(file));
        Assert.All(zip.Entries, entry => Assert.Equal(1980, entry.LastWriteTime.Year));
    }

    [Fact]
    public void Markup_stays_text_rare_characters_stay_and_what_XML_forbids_is_dropped()
    {
        var text = TextOf(new() { Organ = "办", Title = "题", Body = [new BodyText("<w:p>&\"\u0000\u0007\uFFFE\uD800甲\U00030EDE\uDC00乙")] });

        Assert.Contains("<w:p>&\"甲\U00030EDE乙", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Headings_are_numbered_and_lower_ones_begin_again()
    {
        var text = TextOf(Samples.Notice with
        {
            Body = [.. new[] { 1, 2, 2, 3, 4, 4, 3, 4, 1, 2, 3 }.Select(level => new BodyHeading(level, "·"))],
        });

        Assert.Contains("一、·（一）·（二）·1.·（1）·（2）·2.·（1）·二、·（一）·1.·", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Numbers_and_dates_have_neither_leading_zeros_nor_第()
    {
        var text = TextOf(Samples.Notice);

        Assert.Contains("临政办发〔2026〕5号", text, StringComparison.Ordinal);
        Assert.Contains("2026年7月1日", text, StringComparison.Ordinal);
        Assert.Contains("2026年7月3日印发", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Annexes_are_listed_under_the_text_a_single_one_without_a_number()
    {
        Assert.Contains("附件：1.创建模范机关活动重点任务清单及各科室、各直属单位职责分工情况一览表2.联系人登记表", TextOf(Samples.Notice), StringComparison.Ordinal);
        Assert.Contains("附件：创建模范机关活动重点任务分解表", TextOf(Samples.Breakdown(isLandscape: true)), StringComparison.Ordinal);
    }

    [Fact]
    public void Letters_print_no_issuing_line_and_minutes_are_named_so()
    {
        Assert.DoesNotContain("印发", TextOf(Samples.Letter), StringComparison.Ordinal);
        Assert.Contains("抄送：市直机关工委。", TextOf(Samples.Letter), StringComparison.Ordinal);
        Assert.StartsWith("创建模范机关领导小组会议纪要〔2026〕3号", TextOf(Samples.Minutes), StringComparison.Ordinal);
    }

    /// <summary>Eighths of a point: 0.35 mm and 0.25 mm.</summary>
    [Fact]
    public void Rules_of_the_imprint_are_thick_outside_and_thin_inside()
    {
        using var word = WordprocessingDocument.Open(new MemoryStream(OfficialDocumentWriter.Write(Samples.Report)), isEditable: false);
        var borders = word.MainDocumentPart!.Document!.Body!.Descendants<TableCellBorders>().SelectMany(b => b.Elements<BorderType>()).Select(b => b.Size!.Value);

        Assert.Equal([8u, 6u, 8u], borders);
    }

    [Fact]
    public void Unfilled_elements_leave_nothing_behind() => Assert.Equal("办文件题", TextOf(new() { Organ = "办", Title = "题" }));

    internal static IReadOnlyList<string> Errors(byte[] file)
    {
        using var word = WordprocessingDocument.Open(new MemoryStream(file), isEditable: false);
        return [.. Versions.SelectMany(version => new OpenXmlValidator(version).Validate(word)).Select(e => $"{e.Description} {e.Part?.Uri} {e.Path?.XPath}")];
    }

    private static string TextOf(OfficialDocument document)
    {
        using var word = WordprocessingDocument.Open(new MemoryStream(OfficialDocumentWriter.Write(document)), isEditable: false);
        return word.MainDocumentPart!.Document!.Body!.InnerText;
    }
}
