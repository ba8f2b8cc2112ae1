using Exemplar.Platform.Log.Proofs;
using Exemplar.Platform.Web;
using Microsoft.AspNetCore.Mvc;

namespace Exemplar.Tasks;

[Needs(TasksCapability.View)]
public sealed class AssignmentProofPage(AssignmentProof proof) : SlicePage
{
    [FromRoute] public Guid Id { get; set; }
    public RecordProof Shown { get; private set; } = null!;

    protected override async Task Open(CancellationToken ct) => Shown = await proof.Show(Id, ct);

    public void OnGet() { }
}
