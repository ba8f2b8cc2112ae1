using Exemplar.Organization;

namespace Exemplar.Tasks;

public enum TaskFilter
{
    [Display(Name = "未办结")] Open,
    [Display(Name = "逾期")] Late,
    [Display(Name = "待验收")] Submitted,
    [Display(Name = "已办结")] Done,
    [Display(Name = "全部")] All,
}

/// <summary>The tasks of the units that the reader sees, nearest date first and within a day in organization order, a page at a time.</summary>
public sealed class TaskList(AppDb db, Actor actor, TimeProvider clock, WorkingCalendar calendar)
{
    public const int PageSize = 50;

    public sealed record Query(TaskFilter Show = TaskFilter.Open, Guid? Unit = null, string? Text = null, string? After = null);

    public sealed record Row(Guid Id, string Title, string Unit, bool Leads, AssignmentState State, DateOnly? DueOn, DateTimeOffset? FinishedAt, DateOnly SortsOn, string Order)
    {
        public Due Due { get; init; } = null!;
    }

    public sealed record View(IReadOnlyList<Row> Rows, string? Next, IReadOnlyList<Unit> Units);

    public async Task<View> Show(Query query, CancellationToken ct)
    {
        var today = clock.Today();
        var placed = Filter(db.VisibleAssignments(actor), query, today).Join(db.Units, a => a.UnitId, u => u.Id, (a, u) => new { a, u });
        if (Cursor.Read(query.After) is { } after)
        {
            placed = placed.Where(x => x.a.SortsOn > after.Day || (x.a.SortsOn == after.Day
                && (string.Compare(x.u.Order, after.Place) > 0 || (x.u.Order == after.Place && x.a.Id > after.Id))));
        }
        var rows = await placed.OrderBy(x => x.a.SortsOn).ThenBy(x => x.u.Order).ThenBy(x => x.a.Id).Take(PageSize + 1)
            .Join(db.Tasks, x => x.a.TaskId, t => t.Id, (x, t) => new Row(x.a.Id, t.Title, x.u.Name, x.a.Leads, x.a.State, x.a.DueOn, x.a.FinishedAt, x.a.SortsOn, x.u.Order))
            .ToListAsync(ct);

        var page = rows.OrderBy(r => r.SortsOn).ThenBy(r => r.Order, StringComparer.Ordinal).ThenBy(r => r.Id).Take(PageSize)
            .Select(r => r with { Due = Due.Of(r.DueOn, r.FinishedAt, today, calendar) }).ToList();
        return new(page, rows.Count > PageSize ? new Cursor(page[^1].SortsOn, page[^1].Order, page[^1].Id).ToString() : null, await Answering(ct));
    }

    private IQueryable<Assignment> Filter(IQueryable<Assignment> assignments, Query query, DateOnly today)
    {
        assignments = query.Show switch
        {
            TaskFilter.Open => assignments.Where(a => a.State != AssignmentState.Done),
            TaskFilter.Late => assignments.Late(today),
            TaskFilter.Submitted => assignments.Where(a => a.State == AssignmentState.Submitted),
            TaskFilter.Done => assignments.Where(a => a.State == AssignmentState.Done),
            _ => assignments,
        };
        if (query.Unit is { } unit) assignments = assignments.Where(a => a.UnitId == unit);
        if (query.Text?.Trim() is { Length: > 0 } text) assignments = assignments.Where(a => db.Tasks.Any(t => t.Id == a.TaskId && t.Title.Contains(text)));
        return assignments;
    }

    private Task<List<Unit>> Answering(CancellationToken ct) => db.Units.AsNoTracking().Where(actor, TasksCapability.View)
        .Where(u => u.Kind == UnitKind.Department || u.Kind == UnitKind.Branch || u.Kind == UnitKind.GeneralBranch || u.Kind == UnitKind.LeadingGroupOffice)
        .OrderBy(u => u.Order).ToListAsync(ct);
}
