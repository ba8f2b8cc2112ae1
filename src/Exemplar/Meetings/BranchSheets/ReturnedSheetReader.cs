using System.Globalization;
using Exemplar.Documents.Sheets;
using Exemplar.Documents.Templates;
using Exemplar.Meetings.Past;
using Exemplar.Meetings.Recording;
using Exemplar.People.RosterImport;

namespace Exemplar.Meetings.BranchSheets;

/// <summary>
/// Reads a branch sheet that came back: its rows as those of a register are read, and with each the column of the roll that
/// bears its number. What is not clear is an error at its place. Pure: the same file says the same.
/// </summary>
internal sealed class ReturnedSheetReader
{
    private readonly string file;
    private readonly SheetMark mark;
    private readonly MeetingKinds kinds;
    private readonly DateOnly today;
    private readonly List<PastRemark> errors = [], remarks = [];
    private readonly List<PastLine> lines = [];

    private ReturnedSheetReader(string file, SheetMark mark, MeetingKinds kinds, DateOnly today) => (this.file, this.mark, this.kinds, this.today) = (file, mark, kinds, today);

    /// <summary>The lines are empty when there are errors.</summary>
    public static (ReturnedSheet Sheet, IReadOnlyList<PastLine> Lines) Read(string file, SheetBook book, SheetMark mark, MeetingKinds kinds, DateOnly today)
    {
        var reader = new ReturnedSheetReader(file, mark, kinds, today);
        var roll = RollColumns.Find(book.Shown, mark);
        var found = book.Shown.OrderBy(s => s.Name == SheetWords.Meetings ? 0 : 1).Where(s => s != roll?.Sheet).Select(s => (Sheet: s, Header: PastHeader.Find(s))).FirstOrDefault(x => x.Header is not null);
        if (roll is null) reader.errors.Add(new(SheetWords.Roll, 0, null, "没有找到这张表：要有“姓名”一列和按序号排的各列。请从发出的表重新填"));
        else if (found.Header is not { } header) reader.errors.Add(new(SheetWords.Meetings, 0, null, "没有找到表头里的“日期”一列。表头改过的请改回原样"));
        else if (reader.HasColumns(found.Sheet, header)) reader.Read(found.Sheet, header, roll);
        foreach (var other in book.Shown.Where(s => s != found.Sheet && s != roll?.Sheet)) reader.remarks.Add(new(other.Name, 0, null, "是另加的表，没有读"));

        IReadOnlyList<PastRemark> wrong = [.. roll?.Errors ?? [], .. reader.errors];
        return (new ReturnedSheet(file)
        {
            UnitId = mark.UnitId,
            Period = FormPeriods.KeyOf(mark.Period),
            Issue = mark.Issue,
            IssuedOn = mark.IssuedOn,
            RollName = roll?.Name ?? "",
            People = roll?.People ?? [],
            Errors = [.. wrong.OrderBy(e => e.Sheet == SheetWords.Roll ? 1 : 0).ThenBy(e => e.Row).ThenBy(e => e.Column).Select(e => e with { File = file })],
            Remarks = [.. roll?.Remarks ?? [], .. reader.remarks],
        }, wrong.Count > 0 ? [] : reader.lines);
    }

    private bool HasColumns(Sheet sheet, PastHeader header)
    {
        foreach (var (column, isNeeded) in ((PastColumn, bool)[])[(PastColumn.Serial, true), (PastColumn.Date, true), (PastColumn.Kind, true), (PastColumn.Topic, false), (PastColumn.Content, false), (PastColumn.Place, false), (PastColumn.Chair, false), (PastColumn.Recorder, false), (PastColumn.Lecturer, false)])
        {
            if (header.Columns.ContainsKey(column)) continue;
            if (isNeeded) errors.Add(new(sheet.Name, header.First, null, $"没有“{(column is PastColumn.Kind ? "会议类型" : column.Name())}”一列。表头改过的请改回原样"));
            else remarks.Add(new(sheet.Name, header.First, null, $"没有“{column.Name()}”一列，没有读"));
        }
        // 开始时间 passes for a date where no other heading does.
        if (header.Columns.TryGetValue(PastColumn.Date, out var date) && RosterHeadings.Plain(header.Headings[date]) is SheetWords.From or SheetWords.To) errors.Add(new(sheet.Name, header.First, null, "没有“日期”一列。表头改过的请改回原样"));
        return errors.Count == 0;
    }

