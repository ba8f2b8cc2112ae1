using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using static Exemplar.Documents.Official.Gb9704;

namespace Exemplar.Documents.Official;

/// <summary>Every element of a document is a named style: a clerk finds 公文标题 in the list of styles and changes it once.</summary>
internal static class StyleSheet
{
    public static Styles Build() => new(
        new DocDefaults(
            new RunPropertiesDefault(new RunPropertiesBaseStyle(Fonts(Typeface.FangSong), new FontSize { Val = Half(Size3) }, new FontSizeComplexScript { Val = Half(Size3) }, new Languages { Val = "en-US", EastAsia = "zh-CN" })),
            new ParagraphPropertiesDefault()),
        ParagraphStyle(StyleName.Normal, "Normal", Typeface.FangSong, Size3, isDefault: true),
        ParagraphStyle(StyleName.Urgency, "紧急程度", Typeface.Hei, Size3),
        ParagraphStyle(StyleName.Mark, "发文机关标志", Typeface.Mark, Size3, p => p.Justification = new() { Val = JustificationValues.Center }, Red),
        ParagraphStyle(StyleName.Number, "发文字号", Typeface.FangSong, Size3, p =>
        {
            p.SpacingBetweenLines = Exactly((int)(Size3 * 20));   // the rule stands 4 mm below the characters, not below their line
            p.Justification = new() { Val = JustificationValues.Center };
        }),
        ParagraphStyle(StyleName.Rule, "红色分隔线", Typeface.FangSong, Size3, p =>
        {
            p.SpacingBetweenLines = Exactly(Twips(RuleBelowNumber));
            p.ParagraphBorders = new() { BottomBorder = new() { Val = BorderValues.Single, Size = ThickRule, Space = 0, Color = Red } };
        }),
        ParagraphStyle(StyleName.Title, "公文标题", Typeface.Mark, Size2, p =>
        {
            p.SpacingBetweenLines = Exactly(LineOf(Size2));
            p.Justification = new() { Val = JustificationValues.Center };
            p.KeepNext = new();
        }),
        ParagraphStyle(StyleName.Recipients, "主送机关", Typeface.FangSong, Size3),
        ParagraphStyle(StyleName.Body, "公文正文", Typeface.FangSong, Size3, Indented),
        Heading(StyleName.Heading(1), "公文一级标题", Typeface.Hei, 1),
        Heading(StyleName.Heading(2), "公文二级标题", Typeface.Kai, 2),
        Heading(StyleName.Heading(3), "公文三级标题", Typeface.FangSong, 3),
        Heading(StyleName.Heading(4), "公文四级标题", Typeface.FangSong, 4),
        ParagraphStyle(StyleName.CoverTitle, "封面标题", Typeface.Mark, SizeOfCover, p =>
        {
            p.SpacingBetweenLines = Exactly(LineOf(SizeOfCover));
            p.Justification = new() { Val = JustificationValues.Center };
        }),
        ParagraphStyle(StyleName.CoverLine, "封面项目", Typeface.FangSong, Size3, p => p.Justification = new() { Val = JustificationValues.Left }),
        Contents(1, "目录一级", Typeface.Hei, Size4, indent: 0),
        Contents(2, "目录二级", Typeface.FangSong, SizeOfTables, indent: 2),
        ParagraphStyle(StyleName.AnnexList, "附件说明", Typeface.FangSong, Size3, p => p.Justification = new() { Val = JustificationValues.Left }),
        ParagraphStyle(StyleName.Signature, "署名和成文日期", Typeface.FangSong, Size3, p =>
        {
            p.Justification = new() { Val = JustificationValues.Right };
            p.KeepLines = new();
        }),
        ParagraphStyle(StyleName.Note, "附注", Typeface.FangSong, Size3, Indented),
        ParagraphStyle(StyleName.Attendance, "出席人员", Typeface.FangSong, Size3),
        ParagraphStyle(StyleName.AnnexMark, "附件序号", Typeface.Hei, Size3, p => (p.PageBreakBefore, p.KeepNext) = (new(), new())),
        ParagraphStyle(StyleName.BlankLine, "手写横线", Typeface.FangSong, Size3, p => p.ParagraphBorders = new()
        {
            BottomBorder = new() { Val = BorderValues.Single, Size = 4, Space = 0 },
            BetweenBorder = new() { Val = BorderValues.Single, Size = 4, Space = 0 },   // equal borders of neighbours are drawn as one box
        }),
        CellStyle(StyleName.Cell, "表格文字", Typeface.FangSong, SizeOfTables),
        CellStyle(StyleName.CellHead, "表格标题", Typeface.Hei, SizeOfTables),
        CellStyle(StyleName.Value, "表单内容", Typeface.FangSong, Size4),
        CellStyle(StyleName.Label, "表单项目", Typeface.Hei, Size4),
        ParagraphStyle(StyleName.Imprint, "版记", Typeface.FangSong, Size4, p =>
        {
            p.SpacingBetweenLines = Exactly(LineOf(Size4));
            p.Indentation = new() { Left = Twentieth(Size4), Right = Twentieth(Size4) };
        }),
        ParagraphStyle(StyleName.PageNumber, "页码", Typeface.Song, Size4, p => p.SpacingBetweenLines = Exactly((int)(Size4 * 20))),
        ParagraphStyle(StyleName.Anchor, "节尾", Typeface.FangSong, 1, p => p.SpacingBetweenLines = Exactly(20)),
        CharacterStyle(StyleName.Hei, "黑体字", Typeface.Hei),
        CharacterStyle(StyleName.Kai, "楷体字", Typeface.Kai),
        CharacterStyle(StyleName.FangSong, "仿宋字", Typeface.FangSong));

