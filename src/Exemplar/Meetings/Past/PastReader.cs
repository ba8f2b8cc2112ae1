using System.Text.RegularExpressions;
using Exemplar.Documents.Sheets;
using Exemplar.People.RosterImport;

namespace Exemplar.Meetings.Past;

/// <summary>Reads the registers of meetings that an office kept before it had this program. Pure: the same file says the same.</summary>
internal static partial class PastReader
{
    private const int MostInRow = 1_000;
    private const int FewestOfTally = 3;

    /// <summary>Refused when no sheet has a heading that is understood, or none has a meeting below it.</summary>
    public static Result<PastReading> Read(string fileName, IReadOnlyList<Sheet> sheets, MeetingKinds kinds, DateOnly today)
    {
        List<PastLine> lines = [];
        List<PastRemark> remarks = [];
        HashSet<string> dropped = [], unused = [];
        var headed = 0;
        var year = YearOf(fileName, sheets);
        var ofFile = NamedUnits.In(Path.GetFileNameWithoutExtension(fileName));   // 推广中心支部组织生活登记表.xlsx
        foreach (var (nth, (sheet, isRearranged)) in sheets.SelectMany(s => PlainTable.Of(s).Index().Select(t => (t.Index, t.Item))))
        {
            if (PastHeader.Find(sheet) is not { } header)
            {
                remarks.Add(new(sheet.Name, 0, null, "没有找到表头，整张表没有读"));
                continue;
            }
            headed++;
            var context = SheetContext.Of(sheet.Name, sheet.Rows.Where(r => r.Number < header.First).Append(new(header.First, [new(CellKind.Text, header.OfDates)])), year);
            if (context.Unit is null && !SheetContext.MayNameUnit(sheet.Name)) context = context with { Unit = ofFile };
            var reader = new PastSheetReader(sheet.Name, header, context, kinds, today);
            var read = reader.Read(sheet.Rows);
            if (read.Count >= FewestOfTally && read.TrueForAll(l => l.Days is null && Tally().IsMatch(l.NoDay)))
            {
                remarks.Add(new(sheet.Name, 0, null, "只有次数或打的勾，没有日期，整张表没有读"));
                continue;
            }
            if (!header.Columns.ContainsKey(PastColumn.Kind) && header.Kinds.Count == 0 && 2 * read.Count(l => l.Kind is not null) >= read.Count)
                read = read.ConvertAll(l => l is { Kind: null, KindWords: "", LeftOut: "" } ? l with { LeftOut = "没有写类型，内容里也看不出是哪一类组织生活；要登记的，请写上类型再导入" } : l);   // a diary of all that a branch did
            lines.AddRange(read.Select(l => Placed(l, nth, isRearranged)));
            remarks.AddRange(isRearranged ? reader.Remarks.Select(r => r with { Column = null }) : reader.Remarks);
            dropped.UnionWith(header.Private);
            unused.UnionWith(header.Unused);
        }
        if (headed == 0) return new Refusal("没有找到表头。表头里要有“时间”或“日期”一列，和类型、主题、支部等至少一列");
        if (lines.Count == 0) return new Refusal("表头下面没有会议记录");
        return new PastReading(lines, remarks, [.. dropped], [.. unused]);
    }

    /// <summary>A row of tables that stand beside each other tells of meetings in each.</summary>
    private static PastLine Placed(PastLine line, int nth, bool isRearranged)
    {
        var placed = line with { Ordinal = line.Ordinal + (nth * MostInRow) };
        return isRearranged ? placed with { DateColumn = null, KindColumn = null, UnitColumn = null, WhoColumn = null } : placed;
    }

    /// <summary>The one year that the names of the file and of its sheets speak of; none when they differ.</summary>
    private static int? YearOf(string fileName, IReadOnlyList<Sheet> sheets)
    {
        if (SheetContext.YearIn(fileName) is { } named) return named;
        var years = sheets.SelectMany(s => s.Rows.Take(3).Where(r => r.Cells.Where(c => c.Kind is not CellKind.Empty).Select(c => c.Text).Distinct().Count() == 1).Select(r => r.Cells.First(c => c.Kind is not CellKind.Empty).Text).Prepend(s.Name))
            .Select(SheetContext.YearIn).Where(y => y is not null).Distinct().ToList();
        return years is [var only] ? only : null;
    }

    // The whole cell: 3次, 3, √, ×, /
    [GeneratedRegex("^“(?:\\d{1,3}\\s*次?|[√✓✔○×✗/—-])”")]
    private static partial Regex Tally();
}
