using Exemplar.Platform.Security.Factors;
using Exemplar.Platform.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace Exemplar.Platform.Security.Passkeys;

[Needs(SecurityCapability.OwnAccount)]
public sealed class AddPasskeyPage(AddPasskey add, OwnProofs proofs, Actor actor) : FormPage<AddPasskey.Form>
{
    public bool IsOwed => actor.OwesFactor;
    public OwnProofs.Ways Ways { get; private set; } = null!;

    /// <summary>What the device is asked to make; null while what it made waits in the form for a right password.</summary>
    public string? Options { get; private set; }

    /// <summary>404 where no browser would make a passkey.</summary>
    protected override async Task Open(CancellationToken ct)
    {
        if (!Request.TakesPasskeys()) throw new NotFound("passkeys at this address");
        Ways = await proofs.Find(ct);
    }

    public Task OnGet() => Ask();

    public async Task<IActionResult> OnPost(CancellationToken ct)
    {
        var session = SessionStore.KeyOf((await HttpContext.AuthenticateAsync(IdentityConstants.ApplicationScheme)).Properties);
        var answer = await Save(() => add.Handle(Form, Request.Host.Host, session, ct), added =>
        {
            if (added.Codes.Count > 0) TempData[OwnFactorPage.CodesOnce] = string.Join('\n', added.Codes);
            return Saved(added.Codes.Count > 0 ? "/second-factor" : "/passkeys", $"已添加：{added.Passkey.Name}。下次登录按“用通行密钥登录”，不用输用户名和密码。");
        });
        if (answer is Microsoft.AspNetCore.Mvc.RazorPages.PageResult) await Ask();
        return answer;
    }

    /// <summary>A device's answer that may still be good stays: asked again, it would make a second passkey. What was refused itself is thrown away.</summary>
    private async Task Ask()
    {
        if (ModelState[""] is not { Errors.Count: > 0 } && Form.Credential is not null && add.IsGood(Form.Challenge)) return;
        var offer = await add.NewOffer();
        (Options, Form.Challenge, Form.Credential) = (offer.Options, offer.Challenge, null);
        ModelState.Remove($"{nameof(Form)}.{nameof(Form.Challenge)}");
        ModelState.Remove($"{nameof(Form)}.{nameof(Form.Credential)}");
    }
}
