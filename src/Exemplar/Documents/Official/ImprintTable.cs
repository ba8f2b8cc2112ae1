using DocumentFormat.OpenXml.Wordprocessing;
using static Exemplar.Documents.Official.Gb9704;

namespace Exemplar.Documents.Official;

/// <summary>
/// 版记 (7.4): a table that floats at the lower edge of the type area, on the page of the paragraph after it. Its last rule
/// coincides with that edge. Letters have neither rules nor an issuing line (10.1).
/// </summary>
internal static class ImprintTable
{
    public static Table? Of(OfficialDocument document)
    {
        var isLetter = document.Form is DocumentForm.Letter;
        List<Paragraph> lines = [];
        var copies = document.CopiesTo.Select(PlainText.Of).Where(c => c.Length > 0).ToList();
        if (copies.Count > 0) lines.Add(Copies($"抄送：{string.Join('，', copies)}。"));
        if (document.Imprint is { } imprint && !isLetter) lines.Add(Issued(imprint));
        if (lines.Count == 0) return null;

        var table = new Table(Floating(), new TableGrid(new GridColumn { Width = $"{Width}" }));
        for (var i = 0; i < lines.Count; i++)
        {
            var cell = new TableCellProperties { TableCellWidth = new() { Width = $"{Width}", Type = TableWidthUnitValues.Dxa } };
            if (!isLetter) cell.TableCellBorders = new() { TopBorder = new() { Val = BorderValues.Single, Size = i == 0 ? ThickRule : ThinRule } };
            if (!isLetter && i == lines.Count - 1) cell.TableCellBorders!.BottomBorder = new() { Val = BorderValues.Single, Size = ThickRule };
            table.Append(new TableRow(new TableRowProperties(new CantSplit()), new TableCell(cell, lines[i])));
        }
        return table;
    }

    private static int Width => Twips(TextWidth);

    private static int Character => (int)(Size4 * 20);

    /// <summary>One character in on both sides; wrapped names stand under the first.</summary>
    private static Paragraph Copies(string text) => Ink.Paragraph(StyleName.Imprint, text).Indented(left: 4, right: 1, hanging: 3, character: Character);

    private static Paragraph Issued(Imprint imprint) =>
        Ink.Paragraph(StyleName.Imprint, Ink.Run(imprint.Organ), Ink.Tab(), Ink.Run($"{WrittenDay.Format(imprint.Date)}印发")).RightTab(Width - Character);

    /// <summary>Placed from the page's edge: LibreOffice does not float a table as wide as the type area that is placed from the margin.</summary>
    private static TableProperties Floating() => new(
        new TablePositionProperties { HorizontalAnchor = HorizontalAnchorValues.Page, VerticalAnchor = VerticalAnchorValues.Margin, TablePositionX = Twips(Left), TablePositionYAlignment = VerticalAlignmentValues.Bottom },
        new TableOverlap { Val = TableOverlapValues.Never },
        new TableWidth { Width = $"{Width}", Type = TableWidthUnitValues.Dxa },
        new TableLayout { Type = TableLayoutValues.Fixed },
        new TableCellMarginDefault(new TableCellLeftMargin { Width = 0, Type = TableWidthValues.Dxa }, new TableCellRightMargin { Width = 0, Type = TableWidthValues.Dxa }));
}
