using Exemplar.Platform.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace Exemplar.Platform.Security.Factors;

[Needs(SecurityCapability.OwnAccount)]
public sealed class EnrolFactorPage(EnrolFactor enrol, OwnProofs proofs, Actor actor) : FormPage<EnrolFactor.Form>
{
    public bool IsEnrolled { get; private set; }
    public bool IsOwed => actor.OwesFactor;
    public OwnProofs.Ways Ways { get; private set; } = null!;

    /// <summary>The same in letters and as a picture for the phone.</summary>
    public (string Letters, string Picture) Secret { get; private set; }

    protected override async Task Open(CancellationToken ct)
    {
        Ways = await proofs.Find(ct);
        IsEnrolled = Ways.HasCodes;
        // A refused form shows the secret that the phone has by now; without a sound one a new secret is shown.
        var sound = enrol.Read(Form.Offer) is not null;
        if (!sound)
        {
            Form.Offer = enrol.NewOffer();
            ModelState.Remove($"{nameof(Form)}.{nameof(EnrolFactor.Form.Offer)}");
            if (HttpMethods.IsPost(Request.Method)) ModelState.AddModelError("", "这个二维码已过期，请扫描下面的新二维码");
        }
        var secret = enrol.Read(Form.Offer)!;
        Secret = (OneTimeCodes.InLetters(secret), QrPicture.Of(OneTimeCodes.Address(secret, await enrol.UserName(ct))));
    }

    public void OnGet() { }

    public async Task<IActionResult> OnPost(CancellationToken ct)
    {
        var session = SessionStore.KeyOf((await HttpContext.AuthenticateAsync(IdentityConstants.ApplicationScheme)).Properties);
        return await Save(() => enrol.Handle(Form, session, ct), recovery =>
        {
            TempData[OwnFactorPage.CodesOnce] = string.Join('\n', recovery);
            return Saved("/second-factor", "动态口令已启用。下次登录，输过密码后再输手机上的口令。");
        });
    }
}
