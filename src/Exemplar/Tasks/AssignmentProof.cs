using Exemplar.Platform.Log.Proofs;

namespace Exemplar.Tasks;

/// <summary>That what stands on the page of a share is what was entered. Its page shows all of it, so whoever sees it may take the file as well.</summary>
public sealed class AssignmentProof(AppDb db, Actor actor, ProveRecord prove)
{
    public async Task<RecordProof> Show(Guid id, CancellationToken ct)
    {
        var found = await db.FindAssignment(id, actor, ct);
        return new($"{found.Task.Title}（{found.Unit.Name}）", $"/assignments/{id}", await prove.Look<Assignment>(id, ct), await prove.Prove<Assignment>(id, ct), MayTakeFile: true);
    }
}
