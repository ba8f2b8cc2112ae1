using Exemplar.Documents.Official;
using Xunit.Abstractions;
using static Exemplar.Tests.Documents.Official.Printing.Picture;

namespace Exemplar.Tests.Documents.Official.Printing;

/// <summary>
/// The standard's millimetres, measured on what LibreOffice prints. Fonts are replaced (fonts.conf); what depends on the true
/// ones, and what Word and WPS make of the same file, is not seen here.
/// </summary>
public sealed class PrintedPageTests(PrintedPageTests.Samples printed, ITestOutputHelper output) : IClassFixture<PrintedPageTests.Samples>
{
    private const double Tolerance = 1;

    public sealed class Samples
    {
        private readonly Lazy<IReadOnlyDictionary<string, IReadOnlyList<PrintedPage>>> pages =
            new(() => Printer.Print(Official.Samples.All.Append(new("full", Official.Samples.FullPages)).ToDictionary()));

        internal IReadOnlyList<PrintedPage> this[string name] => pages.Value[name];
    }

    [PrintedFact]
    public void A_page_of_Han_characters_holds_22_lines_of_28_and_fills_the_type_area()
    {
        var page = printed["full"][1];
        var lines = page.Words.Where(w => w.Text.Contains('永', StringComparison.Ordinal)).ToList();
        var ink = page.Picture.Ink(IsBlack, to: 264)!;
        var pitch = (lines[^1].Top - lines[0].Top) / (lines.Count - 1);
        output.WriteLine($"{lines.Count} lines of {lines.Min(l => l.Text.Length)} to {lines.Max(l => l.Text.Length)} characters, {pitch:0.00} mm apart; characters from {lines[0].Left:0.00} to {lines[0].Right:0.00} mm, ink {ink}");

        Assert.Equal(22, lines.Count);
        Assert.Equal([28], lines.Select(line => line.Text.Length).Distinct());
        Assert.InRange(lines[0].Left, 28 - Tolerance, 28 + Tolerance);
        Assert.InRange(lines[0].Right, 184 - Tolerance, 184 + Tolerance);
        Assert.InRange(22 * pitch, 225 - Tolerance, 225 + Tolerance);
        // A line is higher than its characters; a program puts the difference above or below. All 22 fill the area when no more is free than that of one.
        var leading = pitch - 16 * 25.4 / 72;
        Assert.InRange(ink.Top, 37, 37 + leading);
        Assert.InRange(ink.Bottom, 262 - leading, 262);
        Assert.InRange(ink.Top - 37 + 262 - ink.Bottom, leading - Tolerance, leading + Tolerance + 1);   // a character is no higher than its square, often less
    }

    [PrintedFact]
    public void The_red_mark_is_35_mm_down_and_the_rule_4_mm_below_the_number()
    {
        foreach (var name in new[] { "通知", "报告", "纪要" })
        {
            var page = printed[name][0];
            var rule = Assert.Single(page.Picture.Rules(IsRed));
            var mark = page.Picture.Ink(IsRed, to: rule.Top - 1)!;
            var number = page.Picture.Ink(IsBlack, mark.Bottom + 1, rule.Top)!;
            output.WriteLine($"{name}: mark {mark} (35 mm below 37: 72), rule {rule}, {rule.Top - number.Bottom:0.0} mm below the number");

            Assert.InRange(mark.Top, 72 - 1.5, 72 + 1.5);
            Assert.InRange((mark.Left + mark.Right) / 2, 106 - Tolerance, 106 + Tolerance);
            Assert.InRange(rule.Top - number.Bottom, 4 - Tolerance, 4 + Tolerance);
            Assert.InRange(rule.Left, 28 - 0.3, 28 + 0.3);
            Assert.InRange(rule.Right, 184 - 0.3, 184 + 0.3);
        }
    }

