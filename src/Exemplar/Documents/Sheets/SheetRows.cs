using System.Globalization;
using System.Xml;

namespace Exemplar.Documents.Sheets;

/// <summary>Reads the rows of one sheet.</summary>
internal sealed class SheetRows(List<string> strings, DateStyles dates, bool is1904)
{
    internal const int MostColumns = 100;

    private readonly List<SheetRow> rows = [];
    private readonly List<Cell> cells = [];

    public IReadOnlyList<SheetRow> Read(XmlReader xml)
    {
        var number = 0;
        List<string> merged = [];
        while (xml.Read())
        {
            if (xml.NodeType is XmlNodeType.Element && xml.LocalName == "row")
            {
                number = int.TryParse(xml.GetAttribute("r"), out var given) && given > number ? given : number + 1;
                if (!xml.IsEmptyElement) ReadRow(xml, number);
            }
            else if (xml.NodeType is XmlNodeType.Element && xml.LocalName == "mergeCell")
            {
                merged.Add(xml.GetAttribute("ref") ?? "");
            }
        }
        MergedCells.Spread(rows, merged.Select(RangeOf).OfType<CellRange>());
        return rows;
    }

    private void ReadRow(XmlReader xml, int number)
    {
        cells.Clear();
        var depth = xml.Depth;
        var holdsSomething = false;
        while (xml.Read() && xml.Depth > depth)
        {
            if (xml.NodeType is not XmlNodeType.Element || xml.LocalName != "c") continue;
            var column = ColumnOf(xml.GetAttribute("r")) ?? cells.Count;
            var cell = ReadCell(xml);
            if (cell.Kind is CellKind.Empty || column >= MostColumns) continue;
            while (cells.Count <= column) cells.Add(Cell.Empty);
            cells[column] = cell;
            holdsSomething = true;
        }
        if (!holdsSomething) return;
        if (rows.Count == SheetReader.MostRows) throw SheetReader.TooManyRows();
        rows.Add(new(number, [.. cells]));
    }

    private Cell ReadCell(XmlReader xml)
    {
        if (xml.IsEmptyElement) return Cell.Empty;
        var (type, style, depth) = (xml.GetAttribute("t"), xml.GetAttribute("s"), xml.Depth);
        var (value, isFormula) = ((string?)null, false);
        while (xml.Read() && xml.Depth > depth)
        {
            if (xml.NodeType is not XmlNodeType.Element) continue;
            if (xml.LocalName == "f") isFormula = true;
            if (xml.LocalName is "v" or "is") value = SharedStrings.TextOf(xml);
        }
        if (string.IsNullOrEmpty(value)) return isFormula && type is not "str" ? new(CellKind.Error, "没有算出结果的公式") : Cell.Empty;
        return type switch
        {
            "s" => TextCell(strings[int.Parse(value, CultureInfo.InvariantCulture)]),
            "str" or "inlineStr" => TextCell(value),
            "e" => new(CellKind.Error, value),
            "b" => new(CellKind.Text, value == "1" ? "是" : "否"),
            "d" => DateTime.TryParse(value, CultureInfo.InvariantCulture, out var day) ? new(CellKind.Date, day.ToString("yyyy-MM-dd")) : TextCell(value),
            _ => NumberCell(value, int.TryParse(style, out var s) ? s : -1),
        };
    }

    internal static Cell TextCell(string text) => text.Length > SheetReader.LongestText ? throw new TooMuch("有的单元格文字太长，不像一份登记表")
        : string.IsNullOrWhiteSpace(text) ? Cell.Empty : new(CellKind.Text, text);

    private Cell NumberCell(string value, int style)
    {
        if (!double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)) return TextCell(value);
        var isMonth = dates.Months.Contains(style);
        if ((isMonth || dates.Days.Contains(style)) && SerialDay(number + (is1904 ? 1462 : 0)) is { } day)
            return DateCell(day, hasDay: !isMonth);
        return NumberCell(number, dates.Hundredths.Contains(style));
    }

    /// <summary>As it is shown where its format has two decimals, 3.10; else without needless ones.</summary>
    internal static Cell NumberCell(double number, bool isOfHundredths) => new(CellKind.Number, number.ToString(isOfHundredths && number % 1 != 0 ? "0.00" : "0.#########", CultureInfo.InvariantCulture));

    /// <summary>2009年7月 is typed without a day, and kept as the first.</summary>
    internal static Cell DateCell(DateOnly day, bool hasDay) => new(CellKind.Date, day.ToString(!hasDay && day.Day == 1 ? "yyyy-MM" : "yyyy-MM-dd", CultureInfo.InvariantCulture));

    /// <summary>The day with this serial number in the calendar that counts 1 for 1900-01-01; the days before March 1900 are never meant.</summary>
    public static DateOnly? SerialDay(double serial) => serial is >= 61 and < 2_958_466 ? new DateOnly(1899, 12, 30).AddDays((int)serial) : null;

    private static int? ColumnOf(string? reference)
    {
        if (reference is null) return null;
        var column = 0;
        foreach (var c in reference)
        {
            if (!char.IsAsciiLetterUpper(c)) break;
            column = (column * 26) + (c - 'A' + 1);
            if (column > 20_000) return int.MaxValue;
        }
        return column - 1;
    }

    private static CellRange? RangeOf(string reference) =>
        reference.Split(':') is [var from, var to] && ColumnOf(from) is { } first and >= 0 && ColumnOf(to) is { } last and >= 0   // "1:2" names rows, not cells
            ? new(RowOf(from), RowOf(to), first, last)
            : null;

    private static int RowOf(string reference) => int.Parse(reference.AsSpan().TrimStart("ABCDEFGHIJKLMNOPQRSTUVWXYZ"), CultureInfo.InvariantCulture);
}
