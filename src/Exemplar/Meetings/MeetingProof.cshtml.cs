using Exemplar.Platform.Log.Proofs;
using Exemplar.Platform.Web;
using Microsoft.AspNetCore.Mvc;

namespace Exemplar.Meetings;

[Needs(MeetingsCapability.Read)]
public sealed class MeetingProofPage(MeetingProof proof) : SlicePage
{
    [FromRoute] public Guid Id { get; set; }
    public RecordProof Shown { get; private set; } = null!;

    protected override async Task Open(CancellationToken ct) => Shown = await proof.Show(Id, MeetingsCapability.Read, ct);

    public void OnGet() { }
}
