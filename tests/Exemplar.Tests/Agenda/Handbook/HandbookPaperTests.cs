using System.Text.RegularExpressions;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Exemplar.Agenda.Handbook;
using Exemplar.Documents.Official;
using Exemplar.Tests.Campaigns.Supervision;
using Exemplar.Tests.Documents.Official.Printing;

namespace Exemplar.Tests.Agenda.Handbook;

/// <summary>The file that a made-up year becomes, and how it comes out of the printer.</summary>
public sealed partial class HandbookPaperTests
{
    private static readonly Lazy<byte[]> Large = new(() => OfficialDocumentWriter.Write(HandbookPaper.Of(MadeUpYear.Of(300, 60))));

    [Fact]
    public void Three_hundred_members_and_sixty_meetings_are_one_sound_file_of_modest_size()
    {
        var text = GivenDocument.TextOf(Large.Value);
        Assert.Contains("（六十）支部党员大会（12月21日）", text, StringComparison.Ordinal);
        Assert.Contains("\n300\n", text, StringComparison.Ordinal);
        Assert.InRange(Large.Value.Length, 20_000, 300_000);
    }

    [Fact]
    public void Every_line_of_the_contents_leads_to_a_heading_of_Words_own()
    {
        using var document = WordprocessingDocument.Open(new MemoryStream(Large.Value), isEditable: false);
        var body = document.MainDocumentPart!.Document!.Body!;
        var bookmarks = body.Descendants<BookmarkStart>().ToDictionary(b => b.Name!.Value!, b => ((Paragraph)b.Parent!).ParagraphProperties!.ParagraphStyleId!.Val!.Value!);
        var styles = document.MainDocumentPart.StyleDefinitionsPart!.Styles!.Elements<Style>().ToDictionary(s => s.StyleId!.Value!);

        var links = body.Descendants<Hyperlink>().ToList();
        Assert.Equal(bookmarks.Keys, links.Select(l => l.Anchor!.Value!));
        Assert.All(links, l => Assert.Contains($"PAGEREF {l.Anchor!.Value} ", l.InnerText, StringComparison.Ordinal));
        Assert.Equal(["heading 1", "heading 2"], bookmarks.Values.Distinct().Select(s => styles[s].StyleName!.Val!.Value).Order());
        Assert.All(bookmarks.Values.Distinct(), s => Assert.Null(styles[s].CustomStyle));
    }

    [Fact]
    public void Every_table_with_a_heading_row_repeats_it()
    {
        using var document = WordprocessingDocument.Open(new MemoryStream(Large.Value), isEditable: false);
        var headed = document.MainDocumentPart!.Document!.Body!.Elements<Table>().Where(t => t.Descendants<ParagraphStyleId>().First().Val == "CellHead").ToList();
        Assert.True(headed.Count > 4);
        Assert.All(headed, t => Assert.NotNull(t.GetFirstChild<TableRow>()!.TableRowProperties?.GetFirstChild<TableHeader>()));
    }

    [PrintedFact]
    public void Printed_the_contents_name_the_pages_on_which_the_headings_stand()
    {
        var pages = Printer.Print(new Dictionary<string, OfficialDocument> { ["year"] = HandbookPaper.Of(MadeUpYear.Of(40, 12)) })["year"];
        Assert.Equal("", pages[0].Text(from: 262));   // the cover has no number
        Assert.Contains("目录", pages[1].Text(), StringComparison.Ordinal);
        Assert.EndsWith("—2—", pages[1].Text(from: 262), StringComparison.Ordinal);

        var lines = ContentsLine().Matches(pages[1].Text(to: 262)).Select(m => (Heading: m.Groups[1].Value, Page: int.Parse(m.Groups[2].Value))).ToList();
        Assert.True(lines.Count > 15, $"{lines.Count} lines");
        Assert.All(lines, line => Assert.Contains(line.Heading, pages[line.Page - 1].Text(), StringComparison.Ordinal));
    }

    [PrintedFact]
    public void Printed_a_long_roster_has_its_heading_on_every_page_and_no_meeting_is_torn()
    {
        var year = MadeUpYear.Of(120, 6);
        year = year with { Held = year.Held with { CountedBefore = [year.Held.Meetings[0].Row] } };   // a sentence above the first meeting: it would be torn
        var paper = HandbookPaper.Of(year);
        var loose = paper with { Body = [.. paper.Body.Select(b => b is FieldTable form ? form with { IsWhole = false } : b)] };
        var printed = Printer.Print(new Dictionary<string, OfficialDocument> { ["whole"] = paper, ["loose"] = loose });

        Assert.True(printed["whole"].Count(p => p.Text().Contains("序号姓名性别出生年月", StringComparison.Ordinal)) >= 4);
        Assert.DoesNotContain(printed["whole"], IsTorn);
        Assert.Contains(printed["loose"], IsTorn);
    }

    /// <summary>The first row of a meeting stands on it and the last does not.</summary>
    private static bool IsTorn(PrintedPage page) => page.Words.Any(w => w.Text == "时间") && !page.Text().Contains("的落实", StringComparison.Ordinal);

    [GeneratedRegex(@"([一二三四五六七八九十]+、[^·.…]+|（[一二三四五六七八九十]+）[^·.…]+?（\d+月\d+日）)[·.…]+(\d+)")]
    private static partial Regex ContentsLine();
}
