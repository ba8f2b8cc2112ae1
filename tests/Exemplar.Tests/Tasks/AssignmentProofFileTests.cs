using System.Net;
using Exemplar.Platform.Log.Proofs;
using Exemplar.Platform.Security;
using Exemplar.Tests.Support;

namespace Exemplar.Tests.Tasks;

public sealed class AssignmentProofFileTests : HouseTests
{
    [Fact]
    public async Task A_proof_is_taken_away_once_it_is_sealed_and_by_nobody_else()
    {
        var share = (await GivenTask.Issued(App, House, "梳理事项", new(2026, 3, 12), House.General)).Assignments[0].Id;
        var (address, head) = ($"/assignments/{share}/proof.json", await As(Role.DepartmentHead, House.General));
        Assert.Equal(HttpStatusCode.NotFound, (await head.GetAsync(address)).StatusCode);
        await App.Seal();

        var proof = InclusionProof.Check(await (await head.GetAsync(address)).Content.ReadAsByteArrayAsync(), null).Value!;
        Assert.Contains(share.ToString(), proof.Leaf, StringComparison.Ordinal);
        await (await As(Role.DepartmentHead, House.Secretariat)).IsShut(address, HttpStatusCode.NotFound);
        await (await As(Role.Member, House.FirstBranch)).IsShut(address, HttpStatusCode.Forbidden);
    }
}
