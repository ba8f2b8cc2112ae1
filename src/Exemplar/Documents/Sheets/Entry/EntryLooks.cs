using System.Globalization;
using X = DocumentFormat.OpenXml.Spreadsheet;

namespace Exemplar.Documents.Sheets.Entry;

/// <summary>The looks as formats of cells, each at the place of its number.</summary>
internal static class EntryLooks
{
    private const int AsText = 49, AsTime = 20, AsDay = 164;   // the first of our own
    private const int Songti = 0, Bold = 1, Large = 2, Small = 3;
    private const int White = 0, Grey = 2, Pale = 3;           // 1 is taken by the schema

    private static string Format(EntryLook look) => look switch
    {
        EntryLook.Title => Xf(AsText, Large, White, border: 0, "center", wrap: false, open: false),
        EntryLook.Note => Xf(AsText, Small, White, border: 0, "left", wrap: true, open: false),
        EntryLook.Heading => Xf(AsText, Bold, Pale, border: 1, "center", wrap: true, open: false),
        EntryLook.Known => Xf(AsText, Songti, Grey, border: 1, "left", wrap: true, open: false),
        EntryLook.KnownDay => Xf(AsDay, Songti, Grey, border: 1, "center", wrap: false, open: false),
        EntryLook.Text => Xf(AsText, Songti, White, border: 1, "left", wrap: true, open: true),
        EntryLook.Day => Xf(AsDay, Songti, White, border: 1, "center", wrap: false, open: true),
        EntryLook.Time => Xf(AsTime, Songti, White, border: 1, "center", wrap: false, open: true),
        EntryLook.Choice => Xf(AsText, Songti, White, border: 1, "center", wrap: true, open: true),
        _ => Xf(AsText, Songti, White, border: 0, "left", wrap: false, open: false),
    };

    private static string Xf(int format, int font, int fill, int border, string across, bool wrap, bool open) => string.Create(CultureInfo.InvariantCulture,
        $"""<xf numFmtId="{format}" fontId="{font}" fillId="{fill}" borderId="{border}" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1" applyProtection="1"><alignment horizontal="{across}" vertical="center"{(wrap ? " wrapText=\"1\"" : "")}/><protection locked="{(open ? 0 : 1)}"/></xf>""");

    public static X.Stylesheet Stylesheet()
    {
        var looks = Enum.GetValues<EntryLook>();
        return new($"""
            <styleSheet xmlns="{SheetParts.Main}"><numFmts count="1"><numFmt numFmtId="{AsDay}" formatCode="yyyy\-mm\-dd"/></numFmts><fonts count="4">{Font(11, bold: false)}{Font(11, bold: true)}{Font(16, bold: true)}{Font(10, bold: false)}</fonts><fills count="4"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>{Fill("FFE7E6E6")}{Fill("FFF8E9E7")}</fills><borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border>{Line("left")}{Line("right")}{Line("top")}{Line("bottom")}<diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="{looks.Length}">{string.Concat(looks.Select(Format))}</cellXfs><cellStyles count="1"><cellStyle name="常规" xfId="0" builtinId="0"/></cellStyles></styleSheet>
            """.Trim());
    }

    private static string Font(int size, bool bold) => $"""<font>{(bold ? "<b/>" : "")}<sz val="{size}"/><name val="宋体"/></font>""";

    private static string Fill(string colour) => $"""<fill><patternFill patternType="solid"><fgColor rgb="{colour}"/><bgColor indexed="64"/></patternFill></fill>""";

    private static string Line(string side) => $"""<{side} style="thin"><color rgb="FF808080"/></{side}>""";
}
