using Exemplar.Documents;

namespace Exemplar.Campaigns.Reading;

/// <summary>Reads a table whose head names tasks, owners and times: each row is a task, a problem, or both.</summary>
internal sealed class TaskTable(CleanText text, YearContext years)
{
    private static readonly (Column Column, string[] Words)[] Heads =
    [
        (Column.CoOwner, ["配合", "协办", "协助", "参与", "协同"]),
        (Column.Owner, ["责任单位", "责任科室", "责任部门", "责任处室", "牵头", "主办", "承办", "负责", "责任人", "责任领导", "落实单位", "责任"]),
        (Column.Time, ["时限", "期限", "时间", "进度", "频次"]),
        (Column.Problem, ["问题", "不足", "表现"]),
        (Column.Task, ["任务", "措施", "事项", "工作内容", "内容", "项目", "举措", "工作要点", "做法", "工作"]),
        (Column.Target, ["目标", "数量", "指标", "成效", "标准"]),
        (Column.Number, ["序号", "编号"]),
    ];

    // A problem that spans several rows is told once.
    private readonly HashSet<int> problems = [];

    private enum Column
    {
        None,
        Number,
        Problem,
        Task,
        Owner,
        CoOwner,
        Time,
        Target,
    }

    public List<PlanItem> Read(TextTable table, string[] above)
    {
        var items = new List<PlanItem>();
        for (var head = 0; head < Math.Min(3, table.Rows.Count); head++)
        {
            var columns = Columns(table.Rows[head]);
            if (!columns.ContainsValue(Column.Task) && !(columns.ContainsValue(Column.Problem) && columns.Count > 1)) continue;
            if (!columns.Values.Any(c => c is Column.Owner or Column.Time or Column.Number or Column.Problem)) continue;
            ReadRows(table, head + 1, columns, above, items);
            break;
        }
        return items;
    }

    private Dictionary<int, Column> Columns(IReadOnlyList<TextCell> head)
    {
        var columns = new Dictionary<int, Column>();
        int? task = null;
        foreach (var cell in head)
        {
            var name = text.FoldedOf(text.Cells[cell].Span).ToString().Replace(" ", "", StringComparison.Ordinal);
            if (name.Length > 16) continue;
            var found = Heads.FirstOrDefault(h => h.Words.Any(name.Contains)).Column;
            if (name is "序号" or "编号" or "号") found = Column.Number;
            // 重点任务 | 具体措施: the finer column is the task, the broader one groups rows.
            if (found == Column.Task)
            {
                if (task is { } broader) columns[broader] = Column.None;
                task = cell.Column;
            }
            if (found != Column.None) columns[cell.Column] = found;
        }
        return columns;
    }

    private void ReadRows(TextTable table, int first, Dictionary<int, Column> columns, string[] above, List<PlanItem> items)
    {
        var lastOf = new Dictionary<int, TextCell>();
        for (var row = first; row < table.Rows.Count; row++)
        {
            var values = new Dictionary<Column, TextSpan>();
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

    private void AddRow(Dictionary<Column, TextSpan> values, string[] above, List<PlanItem> items)
    {
        string[] path = values.TryGetValue(Column.Number, out var number) ? [.. above, NumberOf(number)] : above;
        if (values.TryGetValue(Column.Problem, out var problem) && problems.Add(text.InSource(problem).Start))
            items.Add(SourcedItem.Of(text, PlanItemKind.Problem, HeadingSpan.Of(text, problem), problem, path, Facts.None, []));
        if (!values.TryGetValue(Column.Task, out var task) || HeadingSpan.Of(text, task).Length == 0) return;

        var facts = Facts.Of(text, task, years);
        var labels = new List<Label>();
        if (values.TryGetValue(Column.Owner, out var owner)) labels.Add(new(LabelKind.Owner, owner.Start, owner));
        if (values.TryGetValue(Column.CoOwner, out var helping)) labels.Add(new(LabelKind.CoOwner, helping.Start, helping));
        if (labels.Count > 0) facts = facts with { Owners = Owners.Of(text, default, labels) };
        if (values.TryGetValue(Column.Target, out var target) && Facts.Of(text, target, years).Targets is { Count: > 0 } targets) facts = facts with { Targets = [.. facts.Targets, .. targets] };
        if (values.TryGetValue(Column.Time, out var time))
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
