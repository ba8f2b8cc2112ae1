using Exemplar.Platform.Security.Factors;
using Exemplar.Platform.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace Exemplar.Platform.Security.Passkeys;

[Needs(SecurityCapability.OwnAccount)]
public sealed class RemovePasskeyPage(RemovePasskey remove, OwnProofs proofs) : FormPage<RemovePasskey.Form>
{
    [FromRoute] public Guid Id { get; set; }
    public Passkey Passkey { get; private set; } = null!;
    public OwnProofs.Ways Ways { get; private set; } = null!;

    protected override async Task Open(CancellationToken ct) => (Passkey, Ways) = (await remove.Open(Id, ct), await proofs.Find(ct));

    public void OnGet() { }

    public async Task<IActionResult> OnPost(CancellationToken ct)
    {
        var session = SessionStore.KeyOf((await HttpContext.AuthenticateAsync(IdentityConstants.ApplicationScheme)).Properties);
        return await Save(() => remove.Handle(Id, Form, session, ct), passkey => Saved("/passkeys", $"已删除：{passkey.Name}。那台设备上留下的一份已经没有用，可以在设备里删掉。"));
    }
}
