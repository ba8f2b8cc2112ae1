using Exemplar.Documents.Sheets;
using Exemplar.Tasks;
using Exemplar.Tasks.Supervision;

namespace Exemplar.Campaigns.Supervision;

/// <summary>The desk's list as a sheet, with the account's columns: read and written as it goes, so that its size costs no memory and it can be broken off.</summary>
public sealed class ExportDesk(AppDb db, Actor actor, TimeProvider clock)
{
    public Task<int> Count(DeskQuery query, CancellationToken ct)
    {
        actor.Demand(CampaignsCapability.Supervise);
        return db.Supervised(actor, query, clock.Today()).CountAsync(ct);
    }

    public async Task Write(DeskQuery query, Stream file, CancellationToken ct)
    {
        actor.Demand(CampaignsCapability.Supervise);
        var columns = await db.ColumnsOf(actor.Account.Id, ct);
        await SheetWriter.Write(file, "督办", [.. columns.Select(c => c.Head)], Rows(query, columns), ct);
    }

    private IAsyncEnumerable<IReadOnlyList<string>> Rows(DeskQuery query, IReadOnlyList<DeskColumn> columns) => db.Supervised(actor, query, clock.Today()).InOrder()
        .Select(x => new DeskRow(x.Task.Title, x.Unit.Name, x.Assignment.Leads, db.Set<Stage>().Where(s => s.Id == x.Task.StageId).Select(s => s.Name).FirstOrDefault(),
            x.Assignment.State, x.Assignment.OriginalDueOn, x.Assignment.DueOn, x.Assignment.FinishedAt, x.Assignment.DoneAt,
            db.HighestSlips().Where(s => s.AssignmentId == x.Assignment.Id).Select(s => (Colour?)s.Colour).FirstOrDefault(),
            db.AssignmentSteps.Where(s => s.AssignmentId == x.Assignment.Id && (s.Kind == StepKind.Reported || s.Kind == StepKind.Finished)).OrderByDescending(s => s.At).Select(s => s.Text).FirstOrDefault(),
            x.Task.Targets))
        .AsAsyncEnumerable().Select(IReadOnlyList<string> (row) => [.. columns.Select(c => c.Of(row))]);
}
