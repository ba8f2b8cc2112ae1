using System.Globalization;
using System.Text;
using ExcelDataReader;

namespace Exemplar.Documents.Sheets;

/// <summary>
/// Reads .xls, which older programs keep (Excel 97–2003, WPS): the same sheets as an .xlsx of the same content, but for cells that show an
/// error, which are empty here. Refused with a Chinese sentence.
/// </summary>
internal static class BinaryWorkbook
{
    public const string HasPassword = "这份表格加了密码，请去掉密码后再上传";

    private const string Broken = "文件已损坏，或者不是 Excel 表格；请在 Excel 或 WPS 里另存为 .xlsx 再上传";
    private const int MostRowsInAll = 200_000;   // rows that hold nothing are gone through too, and a sheet may claim 65,536 of them

    static BinaryWorkbook() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);   // a file names its code page, WPS 936, and the library asks for it by number

    private static ReadOnlySpan<byte> Macros => "_\0V\0B\0A\0_\0P\0R\0O\0J\0E\0C\0T\0"u8;

    public static Result<SheetBook> Read(byte[] file, string? marked)
    {
        if (file.AsSpan().IndexOf(Macros) >= 0) return new Refusal("带宏的表格不收，请另存为 .xlsx 再上传");
        try
        {
            using var reader = ExcelReaderFactory.CreateBinaryReader(new MemoryStream(file, writable: false), new() { FallbackEncoding = Encoding.GetEncoding("GB18030") });
            return Read(reader, marked);
        }
        catch (ExcelDataReader.Exceptions.InvalidPasswordException)
        {
            return new Refusal(HasPassword);
        }
        catch (Exception broken) when (broken is not (TooMuch or OutOfMemoryException))
        {
            return new Refusal(Broken);   // the library says in many ways that bytes are not what they should be, an index out of range among them
        }
    }

    private static Result<SheetBook> Read(IExcelDataReader reader, string? marked)
    {
        if (reader.ResultsCount > SheetReader.MostSheets) return SheetReader.TooManySheets(reader.ResultsCount);
        List<Sheet> shown = [];
        Sheet? mark = null;
        var (left, isAnyShown) = (MostRowsInAll, false);
        do
        {
            var (isMarked, isShown) = (reader.Name == marked, reader.VisibleState == "visible");
            isAnyShown |= isShown;
            if (!isMarked && !isShown) continue;
            var sheet = new Sheet(reader.Name, Rows(reader, ref left));
            if (isMarked) mark = sheet;
            else if (sheet.Rows.Count > 0) shown.Add(sheet);
        }
        while (reader.NextResult());
        return !isAnyShown ? SheetReader.NoneShown : shown.Count == 0 ? SheetReader.AllEmpty : new SheetBook(shown, mark);
    }

    private static List<SheetRow> Rows(IExcelDataReader reader, ref int left)
    {
        List<SheetRow> rows = [];
        for (var number = 1; reader.Read(); number++)
        {
            if (--left < 0) throw SheetReader.TooManyRows();
            var cells = new Cell[Math.Min(reader.FieldCount, SheetRows.MostColumns)];
            for (var i = 0; i < cells.Length; i++) cells[i] = CellOf(reader, i);
            if (cells.All(c => c.Kind is CellKind.Empty)) continue;
            if (rows.Count == SheetReader.MostRows) throw SheetReader.TooManyRows();
            rows.Add(new(number, cells));
        }
        MergedCells.Spread(rows, (reader.MergeCells ?? []).Select(m => new CellRange(m.FromRow + 1, m.ToRow + 1, m.FromColumn, m.ToColumn)));
        return rows;
    }

    private static Cell CellOf(IExcelDataReader reader, int column) => reader.GetValue(column) switch
    {
        null => Cell.Empty,
        string text => SheetRows.TextCell(text),
        bool yes => new(CellKind.Text, yes ? "是" : "否"),
        DateTime day => DateCell(day, reader.GetNumberFormatString(column)),
        double number => DateStyles.BuiltIn.TryGetValue(reader.GetNumberFormatIndex(column), out var hasDay) && SheetRows.SerialDay(number) is { } day
            ? SheetRows.DateCell(day, hasDay)   // the East Asian formats, which the library takes for numbers
            : SheetRows.NumberCell(number, DateStyles.IsOfHundredths(reader.GetNumberFormatString(column))),
        int whole => new(CellKind.Number, whole.ToString(CultureInfo.InvariantCulture)),
        var other => SheetRows.TextCell(Convert.ToString(other, CultureInfo.InvariantCulture) ?? ""),
    };

    private static Cell DateCell(DateTime day, string? format) => day.Year < 1900
        ? Cell.Empty
        : SheetRows.DateCell(DateOnly.FromDateTime(day), format is null || DateStyles.HasDay(format) || !DateStyles.IsDate(format));
}
