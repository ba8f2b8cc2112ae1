using Exemplar.Platform.Search;
using Exemplar.Tasks;

namespace Exemplar.Agenda.Search;

/// <summary>What units reported on their tasks and what was answered, for those who see the share.</summary>
public sealed class ShareSearch(AppDb db, Actor actor) : SearchArea(db)
{
    public override string Key => Assignment.SearchKind;
    public override string Name => "办理情况";
    public override string Permission => TasksCapability.View;

    public override IQueryable<SearchEntry> Listed()
    {
        var shares = Db.VisibleAssignments(actor).Select(a => a.Id);
        return Db.SearchEntries.Where(e => e.Kind == Assignment.SearchKind && shares.Contains(e.RecordId));
    }

    protected override IQueryable<SearchEntry> Readable() => Listed();

    public override async Task<List<SearchLine>> Lines(IReadOnlyCollection<Guid> records, CancellationToken ct)
    {
        var shares = await Db.VisibleAssignments(actor).AsNoTracking().Include(a => a.Steps).Where(a => records.Contains(a.Id)).ToListAsync(ct);
        var ids = shares.Select(a => a.TaskId).Distinct().ToList();
        var titles = await Db.Tasks.Where(t => ids.Contains(t.Id)).ToDictionaryAsync(t => t.Id, t => t.Title, ct);
        return shares.ConvertAll(a => new SearchLine(a.Id, titles[a.TaskId], $"/assignments/{a.Id}", ((ISearched)a).Searched?.Text ?? ""));
    }
}
