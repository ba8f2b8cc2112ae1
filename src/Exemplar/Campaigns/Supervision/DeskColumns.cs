using Exemplar.Documents.Sheets;
using Exemplar.Tasks;
using Exemplar.Tasks.Supervision;

namespace Exemplar.Campaigns.Supervision;

/// <summary>A share as a row of the desk's sheet, before it is put into words.</summary>
public sealed record DeskRow(string Task, string Unit, bool Leads, string? Stage, AssignmentState State, DateOnly? OriginalDueOn, DateOnly? DueOn, DateTimeOffset? FinishedAt, DateTimeOffset? DoneAt,
    Colour? Colour, string LastReport, List<string> Targets);

/// <summary>A column that may be exported.</summary>
public sealed record DeskColumn(string Key, SheetColumn Head, Func<DeskRow, string> Of);

public static class DeskColumns
{
    public const string Sheet = "supervision";

    public static IReadOnlyList<DeskColumn> All { get; } =
    [
        new("task", new("任务", 40), r => r.Task),
        new("unit", new("承办单位", 16), r => r.Unit),
        new("part", new("牵头或配合", 10), r => r.Leads ? "牵头" : "配合"),
        new("stage", new("阶段", 18), r => r.Stage ?? ""),
        new("original", new("原时限", 12), r => r.OriginalDueOn.Iso()),
        new("due", new("现时限", 12), r => r.DueOn.Iso()),
        new("state", new("状态", 10), r => r.State.Name()),
        new("colour", new("督办", 8), r => r.Colour?.Name() ?? ""),
        new("finished", new("报结日期", 12), r => Day(r.FinishedAt)),
        new("done", new("办结日期", 12), r => Day(r.DoneAt)),
        new("said", new("最近一次反馈", 50), r => r.LastReport),
        new("targets", new("目标", 24), r => string.Join("；", r.Targets)),
    ];

    /// <summary>The columns in the account's own order; all of them when it never chose.</summary>
    public static async Task<IReadOnlyList<DeskColumn>> ColumnsOf(this AppDb db, Guid account, CancellationToken ct)
    {
        var chosen = await db.SheetViews.Where(v => v.AccountId == account && v.Sheet == Sheet).Select(v => v.Columns).SingleOrDefaultAsync(ct);
        return chosen is null ? All : [.. chosen.Select(key => All.FirstOrDefault(c => c.Key == key)).OfType<DeskColumn>()];
    }

    private static string Day(DateTimeOffset? at) => at is { } instant ? DateOnly.FromDateTime(instant.InOffice().Date).Iso() : "";
}