    private void Read(Sheet sheet, PastHeader header, RollColumns roll)
    {
        var (first, kind) = (mark.Period.First, mark.Period.Kind);
        var serial = header.Columns[PastColumn.Serial];
        var context = new SheetContext(first.Year, null, kind is PeriodKind.Month ? first.Month : null, null, null);
        var rows = sheet.Rows.Where(r => r.Number > header.Last && r[serial].Text != SheetWords.OnRecord).ToList();
        var reader = new PastSheetReader(sheet.Name, header, context, kinds, today);
        var byNumber = rows.ToDictionary(r => r.Number);
        foreach (var line in reader.Read(rows)) Take(line, header, byNumber[line.Row], roll);
        remarks.AddRange(reader.Remarks);
        roll.TellUnused();
    }

    private void Take(PastLine line, PastHeader header, SheetRow row, RollColumns roll)
    {
        var serial = header.Columns[PastColumn.Serial];
        void Wrong(int? column, string sentence) => errors.Add(new(line.Sheet, line.Row, column, sentence));
        if (!int.TryParse(row[serial].Text, CultureInfo.InvariantCulture, out var place) || roll.In(place) is not { } chosen)
        {
            Wrong(serial, "这一行没有原来的序号，“到会”表里没有它的一列。请填到有序号的空行里");
            return;
        }
        if (line.Days is { } held && (held.First < mark.Period.First || (held.Last ?? held.First) > mark.Period.Last))
        {
            Wrong(line.DateColumn, $"{held.First.InWords()}不在{mark.Period.Name}里，请核对日期；是别的时候开的，请填到那一期的表里");
            return;
        }
        if (line.LeftOut.Length > 0)
        {
            remarks.Add(new(line.Sheet, line.Row, null, $"没有收：{line.LeftOut}"));
            return;
        }
        var choice = mark.Kinds.FirstOrDefault(k => HalfWidth.Of(k.Label) == line.KindWords);
        if (line.Days is null) Wrong(line.DateColumn, line.NoDay);
        if (choice is null && line.Kind is null) Wrong(line.KindColumn, line.KindWords.Length > 0 ? $"“{PrivateText.Quote(line.KindWords)}”不是列表里的会议类型" : "没有选会议类型");

        var extra = new SheetExtras(header, row);
        if (extra.Errors.Count > 0) errors.AddRange(extra.Errors.Select(e => new PastRemark(line.Sheet, line.Row, e.Column, e.Sentence)));
        else if (!extra.OthersCame && chosen.Present.Count == 0)
            errors.Add(new(roll.Name, 0, chosen.Column, $"第 {place} 次会议没有人选“出席”。请选上，或者把“会议”表第 {line.Row} 行的“{SheetWords.Others}”选成“{SheetWords.OthersCame}”"));
        foreach (var (column, name) in ((PastColumn, string)[])[(PastColumn.Chair, line.Chair), (PastColumn.Recorder, line.Recorder), (PastColumn.Lecturer, line.Lecturer)])
            if (name.Length > 0 && mark.People.All(p => RollNames.Key(HalfWidth.Of(p.Label)) != RollNames.Key(name)))
                remarks.Add(new(line.Sheet, line.Row, header.Columns[column], $"“{PrivateText.Quote(name)}”不在名单里，{(column is PastColumn.Lecturer ? "按外请的授课人记作列席" : "只留在填报表内容里")}"));
        if (errors.Count > 0) return;

        lines.Add(line with
        {
            Kind = choice?.Key ?? line.Kind,
            ForYearBefore = line.ForYearBefore || extra.IsForYearBefore,
            Text = string.Join('\n', new[] { line.Text, extra.InWords, roll.InWords(chosen) }.Where(t => t.Length > 0)),
            Filled = new(file, choice?.UnitId ?? mark.UnitId, chosen.Column, chosen.Present, chosen.Excused, chosen.Absent, extra.OthersCame) { From = extra.From, To = extra.To },
        });
    }
}
