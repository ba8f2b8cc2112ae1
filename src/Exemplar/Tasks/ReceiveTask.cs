namespace Exemplar.Tasks;

/// <summary>A unit takes note of a task given to it.</summary>
public sealed class ReceiveTask(AppDb db, Actor actor)
{
    public sealed class Form;

    public Task<PlacedAssignment> Open(Guid id, CancellationToken ct) => db.DemandReport(id, actor, ct);

    public Task<Result<PlacedAssignment>> Handle(Guid id, CancellationToken ct) => db.Commit<PlacedAssignment>(async (db, ct) =>
    {
        var found = await Open(id, ct);
        if (found.Assignment.Receive(actor.Act()) is { } refusal) return refusal;
        db.Log(actor.Act(), "tasks.receive", found.Assignment);
        return found;
    }, ct);
}
