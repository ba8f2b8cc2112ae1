using System.Text;
using Exemplar.Platform.Web;
using Microsoft.AspNetCore.Mvc;

namespace Exemplar.Platform.Log.Proofs;

public static class ProofFiles
{
    /// <summary>The proof as a file to take away; 404 while there is none.</summary>
    public static IActionResult ProofFile(this SlicePage page, RecordProof shown) => shown.Proof is { } proof
        ? page.File(Encoding.UTF8.GetBytes(proof.Write()), "application/json", $"proof-{proof.Checkpoint.Number}-{proof.Index + 1}.json")
        : page.NotFound();
}
