using System.Runtime.CompilerServices;
using Exemplar.Documents.Sheets;
using Exemplar.Tasks;
using Exemplar.Tasks.Supervision;

namespace Exemplar.Campaigns.Supervision;

/// <summary>The desk's list as a sheet, with the account's columns: read and written as it goes, so that its size costs no memory and it can be broken off.</summary>
public sealed class ExportDesk(AppDb db, Actor actor, TimeProvider clock)
{
    private const int RowsAtOnce = 500;

    public Task<int> Count(DeskQuery query, CancellationToken ct)
    {
        actor.Demand(CampaignsCapability.Supervise);
        return db.Supervised(actor, query, clock.Today()).CountAsync(ct);
    }

    public async Task Write(DeskQuery query, Stream file, CancellationToken ct)
    {
        actor.Demand(CampaignsCapability.Supervise);
        var columns = await db.ColumnsOf(actor.Account.Id, ct);
        await SheetWriter.Write(file, "督办", [.. columns.Select(c => c.Head)], Rows(query, columns, ct), ct);
    }

    /// <summary>First which shares and in which order, then a few hundred of them at a time: what each row looks up is asked once for all of them.</summary>
    private async IAsyncEnumerable<IReadOnlyList<string>> Rows(DeskQuery query, IReadOnlyList<DeskColumn> columns, [EnumeratorCancellation] CancellationToken ct = default)
    {
        var ids = await db.Supervised(actor, query, clock.Today()).InOrder().Select(x => x.Assignment.Id).ToListAsync(ct);
        var stages = await db.Set<Stage>().Select(s => new { s.Id, s.Name }).ToDictionaryAsync(s => s.Id, s => s.Name, ct);
        foreach (var chunk in ids.Chunk(RowsAtOnce))
        {
            var rows = await Read(chunk, stages, ct);
            foreach (var id in chunk)
                if (rows.TryGetValue(id, out var row)) yield return [.. columns.Select(c => c.Of(row))];
        }
    }

    private async Task<Dictionary<Guid, DeskRow>> Read(Guid[] ids, Dictionary<Guid, string> stages, CancellationToken ct)
    {
        var shares = await db.Assignments.Where(a => ids.Contains(a.Id)).Join(db.Tasks, a => a.TaskId, t => t.Id, (a, t) => new { a, t }).Join(db.Units, x => x.a.UnitId, u => u.Id, (x, u) => new
        {
            x.a.Id,
            x.a.Leads,
            x.a.State,
            OriginalDueOn = x.t.DueOn,
            x.a.DueOn,
            x.a.FinishedAt,
            x.a.DoneAt,
            x.t.Title,
            x.t.StageId,
            x.t.Targets,
            u.Name,
        }).ToListAsync(ct);
        var colours = await db.HighestSlips().Where(s => ids.Contains(s.AssignmentId)).Select(s => new { s.AssignmentId, s.Colour }).ToDictionaryAsync(s => s.AssignmentId, s => s.Colour, ct);
        var said = (await db.AssignmentSteps.Where(s => ids.Contains(s.AssignmentId) && (s.Kind == StepKind.Reported || s.Kind == StepKind.Finished)).Select(s => new { s.AssignmentId, s.At, s.Text }).ToListAsync(ct))
            .GroupBy(s => s.AssignmentId).ToDictionary(g => g.Key, g => g.MaxBy(s => s.At)!.Text);
        return shares.ToDictionary(s => s.Id, s => new DeskRow(s.Title, s.Name, s.Leads, s.StageId is { } stage ? stages.GetValueOrDefault(stage) : null, s.State, s.OriginalDueOn, s.DueOn, s.FinishedAt, s.DoneAt,
            colours.TryGetValue(s.Id, out var colour) ? colour : null, said.GetValueOrDefault(s.Id), s.Targets));
    }
}
