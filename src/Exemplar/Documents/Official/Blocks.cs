using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Exemplar.Documents.Official;

/// <summary>Text, numbered headings and tables (7.3.3), of the document or of one annex.</summary>
internal sealed class Blocks(int width)
{
    private const int MostBlankLines = 200;

    private readonly int[] numbers = new int[4];

    /// <summary>The blocks on a type area so many twips wide.</summary>
    public static IEnumerable<OpenXmlElement> Of(IEnumerable<Block> blocks, int width)
    {
        var set = new Blocks(width);
        return Apart(blocks.SelectMany(set.Set));
    }

    /// <summary>Two tables that touch become one, whose heading no longer repeats.</summary>
    private static IEnumerable<OpenXmlElement> Apart(IEnumerable<OpenXmlElement> set)
    {
        OpenXmlElement? before = null;
        foreach (var element in set)
        {
            if (before is Table && element is Table) yield return Ink.Paragraph(StyleName.Normal).Exactly(Gb9704.Line / 2);
            yield return before = element;
        }
    }

    private IEnumerable<OpenXmlElement> Set(Block block) => block switch
    {
        BodyText text => PlainText.Lines(text.Text).Select(line => Ink.Paragraph(StyleName.Body, line)),
        BodyHeading heading => [Set(heading)],
        BodyTable table => Tables.Of(table, width),
        FieldTable form => Tables.Of(form, width),
        BlankLines lines => Enumerable.Range(0, Math.Clamp(lines.Count, 0, MostBlankLines)).Select(_ => Ink.Paragraph(StyleName.BlankLine)),
        _ => [],
    };

    private Paragraph Set(BodyHeading heading)
    {
        var level = Math.Clamp(heading.Level, 1, 4);
        numbers[level - 1]++;
        Array.Clear(numbers, level, numbers.Length - level);
        var title = Ink.Run($"{Numeral(level, numbers[level - 1])}{PlainText.Of(heading.Text)}");
        return string.IsNullOrWhiteSpace(heading.Following)
            ? Ink.Paragraph(StyleName.Heading(level), title).KeptWithNext()
            : Ink.Paragraph(StyleName.Heading(level), title, Ink.Run(heading.Following, StyleName.FangSong));
    }

    private static string Numeral(int level, int number) => level switch
    {
        1 => $"{ChineseNumber.Format(number)}、",
        2 => $"（{ChineseNumber.Format(number)}）",
        3 => $"{number}.",
        _ => $"（{number}）",
    };
}
