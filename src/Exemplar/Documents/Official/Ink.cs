using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Exemplar.Documents.Official;

/// <summary>Paragraphs and runs in the styles of <see cref="StyleSheet"/>.</summary>
internal static class Ink
{
    public static Paragraph Paragraph(string style, params IEnumerable<Run> runs)
    {
        var paragraph = new Paragraph(new ParagraphProperties { ParagraphStyleId = new() { Val = style } });
        paragraph.Append(runs);
        return paragraph;
    }

    public static Paragraph Paragraph(string style, string text) => Paragraph(style, Run(text));

    public static Run Run(string text, string? style = null)
    {
        var run = style is null ? new Run() : new Run(new RunProperties { RunStyle = new() { Val = style } });
        run.Append(new Text(PlainText.Of(text)) { Space = SpaceProcessingModeValues.Preserve });
        return run;
    }

    public static Run Tab() => new(new TabChar());

    /// <summary>A space of its own, which a trimmed text would lose.</summary>
    public static Run Space() => new(new Text(" ") { Space = SpaceProcessingModeValues.Preserve });

    /// <summary>A value that Word works out; until it does, it shows <paramref name="shown"/>.</summary>
    /// <param name="isStale">Asks for it to be worked out before it is shown.</param>
    public static IEnumerable<Run> Field(string instruction, string shown, bool isStale = false) =>
    [
        new(new FieldChar { FieldCharType = FieldCharValues.Begin, Dirty = isStale ? true : null }),
        new(new FieldCode($" {instruction} ") { Space = SpaceProcessingModeValues.Preserve }),
        new(new FieldChar { FieldCharType = FieldCharValues.Separate }),
        Run(shown),
        new(new FieldChar { FieldCharType = FieldCharValues.End }),
    ];

    /// <summary>Around all that the paragraph holds so far.</summary>
    public static void Bookmark(Paragraph paragraph, string name, int id)
    {
        paragraph.InsertAfter(new BookmarkStart { Id = $"{id}", Name = name }, paragraph.ParagraphProperties);
        paragraph.Append(new BookmarkEnd { Id = $"{id}" });
    }

    public static Run LineBreak() => new(new Break());

    /// <summary>Free space above, in lines of the type area.</summary>
    public static Paragraph After(this Paragraph paragraph, int blankLines) => paragraph.Below(blankLines * Gb9704.Line);

    /// <summary>Free space above, in twips.</summary>
    public static Paragraph Below(this Paragraph paragraph, int twips)
    {
        (paragraph.ParagraphProperties!.SpacingBetweenLines ??= new()).Before = $"{twips}";
        return paragraph;
    }

    /// <summary>A line of its own height, in twips.</summary>
    public static Paragraph Exactly(this Paragraph paragraph, int twips)
    {
        var spacing = paragraph.ParagraphProperties!.SpacingBetweenLines ??= new();
        (spacing.Line, spacing.LineRule) = ($"{twips}", LineSpacingRuleValues.Exact);
        return paragraph;
    }

    /// <summary>Indents in characters; a hanging first line begins so much further left.</summary>
    public static Paragraph Indented(this Paragraph paragraph, double left = 0, double right = 0, double hanging = 0, int character = 0)
    {
        if (character == 0) character = Gb9704.Character;
        var indent = new Indentation { Left = $"{(int)(left * character)}", Right = $"{(int)(right * character)}" };
        if (hanging > 0) indent.Hanging = $"{(int)(hanging * character)}";
        paragraph.ParagraphProperties!.Indentation = indent;
        return paragraph;
    }

    /// <summary>A stop at the right, in twips from the left margin.</summary>
    /// <param name="leader">What fills the way to it.</param>
    public static Paragraph RightTab(this Paragraph paragraph, int twips, TabStopLeaderCharValues? leader = null)
    {
        paragraph.ParagraphProperties!.Tabs = new(new TabStop { Val = TabStopValues.Right, Position = twips, Leader = leader });
        return paragraph;
    }

    /// <summary>On the same page as what follows.</summary>
    public static T KeptWithNext<T>(this T block) where T : OpenXmlElement
    {
        if (block is Paragraph paragraph) paragraph.ParagraphProperties!.KeepNext = new();
        return block;
    }

    public static Paragraph Aligned(this Paragraph paragraph, JustificationValues alignment)
    {
        paragraph.ParagraphProperties!.Justification = new() { Val = alignment };
        return paragraph;
    }
}
