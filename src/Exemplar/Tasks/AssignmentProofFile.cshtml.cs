using Exemplar.Platform.Log.Proofs;
using Exemplar.Platform.Web;
using Microsoft.AspNetCore.Mvc;

namespace Exemplar.Tasks;

/// <summary>Downloads the proof of the last entry of a share.</summary>
[Needs(TasksCapability.View)]
public sealed class AssignmentProofFilePage(AssignmentProof proof) : SlicePage
{
    private RecordProof shown = null!;

    [FromRoute] public Guid Id { get; set; }

    protected override async Task Open(CancellationToken ct) => shown = await proof.Show(Id, ct);

    public IActionResult OnGet() => this.ProofFile(shown);
}
