using System.Runtime.CompilerServices;
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
        await SheetWriter.Write(file, "督办", [.. columns.Select(c => c.Head)], Rows(query, columns, ct), ct);
    }

    /// <summary>One query, read as it is written; what few rows have, or many share, is looked up beside it.</summary>
    private async IAsyncEnumerable<IReadOnlyList<string>> Rows(DeskQuery query, IReadOnlyList<DeskColumn> columns, [EnumeratorCancellation] CancellationToken ct = default)
    {
        var shares = db.Supervised(actor, query, clock.Today());
        var stages = await db.Set<Stage>().Select(s => new { s.Id, s.Name }).ToDictionaryAsync(s => s.Id, s => s.Name, ct);
        var colours = await db.HighestSlips().Where(s => shares.Any(x => x.Assignment.Id == s.AssignmentId)).Select(s => new { s.AssignmentId, s.Colour }).ToDictionaryAsync(s => s.AssignmentId, s => s.Colour, ct);
        var rows = shares.InOrder().Select(x => new
        {
            x.Assignment.Id,
            x.Assignment.Leads,
            x.Assignment.State,
            OriginalDueOn = x.Task.DueOn,
            x.Assignment.DueOn,
            x.Assignment.FinishedAt,
            x.Assignment.DoneAt,
            x.Task.Title,
            x.Task.StageId,
            x.Task.Targets,
            x.Unit.Name,
            Said = db.AssignmentSteps.Where(s => s.AssignmentId == x.Assignment.Id && (s.Kind == StepKind.Reported || s.Kind == StepKind.Finished)).OrderByDescending(s => s.At).Select(s => s.Text).FirstOrDefault(),
        });
        await foreach (var s in rows.AsAsyncEnumerable().WithCancellation(ct))
        {
            var row = new DeskRow(s.Title, s.Name, s.Leads, s.StageId is { } stage ? stages.GetValueOrDefault(stage) : null, s.State, s.OriginalDueOn, s.DueOn, s.FinishedAt, s.DoneAt,
                colours.TryGetValue(s.Id, out var colour) ? colour : null, s.Said, s.Targets);
            yield return [.. columns.Select(c => c.Of(row))];
        }
    }
}
