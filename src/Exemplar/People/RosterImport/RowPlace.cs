namespace Exemplar.People.RosterImport;

/// <summary>The number of a row where several sheets of a workbook are read as one table: those of the first sheet keep theirs.</summary>
internal static class RowPlace
{
    private const int EachSheet = 10_000_000;   // no sheet has more rows, and no workbook a hundred sheets

    /// <param name="sheet">Its place in the workbook, from 0.</param>
    /// <param name="row">What the spreadsheet program shows at the left edge.</param>
    public static int Of(int sheet, int row) => (sheet * EachSheet) + row;

    /// <summary>第 5 行; of another sheet 第 2 张表第 5 行.</summary>
    public static string InWords(int row) => row < EachSheet ? $"第 {row} 行" : $"第 {(row / EachSheet) + 1} 张表第 {row % EachSheet} 行";

    /// <summary>5, or 表2：5.</summary>
    public static string Short(int row) => row < EachSheet ? $"{row}" : $"表{(row / EachSheet) + 1}：{row % EachSheet}";
}
