using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Exemplar.Documents.Official;

/// <summary>Ruled tables as wide as the type area.</summary>
internal static class Tables
{
    /// <summary>Rows stay whole on a page unless a cell is longer than this.</summary>
    private const int LongCell = 300;

    /// <summary>A row fits on a page.</summary>
    private const double MostMillimetres = 150;

    /// <summary>1 cm, in twips.</summary>
    private const int LowestFieldRow = 567;

    public static IEnumerable<OpenXmlElement> Of(BodyTable table, int width)
    {
        if (table.Columns.Count == 0) yield break;
        var widths = Shared(width, [.. table.Columns.Select(c => c.Share)]);
        var set = Ruled(width, widths);
        var heading = new TableRow(new TableRowProperties(new CantSplit(), new TableHeader()));
        for (var i = 0; i < widths.Length; i++) heading.Append(Cell(widths[i], StyleName.CellHead, table.Columns[i].Heading));
        set.Append(heading);
        foreach (var values in table.Rows)
        {
            var row = Row(values, Gb9704.Twips(Math.Clamp(table.LowestRow, 0, MostMillimetres)));
            for (var i = 0; i < widths.Length; i++) row.Append(Cell(widths[i], StyleName.Cell, i < values.Count ? values[i] : "", table.Columns[i].IsCentred));
            set.Append(row);
        }
        yield return set;
    }

    public static IEnumerable<OpenXmlElement> Of(FieldTable form, int width)
    {
        var rows = form.Rows.Where(r => r.Count > 0).ToList();
        if (rows.Count == 0) yield break;
        var widths = Shared(width, [1.5, 2.5, 1.5, 2.5]);
        var set = Ruled(width, widths);
        foreach (var fields in rows)
        {
            var row = Row([.. fields.Select(f => f.Value)], LowestFieldRow);
            row.Append(Cell(widths[0], StyleName.Label, fields[0].Label), Cell(fields.Count == 1 ? widths[1..].Sum() : widths[1], StyleName.Value, fields[0].Value, span: fields.Count == 1 ? 3 : 1));
            if (fields.Count > 1) row.Append(Cell(widths[2], StyleName.Label, fields[1].Label), Cell(widths[3], StyleName.Value, fields[1].Value));
            if (form.IsWhole && fields != rows[^1])
                foreach (var paragraph in row.Descendants<Paragraph>()) paragraph.KeptWithNext();
            set.Append(row);
        }
        yield return set;
    }

    private static Table Ruled(int width, int[] widths) => new(
        new TableProperties(
            new TableWidth { Width = $"{width}", Type = TableWidthUnitValues.Dxa },
            new TableJustification { Val = TableRowAlignmentValues.Center },
            new TableBorders(
                new TopBorder { Val = BorderValues.Single, Size = 4 }, new LeftBorder { Val = BorderValues.Single, Size = 4 },
                new BottomBorder { Val = BorderValues.Single, Size = 4 }, new RightBorder { Val = BorderValues.Single, Size = 4 },
                new InsideHorizontalBorder { Val = BorderValues.Single, Size = 4 }, new InsideVerticalBorder { Val = BorderValues.Single, Size = 4 }),
            new TableLayout { Type = TableLayoutValues.Fixed },
            new TableCellMarginDefault(
                new TopMargin { Width = "40", Type = TableWidthUnitValues.Dxa }, new TableCellLeftMargin { Width = 85, Type = TableWidthValues.Dxa },
                new BottomMargin { Width = "40", Type = TableWidthUnitValues.Dxa }, new TableCellRightMargin { Width = 85, Type = TableWidthValues.Dxa })),
        new TableGrid(widths.Select(w => new GridColumn { Width = $"{w}" })));

    private static TableRow Row(IReadOnlyList<string> values, int lowest = 0)
    {
        var properties = new TableRowProperties();
        if (!values.Any(v => v?.Length > LongCell)) properties.Append(new CantSplit());
        if (lowest > 0) properties.Append(new TableRowHeight { Val = (uint)lowest, HeightType = HeightRuleValues.AtLeast });
        return properties.HasChildren ? new(properties) : new();
    }

    private static TableCell Cell(int width, string style, string text, bool isCentred = false, int span = 1)
    {
        var properties = new TableCellProperties { TableCellWidth = new() { Width = $"{width}", Type = TableWidthUnitValues.Dxa } };
        if (span > 1) properties.GridSpan = new() { Val = span };
        properties.TableCellVerticalAlignment = new() { Val = TableVerticalAlignmentValues.Center };
        var cell = new TableCell(properties);
        foreach (var line in PlainText.Lines(text).DefaultIfEmpty(""))
            cell.Append(isCentred ? Ink.Paragraph(style, line).Aligned(JustificationValues.Center) : Ink.Paragraph(style, line));
        return cell;
    }

    /// <summary>The width by shares; what rounding leaves goes to the last column. A share that is no positive number counts as 1.</summary>
    private static int[] Shared(int width, double[] shares)
    {
        var sound = shares.Select(s => s is > 0 and < 1e6 ? s : 1).ToArray();
        var widths = sound.Select(s => (int)(width * s / sound.Sum())).ToArray();
        widths[^1] += width - widths.Sum();
        return widths;
    }
}