    /// <summary>In a table lines stand a little looser than single; what names others is centred and 黑体.</summary>
    private static Style CellStyle(string id, string name, string font, double points) => ParagraphStyle(id, name, font, points, p =>
    {
        p.SpacingBetweenLines = Exactly((int)(points * 20 * 1.5));
        p.Justification = new() { Val = font == Typeface.Hei ? JustificationValues.Center : JustificationValues.Left };
    });

    private static void Indented(StyleParagraphProperties p) => p.Indentation = new() { FirstLine = $"{2 * Character}", FirstLineChars = 200 };

    /// <summary>Word's own heading of this level, under the name that a clerk knows beside it: navigation and readers aloud go by it.</summary>
    private static Style Heading(string id, string name, string font, int level) => BuiltIn($"heading {level}", name, ParagraphStyle(id, name, font, Size3, p =>
    {
        Indented(p);
        p.OutlineLevel = new() { Val = level - 1 };
    }));

    private static Style Contents(int level, string name, string font, double points, int indent) => BuiltIn($"toc {level}", name, ParagraphStyle(StyleName.Contents(level), name, font, points, p =>
    {
        p.SpacingBetweenLines = Exactly((int)(points * 20 * 1.6));
        p.Justification = new() { Val = JustificationValues.Left };
        p.Indentation = new() { Left = $"{(int)(indent * points * 20)}" };
    }));

    private static Style BuiltIn(string word, string name, Style style)
    {
        (style.StyleName!.Val, style.Aliases, style.CustomStyle) = (word, new() { Val = name }, null);
        return style;
    }

    private static Style ParagraphStyle(string id, string name, string font, double points, Action<StyleParagraphProperties>? more = null, string? colour = null, bool isDefault = false)
    {
        var properties = new StyleParagraphProperties();
        if (isDefault)
        {
            // Spaces between Latin and Han would shift every line off its 28 characters.
            (properties.AutoSpaceDE, properties.AutoSpaceDN) = (new() { Val = false }, new() { Val = false });
            properties.SpacingBetweenLines = Exactly(Line);
            properties.SnapToGrid = new() { Val = false };
            properties.Justification = new() { Val = JustificationValues.Both };
        }
        more?.Invoke(properties);
        var type = new StyleRunProperties { RunFonts = Fonts(font), FontSize = new() { Val = Half(points) }, FontSizeComplexScript = new() { Val = Half(points) } };
        type.SnapToGrid = new() { Val = false };
        type.Spacing = new() { Val = points == Size3 && font != Typeface.Mark ? CharacterSpacing : 0 };
        if (colour is not null) type.Color = new() { Val = colour };
        var style = new Style { Type = StyleValues.Paragraph, StyleId = id, Default = isDefault ? true : null, CustomStyle = isDefault ? null : true, StyleName = new() { Val = name } };
        if (!isDefault) style.BasedOn = new() { Val = StyleName.Normal };
        style.PrimaryStyle = new();
        style.Append(properties, type);
        return style;
    }

    private static Style CharacterStyle(string id, string name, string font) =>
        new(new DocumentFormat.OpenXml.Wordprocessing.StyleName { Val = name }, new StyleRunProperties(Fonts(font))) { Type = StyleValues.Character, StyleId = id, CustomStyle = true };

    /// <summary>The same font for Latin and quotation marks: a half-width digit of 仿宋, and “ ” as wide as a character.</summary>
    private static RunFonts Fonts(string name) => new() { Ascii = name, HighAnsi = name, EastAsia = name, ComplexScript = name };

    private static SpacingBetweenLines Exactly(int twips) => new() { Before = "0", After = "0", Line = $"{twips}", LineRule = LineSpacingRuleValues.Exact };

    private static string Half(double points) => $"{(int)(points * 2)}";

    private static string Twentieth(double points) => $"{(int)(points * 20)}";
}
