using Exemplar.Platform.Search;
using Exemplar.Tasks;

namespace Exemplar.Agenda.Search;

/// <summary>Tasks by what they ask: whoever sees a share of one finds it, and is led to the first share that they see.</summary>
public sealed class TaskSearch(AppDb db, Actor actor) : SearchArea(db)
{
    public override string Key => WorkTask.SearchKind;
    public override string Name => "任务";
    public override string Permission => TasksCapability.View;

    public override IQueryable<SearchEntry> Listed()
    {
        var tasks = Db.VisibleAssignments(actor).Select(a => a.TaskId);
        return Db.SearchEntries.Where(e => e.Kind == WorkTask.SearchKind && tasks.Contains(e.RecordId));
    }

    protected override IQueryable<SearchEntry> Readable() => Listed();

    /// <summary>A task is looked for by those who have to do it, not by whoever issued it.</summary>
    protected override IQueryable<Guid> RecordsOf(IQueryable<Guid> units) => Db.VisibleAssignments(actor).Where(a => units.Contains(a.UnitId)).Select(a => a.TaskId);

    public override async Task<List<SearchLine>> Lines(IReadOnlyCollection<Guid> records, CancellationToken ct)
    {
        var shares = await Db.VisibleAssignments(actor).Where(a => records.Contains(a.TaskId)).Join(Db.Tasks, a => a.TaskId, t => t.Id, (a, t) => new { a.Id, a.TaskId, a.Leads, a.UnitId, t.Title, t.Text })
            .Join(Db.Units, x => x.UnitId, u => u.Id, (x, u) => new { x.Id, x.TaskId, x.Leads, x.Title, x.Text, u.Order }).ToListAsync(ct);
        return [.. shares.OrderByDescending(s => s.Leads).ThenBy(s => s.Order, StringComparer.Ordinal).DistinctBy(s => s.TaskId).Select(s => new SearchLine(s.TaskId, s.Title, $"/assignments/{s.Id}", s.Text))];
    }
}
