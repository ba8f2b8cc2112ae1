using Exemplar.Documents.Sheets;

namespace Exemplar.Meetings.Past;

/// <summary>Tables whose cells are days: their column says of what kind, of which month or of whom they are.</summary>
internal sealed partial class PastSheetReader
{
    private Dictionary<int, string> topics = [];

    /// <summary>Each cell below a kind holds its dates.</summary>
    private void ReadMatrix(RowWords row)
    {
        Begin(row);
        var month = MonthIn(row);
        foreach (var column in header.Kinds)
        {
            var line = Common(row) with { KindWords = column.Heading, Kind = column.Kind, KindColumn = column.Index };
            ReadDays(row, column, column.Group.Length > 0 ? line with { Group = column.Group } : line, month);
        }
        ReadNotes(row);
    }

    /// <summary>Each cell below a month holds days of it; the kind stands in the row, or is that of the sheet. A row of 推荐主题 says what the months of the rows below it were about.</summary>
    private void ReadMonths(RowWords row)
    {
        if (PastHeadings.Recognise(row.Text(PastColumn.Unit)) is PastColumn.Topic or PastColumn.Content)
            topics = header.Months.ToDictionary(m => m.Index, m => OneLine(RowWords.Clean(row.Cell(m.Index))));
        else
            ReadCells(row, header.Months.Select(m => (m.Index, (int?)m.Month, (UnitColumn?)null)));
    }

    /// <summary>Each cell below a branch or a group holds its days; month or kind stand in the row.</summary>
    private void ReadUnits(RowWords row)
    {
        var month = MonthIn(row);
        ReadCells(row, header.Units.Select(u => (u.Index, month, (UnitColumn?)u)));
    }

    private void ReadCells(RowWords row, IEnumerable<(int Index, int? Month, UnitColumn? Unit)> columns)
    {
        Begin(row);
        var line = Common(row);
        var (kindsHere, words) = KindsOf(row, ref line);
        foreach (var (index, month, unit) in columns)
        {
            var first = lines.Count;
            foreach (var kind in kindsHere.Count > 0 ? kindsHere.Select(k => (string?)k) : [null])
                ReadDays(row, new(index, kind ?? "", words, NothingBeside), (unit?.Of(line) ?? line) with { KindWords = words, Kind = kind }, month);
            for (var i = first; i < lines.Count; i++)
                if (lines[i].Topic.Length == 0 && topics.TryGetValue(index, out var topic)) lines[i] = lines[i] with { Topic = topic };
        }
        ReadNotes(row);
    }

    private void Begin(RowWords row)
    {
        above = row;
        firstOfRow = lines.Count;
    }

    private int? MonthIn(RowWords row) => row.Cell(PastColumn.Month) is { Kind: not CellKind.Empty } cell ? MonthOf(cell.Text) : context.Month;
}
