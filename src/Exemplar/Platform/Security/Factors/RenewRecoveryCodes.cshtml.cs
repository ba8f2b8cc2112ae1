using Exemplar.Platform.Web;
using Microsoft.AspNetCore.Mvc;

namespace Exemplar.Platform.Security.Factors;

[Needs(SecurityCapability.OwnAccount)]
public sealed class RenewRecoveryCodesPage(RenewRecoveryCodes renew, OwnProofs proofs) : FormPage<RenewRecoveryCodes.Form>
{
    public OwnProofs.Ways Ways { get; private set; } = null!;

    protected override async Task Open(CancellationToken ct)
    {
        await renew.Open(ct);
        Ways = await proofs.Find(ct);
    }

    public void OnGet() { }

    public Task<IActionResult> OnPost(CancellationToken ct) => Save(() => renew.Handle(Form, ct), recovery =>
    {
        TempData[OwnFactorPage.CodesOnce] = string.Join('\n', recovery);
        return Saved("/second-factor", "恢复码已换新，旧的都作废了");
    });
}
