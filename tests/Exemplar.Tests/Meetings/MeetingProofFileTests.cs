using System.Net;
using Exemplar.Platform.Log.Proofs;
using Exemplar.Tests.Support;

namespace Exemplar.Tests.Meetings;

public sealed class MeetingProofFileTests : MeetingHouse
{
    [Fact]
    public async Task Who_keeps_the_records_takes_a_proof_away_that_holds()
    {
        var id = await Planned();
        Assert.Equal(HttpStatusCode.NotFound, (await Secretary.GetAsync($"/meetings/{id}/proof.json")).StatusCode);   // nothing is sealed yet
        await App.Seal();
        var answer = await Secretary.GetAsync($"/meetings/{id}/proof.json");
        Assert.Equal("attachment", answer.Content.Headers.ContentDisposition!.DispositionType);
        var proof = InclusionProof.Check(await answer.Content.ReadAsByteArrayAsync(), null).Value!;
        Assert.Contains(id.ToString(), proof.Leaf, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Others_get_none()
    {
        var id = await Planned();
        await App.Seal();
        await Member.IsShut($"/meetings/{id}/proof.json", HttpStatusCode.Forbidden);
        await Neighbour.IsShut($"/meetings/{id}/proof.json", HttpStatusCode.NotFound);
        await Inspector.IsShut($"/meetings/{id}/proof.json", HttpStatusCode.Forbidden);
    }
}
