using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Exemplar.Tests.Support;

/// <summary>Writes into the cells of a workbook as somebody at a spreadsheet program would, and does to it what people do.</summary>
internal sealed class SheetPen : IDisposable
{
    private readonly MemoryStream file = new();
    private readonly SpreadsheetDocument document;

    public SheetPen(byte[] workbook)
    {
        file.Write(workbook);
        document = SpreadsheetDocument.Open(file, isEditable: true);
    }

    /// <summary>The workbook after these strokes.</summary>
    public static byte[] On(byte[] workbook, Action<SheetPen> strokes)
    {
        using var pen = new SheetPen(workbook);
        strokes(pen);
        pen.document.Save();
        pen.document.Dispose();
        return pen.file.ToArray();
    }

    /// <summary>Text; a <see cref="DateOnly"/> or a number is typed as such; null empties the cell. The cell keeps its format.</summary>
    public SheetPen Put(string sheet, string at, object? value)
    {
        var cell = Cell(sheet, at);
        cell.RemoveAllChildren();
        cell.DataType = null;
        if (value is DateOnly day) cell.Append(new CellValue((day.DayNumber - new DateOnly(1899, 12, 30).DayNumber).ToString(CultureInfo.InvariantCulture)));
        else if (value is double number) cell.Append(new CellValue(number));
        else if (value is string text)
        {
            cell.DataType = CellValues.InlineString;
            cell.Append(new InlineString(new Text(text)));
        }
        return this;
    }

    public SheetPen Formula(string sheet, string at, string formula, string? result)
    {
        var cell = Cell(sheet, at);
        cell.RemoveAllChildren();
        cell.DataType = null;
        cell.Append(new CellFormula(formula));
        if (result is not null) cell.Append(new CellValue(result));
        return this;
    }

    public SheetPen Merge(string sheet, string range)
    {
        Part(sheet).Worksheet.GetFirstChild<MergeCells>()!.Append(new MergeCell { Reference = range });
        return this;
    }

    /// <summary>The rows below move up.</summary>
    public SheetPen DeleteRow(string sheet, int number)
    {
        foreach (var row in Rows(sheet).ToList())
        {
            if (row.RowIndex! == (uint)number) row.Remove();
            else if (row.RowIndex! > (uint)number) Move(row, -1);
        }
        return this;
    }

    /// <summary>An empty row; those from here on move down.</summary>
    public SheetPen InsertRow(string sheet, int number)
    {
        var data = Part(sheet).Worksheet.GetFirstChild<SheetData>()!;
        foreach (var row in Rows(sheet).Where(r => r.RowIndex! >= (uint)number).ToList()) Move(row, +1);
        data.InsertBefore(new Row { RowIndex = (uint)number }, Rows(sheet).First(r => r.RowIndex! > (uint)number));
        return this;
    }

    /// <summary>What is left when visible sheets are copied into another workbook.</summary>
    public SheetPen RemoveSheet(string name)
    {
        var listed = document.WorkbookPart!.Workbook.Sheets!.Elements<Sheet>().Single(s => s.Name == name);
        document.WorkbookPart.DeletePart(document.WorkbookPart.GetPartById(listed.Id!));
        listed.Remove();
        return this;
    }

    public SheetPen Rename(string name, string to)
    {
        document.WorkbookPart!.Workbook.Sheets!.Elements<Sheet>().Single(s => s.Name == name).Name = to;
        return this;
    }

    private static void Move(Row row, int by)
    {
        row.RowIndex = (uint)((int)row.RowIndex!.Value + by);
        foreach (var cell in row.Elements<Cell>()) cell.CellReference = $"{cell.CellReference!.Value!.TrimEnd("0123456789".ToCharArray())}{row.RowIndex}";
    }

    private WorksheetPart Part(string sheet) => (WorksheetPart)document.WorkbookPart!.GetPartById(document.WorkbookPart.Workbook.Sheets!.Elements<Sheet>().Single(s => s.Name == sheet).Id!);

    private IEnumerable<Row> Rows(string sheet) => Part(sheet).Worksheet.GetFirstChild<SheetData>()!.Elements<Row>();

    private Cell Cell(string sheet, string at)
    {
        var number = uint.Parse(at.TrimStart("ABCDEFGHIJKLMNOPQRSTUVWXYZ".ToCharArray()), CultureInfo.InvariantCulture);
        var data = Part(sheet).Worksheet.GetFirstChild<SheetData>()!;
        var row = data.Elements<Row>().FirstOrDefault(r => r.RowIndex! == number);
        if (row is null) data.Append(row = new Row { RowIndex = number });
        var cell = row.Elements<Cell>().FirstOrDefault(c => c.CellReference == at);
        if (cell is not null) return cell;
        cell = new Cell { CellReference = at };
        row.InsertBefore(cell, row.Elements<Cell>().FirstOrDefault(c => Place(c.CellReference!) > Place(at)));
        return cell;
    }

    private static int Place(string at) => at.TakeWhile(char.IsAsciiLetterUpper).Aggregate(0, (place, letter) => place * 26 + letter - 'A' + 1);

    public void Dispose()
    {
        document.Dispose();
        file.Dispose();
    }
}
