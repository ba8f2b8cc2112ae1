using Exemplar.Documents.Sheets;
using Exemplar.People.RosterImport;

namespace Exemplar.Meetings.Past;

/// <summary>Reads the registers of meetings that an office kept before it had this program. Pure: the same file says the same.</summary>
internal static class PastReader
{
    /// <summary>Refused when no sheet has a heading that is understood, or none has a meeting below it.</summary>
    public static Result<PastReading> Read(string fileName, IReadOnlyList<Sheet> sheets, MeetingKinds kinds, DateOnly today)
    {
        List<PastLine> lines = [];
        List<PastRemark> remarks = [];
        HashSet<string> dropped = [], unused = [];
        var headed = 0;
        var year = YearOf(fileName, sheets);
        var ofFile = NamedUnits.In(Path.GetFileNameWithoutExtension(fileName));   // 推广中心支部组织生活登记表.xlsx
        foreach (var sheet in sheets)
        {
            if (PastHeader.Find(sheet) is not { } header)
            {
                remarks.Add(new(sheet.Name, 0, null, "没有找到表头，整张表没有读"));
                continue;
            }
            headed++;
            var context = SheetContext.Of(sheet.Name, sheet.Rows.Where(r => r.Number < header.First), year);
            if (context.Unit is null && !SheetContext.MayNameUnit(sheet.Name)) context = context with { Unit = ofFile };
            var reader = new PastSheetReader(sheet.Name, header, context, kinds, today);
            lines.AddRange(reader.Read(sheet.Rows));
            remarks.AddRange(reader.Remarks);
            dropped.UnionWith(header.Private);
            unused.UnionWith(header.Unused);
        }
        if (headed == 0) return new Refusal("没有找到表头。表头里要有“时间”或“日期”一列，和类型、主题、支部等至少一列");
        if (lines.Count == 0) return new Refusal("表头下面没有会议记录");
        return new PastReading(lines, remarks, [.. dropped], [.. unused]);
    }

    /// <summary>The one year that the names of the file and of its sheets speak of; none when they differ.</summary>
    private static int? YearOf(string fileName, IReadOnlyList<Sheet> sheets)
    {
        if (SheetContext.YearIn(fileName) is { } named) return named;
        var years = sheets.SelectMany(s => s.Rows.Take(3).Where(r => r.Cells.Where(c => c.Kind is not CellKind.Empty).Select(c => c.Text).Distinct().Count() == 1).Select(r => r.Cells.First(c => c.Kind is not CellKind.Empty).Text).Prepend(s.Name))
            .Select(SheetContext.YearIn).Where(y => y is not null).Distinct().ToList();
        return years is [var only] ? only : null;
    }
}
