using Exemplar.Documents;

namespace Exemplar.Campaigns.Reading;

/// <summary>Reads a table whose head names tasks, owners and times: each row is a task, a problem, or both.</summary>
internal sealed class TaskTable(CleanText text, YearContext years)
{
    // A problem that spans several rows is told once.
    private readonly HashSet<int> problems = [];

    public List<PlanItem> Read(TextTable table, string[] above)
    {
        var items = new List<PlanItem>();
        for (var head = 0; head < Math.Min(3, table.Rows.Count); head++)
        {
            var columns = Columns(table.Rows[head]);
            if (!TaskColumns.MakeTable(columns)) continue;
            ReadRows(table, head + 1, columns, above, items);
            break;
        }
        return items;
    }

    private Dictionary<int, TaskColumn> Columns(IReadOnlyList<TextCell> head) => TaskColumns.Of(head.Select(cell => (cell.Column, text.FoldedOf(text.Cells[cell].Span).ToString())));

    private void ReadRows(TextTable table, int first, Dictionary<int, TaskColumn> columns, string[] above, List<PlanItem> items)
    {
        var lastOf = new Dictionary<int, TextCell>();
        for (var row = first; row < table.Rows.Count; row++)
        {
            var values = new Dictionary<TaskColumn, TextSpan>();
            foreach (var cell in table.Rows[row])
            {
                var said = cell.ContinuesAbove && lastOf.TryGetValue(cell.Column, out var upper) ? upper : cell;
                lastOf[cell.Column] = said;
                var span = text.Trim(text.Cells[said].Span);
                if (columns.TryGetValue(cell.Column, out var column) && span.Length > 0) values[column] = values.TryGetValue(column, out var former) ? former : span;
            }
            AddRow(values, above, items);
        }
    }

    private void AddRow(Dictionary<TaskColumn, TextSpan> values, string[] above, List<PlanItem> items)
    {
        string[] path = values.TryGetValue(TaskColumn.Number, out var number) ? [.. above, NumberOf(number)] : above;
        if (values.TryGetValue(TaskColumn.Problem, out var problem) && problems.Add(text.InSource(problem).Start))
            items.Add(SourcedItem.Of(text, PlanItemKind.Problem, HeadingSpan.Of(text, problem), problem, path, Facts.None, []));
        if (!values.TryGetValue(TaskColumn.Task, out var task) || HeadingSpan.Of(text, task).Length == 0) return;

        var facts = Facts.Of(text, task, years);
        var labels = new List<Label>();
        if (values.TryGetValue(TaskColumn.Owner, out var owner)) labels.Add(new(LabelKind.Owner, owner.Start, owner));
        if (values.TryGetValue(TaskColumn.CoOwner, out var helping)) labels.Add(new(LabelKind.CoOwner, helping.Start, helping));
        if (labels.Count > 0) facts = facts with { Owners = Owners.Of(text, default, labels) };
        if (values.TryGetValue(TaskColumn.Target, out var target) && Facts.Of(text, target, years).Targets is { Count: > 0 } targets) facts = facts with { Targets = [.. facts.Targets, .. targets] };
        if (values.TryGetValue(TaskColumn.Time, out var time))
        {
            var timing = Timing.Of(text.FoldedOf(time), years, isTime: true);
            facts = facts with { Timing = timing.IsNamed ? timing : facts.Timing, Recurrence = Amounts.Recurrence(text.FoldedOf(time), []) ?? facts.Recurrence };
        }
        items.Add(SourcedItem.Of(text, facts.MakeTask ? PlanItemKind.Task : PlanItemKind.Measure, HeadingSpan.Of(text, task), task, path, facts, []));
    }

    private string NumberOf(TextSpan cell)
    {
        var folded = text.FoldedOf(cell);
        return Numbering.TryRead(string.Concat(folded, "\n"), out var mark) ? mark.Number : folded.TrimEnd("、. ").ToString();
    }
}
