using Exemplar.Platform.Web;
using Microsoft.AspNetCore.Mvc;

namespace Exemplar.Platform.Security.Factors;

[Needs(SecurityCapability.OwnAccount)]
public sealed class RenewRecoveryCodesPage(RenewRecoveryCodes renew) : FormPage<RenewRecoveryCodes.Form>
{
    protected override Task Open(CancellationToken ct) => renew.Open(ct);

    public void OnGet() { }

    public Task<IActionResult> OnPost(CancellationToken ct) => Save(() => renew.Handle(Form, ct), recovery =>
    {
        TempData[OwnFactorPage.CodesOnce] = string.Join('\n', recovery);
        return Saved("/second-factor", "恢复码已换新，旧的都作废了");
    });
}
