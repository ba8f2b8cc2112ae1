namespace Exemplar.Documents.Official;

/// <summary>The identifiers of the styles.</summary>
internal static class StyleName
{
    public const string Normal = "Normal", Urgency = "Urgency", Mark = "Mark", Number = "Number", Rule = "Rule", Title = "OfficialTitle", Recipients = "Recipients",
        Body = "OfficialBody", AnnexList = "AnnexList", Signature = "OfficialSignature", Note = "OfficialNote", Attendance = "Attendance", AnnexMark = "AnnexMark",
        Cell = "Cell", CellHead = "CellHead", Value = "FieldValue", Label = "FieldLabel", Imprint = "Imprint", PageNumber = "OfficialPageNumber", Anchor = "Anchor", BlankLine = "BlankLine", CoverTitle = "CoverTitle", CoverLine = "CoverLine", Hei = "Hei", Kai = "Kai", FangSong = "FangSong";

    private static readonly string[] Headings = ["Level1", "Level2", "Level3", "Level4"];

    public static string Contents(int level) => $"Contents{level}";

    public static string Heading(int level) => Headings[Math.Clamp(level, 1, 4) - 1];
}
