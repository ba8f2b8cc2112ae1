using Exemplar.Platform.Web;
using Microsoft.AspNetCore.Mvc;

namespace Exemplar.Platform.Security.Factors;

[Needs(SecurityCapability.OwnAccount)]
public sealed class RemoveFactorPage(RemoveFactor remove) : FormPage<RemoveFactor.Form>
{
    protected override Task Open(CancellationToken ct) => remove.Open(ct);

    public void OnGet() { }

    public Task<IActionResult> OnPost(CancellationToken ct) => Save(() => remove.Handle(Form, ct), _ => Saved("/second-factor", "动态口令已停用，登录只要密码"));
}
