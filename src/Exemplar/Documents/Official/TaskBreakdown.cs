namespace Exemplar.Documents.Official;

/// <summary>One line of a 任务分解表; dates and owners as they are to be printed.</summary>
public sealed record BreakdownLine(string Task, string Measures, string Owner, string CoOwners, string Due);

/// <summary>任务分解表: the annex that divides a plan among units, its heading on every page.</summary>
public static class TaskBreakdown
{
    private static readonly TableColumn[] Columns =
        [new("序号", 0.9, IsCentred: true), new("工作任务", 2.4), new("具体措施", 3), new("牵头单位", 1.6, IsCentred: true), new("配合单位", 1.7, IsCentred: true), new("完成时限", 1.9, IsCentred: true)];

    public static Annex Annex(string title, IEnumerable<BreakdownLine> lines, bool isLandscape = true) =>
        new(title, [new BodyTable(Columns, [.. lines.Select((l, i) => (IReadOnlyList<string>)[$"{i + 1}", l.Task, l.Measures, l.Owner, l.CoOwners, l.Due])])], isLandscape);
}
