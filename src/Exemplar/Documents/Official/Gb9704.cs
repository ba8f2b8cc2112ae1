namespace Exemplar.Documents.Official;

/// <summary>
/// GB/T 9704-2012 党政机关公文格式 in numbers, each with its article. Millimetres and points as the standard states them; what
/// Word wants is in twips (a twentieth of a point), rounded down where rounding up would cost a line or a character.
/// </summary>
internal static class Gb9704
{
    /// <summary>5.1: A4, mm.</summary>
    public const double PageWidth = 210, PageHeight = 297;

    /// <summary>5.2.1: 天头 37 mm, 订口 28 mm; what remains beside the type area of 156 × 225 mm is 26 and 35 mm.</summary>
    public const double Top = 37, Left = 28, Right = 26, Bottom = 35, TextWidth = 156, TextHeight = 225;

    /// <summary>5.2.3: 22 lines of 28 characters.</summary>
    public const int Lines = 22, Characters = 28;

    /// <summary>5.2.2: 3号 is 16 pt; 2号 for titles 22 pt; 4号 for 版记 and page numbers 14 pt.</summary>
    public const double Size3 = 16, Size2 = 22, Size4 = 14;

    /// <summary>For tables, which the standard leaves open: 小四.</summary>
    public const double SizeOfTables = 12;

    /// <summary>For the title on a cover, which it does not know: 小初.</summary>
    public const double SizeOfCover = 36;

    /// <summary>One of 22 lines, and one of 28 characters; both rounded down.</summary>
    public static readonly int Line = (int)(Twips(TextHeight) / (double)Lines), Character = (int)(Twips(TextWidth) / (double)Characters);

    /// <summary>What a 3号 character gives up so that 28 fill the line, in 1/4096 pt, as docGrid counts.</summary>
    public static readonly int CharacterSpace = (int)Math.Floor((Twips(TextWidth) / 20.0 / Characters - Size3) * 4096);

    /// <summary>
    /// The same as a property of the text, in twips. The grid only declares what the page holds; the text is set by exact lines and
    /// this spacing, because LibreOffice gives a 16 pt character two cells of 15.8 pt, and programs differ in what they snap. One
    /// twip to spare: at exactly 28 to the line, rounding leaves 27. Justified lines fill the width all the same.
    /// </summary>
    public static readonly int CharacterSpacing = Character - (int)(Size3 * 20) - 1;

    /// <summary>3.2: a line is the height of its character and 7/8 of a 3号 character.</summary>
    public static int LineOf(double points) => (int)((points + Size3 * 7 / 8) * 20);

    /// <summary>7.2.4 and 10.3: the mark's upper edge below the type area's, mm.</summary>
    public const double MarkBelowTop = 35;

    /// <summary>7.2.5: the number two lines below the mark; 7.3.1: the title two lines below the rule.</summary>
    public const int LinesBeforeNumber = 2, LinesBeforeTitle = 2;

    /// <summary>7.2.7: the red rule 4 mm below the number, as wide as the type area.</summary>
    public const double RuleBelowNumber = 4;

    /// <summary>7.3.5.1: the top of a seal of 42 mm over name and date stays within one line of the text when two lines are left free.</summary>
    public const int LinesBeforeSeal = 2;

    /// <summary>7.4.1: first and last rule of 版记 0.35 mm, those between 0.25 mm; in eighths of a point.</summary>
    public const uint ThickRule = 8, ThinRule = 6;

    /// <summary>7.5: the dashes beside the page number 7 mm below the type area.</summary>
    public const double PageNumberBelow = 7;

    /// <summary>10.1: the mark 30 mm from the upper edge of the page, red double lines 4 mm below it and 20 mm above the lower edge, 170 mm long.</summary>
    public const double LetterMark = 30, LetterLineBelowMark = 4, LetterLineFromBottom = 20, LetterLine = 170;

    /// <summary>10.1: the number 7/8 of a 3号 character below the first double line.</summary>
    public const double LetterNumberBelowLine = Size3 * 7 / 8;

    /// <summary>5.2.4 knows black and, for mark and rules, red.</summary>
    public const string Red = "FF0000";

    public static int Twips(double millimetres) => (int)Math.Round(millimetres * 1440 / 25.4);
}

/// <summary>The fonts by the names that offices have them under (5.2.2, 7.2.4, 7.3.3, 7.5).</summary>
internal static class Typeface
{
    public const string Mark = "方正小标宋简体", FangSong = "仿宋_GB2312", Kai = "楷体_GB2312", Hei = "黑体", Song = "宋体";
}
