using Exemplar.Platform.Security.Policy;
using Exemplar.Platform.Web;
using Microsoft.AspNetCore.Mvc;

namespace Exemplar.Platform.Security;

[Needs(SecurityCapability.OwnAccount)]
public sealed class ChangePasswordPage(ChangePassword change, Actor actor) : FormPage<ChangePassword.Form>
{
    public bool IsFirst => actor.Account.MustChangePassword;

    public SecuritySettings Settings { get; private set; } = null!;

    protected override async Task Open(CancellationToken ct) => Settings = await change.Settings(ct);

    public void OnGet() { }

    public Task<IActionResult> OnPost(CancellationToken ct) => Save(() => change.Handle(Form, ct), _ => Saved("/sign-in", "密码已修改，请用新密码登录"));
}
