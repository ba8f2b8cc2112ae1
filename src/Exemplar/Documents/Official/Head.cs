using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using static Exemplar.Documents.Official.Gb9704;

namespace Exemplar.Documents.Official;

/// <summary>版头 (7.2): urgency, red mark, number with signatories, red rule.</summary>
internal static class Head
{
    /// <summary>Signatories stand two to a line (7.2.6).</summary>
    private const int SignatoriesPerLine = 2;

    public static IEnumerable<OpenXmlElement> Of(OfficialDocument document) => document.Form switch
    {
        DocumentForm.Plain => [],
        DocumentForm.Letter => LetterHead(document),
        _ => RedHead(document),
    };

    private static IEnumerable<OpenXmlElement> RedHead(OfficialDocument document)
    {
        var above = 0;
        if (UrgencyOf(document) is { } urgency)
        {
            above = Line;
            yield return Ink.Paragraph(StyleName.Urgency, urgency);
        }
        yield return RedMark.Of(MarkOf(document), TextWidth).Below(Twips(MarkBelowTop) - above);
        foreach (var line in Number(document)) yield return line;
        yield return Ink.Paragraph(StyleName.Rule);
    }

    /// <summary>The letter's mark and red line stand in the header of its first page: they lie above the type area.</summary>
    private static IEnumerable<OpenXmlElement> LetterHead(OfficialDocument document)
    {
        var (urgency, number) = (UrgencyOf(document) ?? "", document.Number?.ToString() ?? "");
        if (urgency.Length + number.Length == 0) yield break;
        yield return Ink.Paragraph(StyleName.Number, Ink.Run(urgency, StyleName.Hei), Ink.Tab(), Ink.Run(number))
            .RightTab(Characters * Character).Aligned(JustificationValues.Left).Below((int)(LetterNumberBelowLine * 20));
    }

    private static string MarkOf(OfficialDocument document) => PlainText.Of(document.Organ) switch
    {
        var organ when document.Form is DocumentForm.Minutes => organ.EndsWith("纪要", StringComparison.Ordinal) ? organ : $"{organ}纪要",
        var organ => document.MarkSaysDocument ? $"{organ}文件" : organ,
    };

    private static string? UrgencyOf(OfficialDocument document) => document.Urgency switch
    {
        Urgency.Urgent => "加急",
        Urgency.Extreme => "特急",
        _ => null,
    };

    private static IEnumerable<Paragraph> Number(OfficialDocument document)
    {
        var number = document.Number?.ToString() ?? "";
        if (document.Signatories.Count == 0)
        {
            if (number.Length > 0) yield return Ink.Paragraph(StyleName.Number, number).After(LinesBeforeNumber);
            yield break;
        }

        var lines = document.Signatories.Chunk(SignatoriesPerLine).ToList();
        var widest = lines.Max(names => PlainText.Width(Joined(names)));
        for (var i = 0; i < lines.Count; i++)
        {
            // Every line is filled up to the widest, so that names stand under names.
            var names = Joined(lines[i]) + new string('　', (int)Math.Round(widest - PlainText.Width(Joined(lines[i]))));
            var isLast = i == lines.Count - 1;
            yield return Ink.Paragraph(StyleName.Number, Ink.Run(isLast ? number : ""), Ink.Tab(), Ink.Run(i == 0 ? "签发人：" : "　　　　"), Name(names))
                .Indented(left: 1, right: 1).RightTab((Characters - 1) * Character).Aligned(JustificationValues.Left).Below(i == 0 ? LinesBeforeNumber * Line : Line - (int)(Size3 * 20));
        }
    }

    private static string Joined(IEnumerable<string> names) => string.Join('　', names.Select(PlainText.Of));

    /// <summary>Ideographic spaces that align names must survive: this run is not trimmed.</summary>
    private static Run Name(string names) =>
        new(new RunProperties { RunStyle = new() { Val = StyleName.Kai } }, new Text(names) { Space = SpaceProcessingModeValues.Preserve });
}