    [PrintedFact]
    public void The_imprint_ends_where_the_type_area_of_the_last_page_ends()
    {
        foreach (var name in new[] { "通知", "报告", "纪要", "任务分解表", "任务分解表（纵向）" })
        {
            var page = printed[name][^1];
            var rules = page.Picture.Rules(IsBlack).TakeLast(3).ToList();
            output.WriteLine($"{name}: page {printed[name].Count}, rules at {string.Join(", ", rules.Select(r => $"{r.Top:0.0} ({r.Height:0.0} thick)"))} mm");

            Assert.Equal(210, page.Picture.Width, 0.2);   // upright, whatever came before
            Assert.InRange(rules[^1].Bottom, 262 - Tolerance, 262 + Tolerance);
            Assert.All(rules, r => Assert.InRange(r.Width, 155, 157));
            Assert.StartsWith("抄送：", page.Text(rules[0].Top - 1, rules[1].Bottom + 1), StringComparison.Ordinal);
            Assert.EndsWith("日印发", page.Text(rules[1].Top - 1, rules[2].Bottom + 2), StringComparison.Ordinal);
        }
    }

    [PrintedFact]
    public void Odd_page_numbers_stand_at_the_right_even_ones_at_the_left_7_mm_below_the_text()
    {
        var pages = printed["通知"];
        for (var i = 0; i < pages.Count; i++)
        {
            var ink = pages[i].Picture.Ink(IsBlack, from: 264)!;
            output.WriteLine($"page {i + 1}: {pages[i].Text(from: 262)} {ink}");

            Assert.Equal($"—{i + 1}—", pages[i].Text(from: 262));
            Assert.InRange((ink.Top + ink.Bottom) / 2, 269 - Tolerance, 269 + Tolerance);
            var character = 14 * 25.4 / 72;
            if (i % 2 == 0) Assert.InRange(ink.Right, 184 - character - Tolerance, 184 - character + Tolerance);
            else Assert.InRange(ink.Left, 28 + character - Tolerance, 28 + character + Tolerance);
        }
    }

    [PrintedFact]
    public void A_letter_stands_between_two_red_lines_and_its_first_page_has_no_number()
    {
        foreach (var name in new[] { "信函", "督办通知单" })
        {
            var page = printed[name][0];
            var rules = page.Picture.Rules(IsRed);
            var mark = page.Picture.Ink(IsRed, to: rules[0].Top - 1)!;
            output.WriteLine($"{name}: mark {mark}, lines {string.Join("; ", rules.Select(r => $"{r}, {r.Height:0.0} thick"))}");

            Assert.InRange(mark.Top, 30 - 1.5, 30 + 1.5);
            Assert.InRange(rules[0].Top - mark.Bottom, 4 - 1.5, 4 + 2.5);
            Assert.InRange(rules[^1].Bottom, 277 - 1.5, 277 + 1.5);
            Assert.All(rules, r => Assert.InRange(r.Width, 169, 171));
            Assert.DoesNotContain("—", page.Text(from: 255), StringComparison.Ordinal);
        }
        Assert.Single(printed["督办通知单"]);
        Assert.DoesNotContain("印发", printed["信函"][^1].Text(), StringComparison.Ordinal);
        Assert.Equal("—2—", printed["信函"][1].Text(from: 262));
    }

    [PrintedFact]
    public void A_long_table_repeats_its_heading_on_every_page_lying_or_upright()
    {
        foreach (var (name, isLandscape) in new[] { ("任务分解表", true), ("任务分解表（纵向）", false) })
        {
            var pages = printed[name].Where(p => p.Words.Any(w => w.Text.Contains("列出清单", StringComparison.Ordinal))).ToList();
            Assert.True(pages.Count > 1);
            Assert.All(pages, page => Assert.Contains("牵头单位", page.Text(), StringComparison.Ordinal));
            Assert.All(pages, page => Assert.Equal(isLandscape ? 297 : 210, page.Picture.Width, 0.2));
        }
    }
}
