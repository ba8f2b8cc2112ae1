using System.Globalization;
using Exemplar.Documents.Sheets;
using Exemplar.Meetings.Past;
using Exemplar.Meetings.Recording;
using Exemplar.People.RosterImport;

namespace Exemplar.Meetings.BranchSheets;

/// <summary>The roll of a returned sheet: who is listed in which row, and what was chosen in the column of each meeting.</summary>
internal sealed class RollColumns
{
    private static readonly string[] WordsForPresent = ["出席", "到会", "参加", "到", "√", "✓"];

    private readonly Sheet sheet;
    private readonly Dictionary<int, int> columns;
    private readonly List<(SheetRow Row, SheetPerson? Who, string Name)> rows;
    private readonly HashSet<int> taken = [];

    private RollColumns(Sheet sheet, Dictionary<int, int> columns, List<(SheetRow, SheetPerson?, string)> rows) => (this.sheet, this.columns, this.rows) = (sheet, columns, rows);

    public Sheet Sheet => sheet;
    public string Name => sheet.Name;
    public IReadOnlyList<ListedPerson> People => [.. rows.Where(r => r.Who is not null).Select(r => new ListedPerson(r.Who!.Id, r.Name, r.Row.Number))];
    public List<PastRemark> Errors { get; } = [];
    public List<PastRemark> Remarks { get; } = [];

    /// <summary>What stands in one column. Each person once.</summary>
    public sealed record Chosen(int Column, IReadOnlyList<Guid> Present, IReadOnlyList<Guid> Excused, IReadOnlyList<Guid> Absent);

    /// <summary>Null when no sheet has a column of names with numbered columns beside it.</summary>
    public static RollColumns? Find(IReadOnlyList<Sheet> sheets, SheetMark mark)
    {
        foreach (var sheet in sheets.OrderBy(s => s.Name == SheetWords.Roll ? 0 : 1))
        {
            foreach (var heading in sheet.Rows.Take(12))
            {
                var names = Array.FindIndex(heading.Cells, c => RosterHeadings.Plain(c.Text) == SheetWords.Name);
                if (names < 0) continue;
                Dictionary<int, int> columns = [];
                for (var i = names + 1; i < heading.Cells.Length; i++)
                    if (int.TryParse(heading[i].Text, CultureInfo.InvariantCulture, out var number)) columns.TryAdd(number, i);
                if (columns.Count > 0) return Of(sheet, heading.Number, names, columns, mark);
            }
        }
        return null;
    }

    private static RollColumns Of(Sheet sheet, int heading, int names, Dictionary<int, int> columns, SheetMark mark)
    {
        var known = mark.People.GroupBy(p => RollNames.Key(HalfWidth.Of(p.Label))).ToDictionary(g => g.Key, g => g.First());
        HashSet<Guid> met = [];
        var roll = new RollColumns(sheet, columns, [.. sheet.Rows.Where(r => r.Number > heading && r[names].Text.Length > 0)
            .Select(r => (r, known.GetValueOrDefault(RollNames.Key(HalfWidth.Of(r[names].Text))) is { } who && met.Add(who.Id) ? who : null, r[names].Text.Trim()))]);
        foreach (var (row, who, name) in roll.rows.Where(r => r.Who is null)) roll.Unknown(row, names, name);
        foreach (var gone in mark.People.Where(p => !met.Contains(p.Id)))
            roll.Remarks.Add(new(sheet.Name, 0, null, $"发出时名单里的“{gone.Label}”这一行没有了，没有记这个人到会"));
        return roll;
    }

    /// <summary>A row that was added, or a name that was changed: whatever is marked in it has nobody to belong to.</summary>
    private void Unknown(SheetRow row, int names, string name)
    {
        var isMarked = columns.Values.Any(c => row[c].Kind is not CellKind.Empty);
        var what = $"“{PrivateText.Quote(name)}”不在发出时的名单里，或者写了两行";
        if (isMarked) Errors.Add(new(sheet.Name, row.Number, names, $"{what}。写错的请改回原来的名字；新转来的请先编入名册，再发一次表"));
        else Remarks.Add(new(sheet.Name, row.Number, names, $"{what}，这一行没有读"));
    }

    /// <summary>Null when the place of this number has no column any more.</summary>
    public Chosen? In(int place)
    {
        if (!columns.TryGetValue(place, out var column)) return null;
        List<Guid> present = [], excused = [], absent = [];
        var isFirst = taken.Add(place);   // a row may tell of several meetings
        foreach (var (row, who, _) in rows.Where(r => r.Who is not null && r.Row[column].Kind is not CellKind.Empty))
        {
            if (Read(row[column]) is { } attendance) (attendance switch { Attendance.Present => present, Attendance.Absent => absent, _ => excused }).Add(who!.Id);
            else if (isFirst) Errors.Add(new(sheet.Name, row.Number, column, $"“{PrivateText.Quote(row[column].Text)}”不是出席、请假、缺席"));
        }
        return new(column, present, excused, absent);
    }

    /// <summary>Columns in which something was chosen although their meeting was not filled in.</summary>
    public void TellUnused()
    {
        foreach (var (place, column) in columns.Where(c => !taken.Contains(c.Key)).OrderBy(c => c.Key))
            if (rows.Find(r => r.Who is not null && r.Row[column].Kind is not CellKind.Empty) is { Row: { } row })
                Errors.Add(new(sheet.Name, row.Number, column, $"这一列选了人，“{SheetWords.Meetings}”表里第 {place} 次会议没有填"));
    }

    /// <summary>到会表：请假 张三、李四；缺席 王五</summary>
    public string InWords(Chosen chosen)
    {
        var names = rows.Where(r => r.Who is not null).ToDictionary(r => r.Who!.Id, r => r.Name);
        var said = string.Join('；', new[] { (Attendance.Present, chosen.Present), (Attendance.Excused, chosen.Excused), (Attendance.Absent, chosen.Absent) }
            .Where(x => x.Item2.Count > 0).Select(x => $"{x.Item1.Name()} {string.Join('、', x.Item2.Select(p => names[p]))}"));
        return said.Length > 0 ? $"{SheetWords.Roll}：{said}" : "";
    }

    private static Attendance? Read(Cell cell)
    {
        var text = HalfWidth.Of(cell.Text).Trim();
        return cell.Kind is CellKind.Empty or CellKind.Error ? null : Array.IndexOf(WordsForPresent, text) >= 0 ? Attendance.Present : RollCallWords.AttendanceOf(text);
    }
}
