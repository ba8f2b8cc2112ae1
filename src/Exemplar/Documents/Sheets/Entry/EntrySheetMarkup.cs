using System.Globalization;
using DocumentFormat.OpenXml;
using X = DocumentFormat.OpenXml.Spreadsheet;

namespace Exemplar.Documents.Sheets.Entry;

/// <summary>The parts of one sheet, in the order that the schema wants.</summary>
internal static class EntrySheetMarkup
{
    private const uint A4 = 9;

    public static X.Worksheet Of(EntrySheet sheet, bool isFirst)
    {
        var markup = new X.Worksheet();
        if (sheet.FitsWidth) markup.Append(new X.SheetProperties(new X.PageSetupProperties { FitToPage = true }));
        markup.Append(new X.SheetViews(View(sheet, isFirst)));
        markup.Append(new X.Columns(sheet.Widths.Select((width, i) => new X.Column { Min = (uint)i + 1, Max = (uint)i + 1, Width = width, CustomWidth = true })));
        markup.Append(new X.SheetData(sheet.Rows.Select((row, i) => Row(row, i + 1))));
        markup.Append(new X.SheetProtection { Sheet = true, Objects = true, Scenarios = true, FormatColumns = false, FormatRows = false });
        if (sheet.Merged.Count > 0) markup.Append(new X.MergeCells(sheet.Merged.Select(range => new X.MergeCell { Reference = range })));
        if (sheet.Rules.Count > 0) markup.Append(new X.DataValidations(sheet.Rules.Select(Validation)) { Count = (uint)sheet.Rules.Count });
        markup.Append(new X.PageMargins { Left = 0.4, Right = 0.4, Top = 0.5, Bottom = 0.6, Header = 0.3, Footer = 0.3 });
        markup.Append(new X.PageSetup { PaperSize = A4, Orientation = X.OrientationValues.Landscape, FitToHeight = sheet.FitsWidth ? 0U : null, FitToWidth = sheet.FitsWidth ? 1U : null });
        markup.Append(new X.HeaderFooter(new X.OddFooter("&C第 &P 页，共 &N 页")));
        return markup;
    }

    private static X.SheetView View(EntrySheet sheet, bool isFirst)
    {
        var view = new X.SheetView { WorkbookViewId = 0, TabSelected = isFirst, ShowGridLines = false };
        var (rows, columns) = sheet.Frozen;
        if (rows == 0) return view;
        view.Append(new X.Pane
        {
            VerticalSplit = rows,
            HorizontalSplit = columns > 0 ? columns : null,
            TopLeftCell = $"{Sheet.Letter(columns)}{rows + 1}",
            ActivePane = columns > 0 ? X.PaneValues.BottomRight : X.PaneValues.BottomLeft,
            State = X.PaneStateValues.Frozen,
        });
        return view;
    }

    private static X.Row Row(EntryRow row, int number)
    {
        var markup = new X.Row(row.Cells.Select((cell, i) => Cell(cell, $"{Sheet.Letter(i)}{number}"))) { RowIndex = (uint)number };
        if (row.Height is { } height) (markup.Height, markup.CustomHeight) = (height, true);
        return markup;
    }

    private static X.Cell Cell(EntryCell cell, string at)
    {
        var markup = new X.Cell { CellReference = at, StyleIndex = (uint)cell.Look };
        if (cell.Formula is { } formula)
        {
            markup.DataType = X.CellValues.String;
            markup.Append(new X.CellFormula(formula), new X.CellValue(""));
        }
        else if (cell.Day is { } day)
        {
            markup.Append(new X.CellValue(EntryRule.SerialOf(day)));
        }
        else if (cell.Text.Length > 0)
        {
            markup.DataType = X.CellValues.InlineString;
            markup.Append(new X.InlineString(new X.Text(Writable(cell.Text)) { Space = SpaceProcessingModeValues.Preserve }));
        }
        return markup;
    }

    /// <summary>Without what XML cannot hold.</summary>
    private static string Writable(string text) => new([.. text.Where(c => c is >= ' ' or '\n' or '\t' && c is not ('\uFFFE' or '\uFFFF'))]);

    private static X.DataValidation Validation(EntryRule rule)
    {
        var markup = new X.DataValidation
        {
            Type = rule.Kind switch { EntryRuleKind.Day => X.DataValidationValues.Date, EntryRuleKind.Time => X.DataValidationValues.Time, _ => X.DataValidationValues.List },
            AllowBlank = true,
            ShowErrorMessage = true,
            ErrorStyle = rule.Strict ? X.DataValidationErrorStyleValues.Stop : X.DataValidationErrorStyleValues.Warning,
            ErrorTitle = "请核对",
            Error = rule.Sentence,
            SequenceOfReferences = new ListValue<StringValue>([new(rule.Range)]),
        };
        if (rule.Kind is not EntryRuleKind.OneOf) markup.Operator = X.DataValidationOperatorValues.Between;
        markup.Append(new X.Formula1(rule.Kind is EntryRuleKind.OneOf && !rule.From.Contains('$', StringComparison.Ordinal) ? $"\"{rule.From}\"" : rule.From));
        if (rule.Kind is not EntryRuleKind.OneOf) markup.Append(new X.Formula2(rule.To.ToString(CultureInfo.InvariantCulture)));
        return markup;
    }
}
