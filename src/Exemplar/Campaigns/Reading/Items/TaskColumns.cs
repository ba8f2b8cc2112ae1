namespace Exemplar.Campaigns.Reading;

/// <summary>What the column of a task table says.</summary>
internal enum TaskColumn
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

/// <summary>Columns of a task table by the words in their heads, in a document and in a spreadsheet alike.</summary>
internal static class TaskColumns
{
    private const int LongestHead = 16;

    private static readonly (TaskColumn Column, string[] Words)[] Heads =
    [
        (TaskColumn.CoOwner, ["配合", "协办", "协助", "参与", "协同"]),
        (TaskColumn.Owner, ["责任单位", "责任科室", "责任部门", "责任处室", "牵头", "主办", "承办", "负责", "责任人", "责任领导", "落实单位", "责任"]),
        (TaskColumn.Time, ["时限", "期限", "时间", "进度", "频次"]),
        (TaskColumn.Problem, ["问题", "不足", "表现"]),
        (TaskColumn.Task, ["任务", "措施", "事项", "工作内容", "内容", "项目", "举措", "工作要点", "做法", "工作"]),
        (TaskColumn.Target, ["目标", "数量", "指标", "成效", "标准"]),
        (TaskColumn.Number, ["序号", "编号"]),
    ];

    public static TaskColumn Of(string head)
    {
        head = head.Replace(" ", "", StringComparison.Ordinal);
        if (head.Length > LongestHead) return TaskColumn.None;
        return head is "序号" or "编号" or "号" ? TaskColumn.Number : Heads.FirstOrDefault(h => h.Words.Any(head.Contains)).Column;
    }

    /// <summary>重点任务 | 具体措施: the finer column is the task, the broader one groups rows.</summary>
    /// <param name="heads">Each with its column, from the left.</param>
    public static Dictionary<int, TaskColumn> Of(IEnumerable<(int Column, string Head)> heads)
    {
        var columns = new Dictionary<int, TaskColumn>();
        int? task = null;
        foreach (var (column, head) in heads)
        {
            var found = Of(head);
            if (found == TaskColumn.Task)
            {
                if (task is { } broader) columns[broader] = TaskColumn.None;
                task = column;
            }
            if (found != TaskColumn.None) columns[column] = found;
        }
        return columns;
    }

    public static Dictionary<int, TaskColumn> Of(string[] heads) => Of(heads.Select((head, column) => (column, head)));

    /// <summary>Whether a row of heads makes a table of tasks.</summary>
    public static bool MakeTable(IReadOnlyDictionary<int, TaskColumn> columns)
    {
        var found = columns.Values.ToHashSet();
        if (!found.Contains(TaskColumn.Task) && !(found.Contains(TaskColumn.Problem) && columns.Count > 1)) return false;
        return found.Overlaps([TaskColumn.Owner, TaskColumn.Time, TaskColumn.Number, TaskColumn.Problem]);
    }

    public static bool IsKnown(string head) => Of(head) is not TaskColumn.None;

    /// <summary>Short enough to be no row of data.</summary>
    public static bool IsExact(string head) => head.Length <= 6 && IsKnown(head);
}
