using Exemplar.Platform.Log.Proofs;
using Exemplar.Platform.Web;
using Microsoft.AspNetCore.Mvc;

namespace Exemplar.Meetings;

/// <summary>Downloads the proof of a meeting's last entry.</summary>
[Needs(MeetingsCapability.Record)]
public sealed class MeetingProofFilePage(MeetingProof proof) : SlicePage
{
    private RecordProof shown = null!;

    [FromRoute] public Guid Id { get; set; }

    protected override async Task Open(CancellationToken ct) => shown = await proof.Show(Id, MeetingsCapability.Record, ct);

    public IActionResult OnGet() => this.ProofFile(shown);
}
