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
        await SheetWriter.Write(file, "督办", [.. columns.Select(c => c.Head)], Rows(query, ct), row => [.. columns.Select(c => c.Of(row))], ct);
    }

    /// <summary>One query, read as it is written; the few names of stages are looked up beside it.</summary>
    private async IAsyncEnumerable<DeskRow> Rows(DeskQuery query, [EnumeratorCancellation] CancellationToken ct = default)
    {
        var shares = db.Supervised(actor, query, clock.Today());
        var stages = await db.Set<Stage>().Select(s => new { s.Id, s.Name }).ToDictionaryAsync(s => s.Id, s => s.Name, ct);
        var rows = shares.InOrder().Select(x => new
        {
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
            x.Assignment.LastReport,
            Colour = db.SupervisionSlips.Where(s => x.Assignment.FinishedAt == null && s.AssignmentId == x.Assignment.Id && (s.FromIssue || s.AgainstOn == x.Assignment.SortsOn))
                .OrderByDescending(s => s.Level).Select(s => (Colour?)s.Colour).FirstOrDefault(),   // the highest slip, asked for each share that is still open: as a list beside it the same took three times as long
        });
        await foreach (var s in rows.AsAsyncEnumerable().WithCancellation(ct))
        {
            yield return new(s.Title, s.Name, s.Leads, s.StageId is { } stage ? stages.GetValueOrDefault(stage) : null, s.State, s.OriginalDueOn, s.DueOn, s.FinishedAt, s.DoneAt, s.Colour, s.LastReport, s.Targets);
        }
    }
}
